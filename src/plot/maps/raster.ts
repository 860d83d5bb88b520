/**
 * Fields on even pixels, which Plotly draws fastest. The solver's cells are finest around the Sun and grow to 2.4 kpc at the edge:
 * between their centres is taken first along x, then along y.
 */
import { type LogField, type Place, placeAmong } from './field';

export interface MapWindow {
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
}

export interface Raster {
  readonly window: MapWindow;
  readonly columns: number;
  readonly rows: number;
  /** log10 at the pixels' centres per (y, x), lowest y first; NaN where there is nothing. */
  readonly log: Float64Array;
}

export function rasterOf(
  { x, y, log, vanishing }: LogField,
  window: MapWindow,
  columns: number,
  rows: number,
): Raster {
  const at = ([from, to]: readonly [number, number], i: number, count: number) =>
    from + ((i + 0.5) * (to - from)) / count;
  const across = Array.from({ length: columns }, (_, i) => placeAmong(x, at(window.x, i, columns)));
  const up = Array.from({ length: rows }, (_, j) => placeAmong(y, at(window.y, j, rows)));
  const logShare = Float64Array.from({ length: columns * rows }, (_, c) => {
    const share = vanishing(at(window.x, c % columns, columns), at(window.y, Math.floor(c / columns), rows));
    return share === 0 ? Number.NaN : Math.log10(share);
  });
  return { window, columns, rows, log: sample(log, x.length, across, up, logShare) };
}

function sample(
  cells: Float64Array,
  nx: number,
  across: readonly Place[],
  up: readonly Place[],
  logShare: Float64Array,
): Float64Array {
  const columns = across.length;
  const inRows = new Float64Array((cells.length / nx) * columns);
  for (let j = 0; j * nx < cells.length; j++) {
    for (let i = 0; i < columns; i++) {
      const { below, share } = across[i]!;
      const low = cells[j * nx + below]!;
      inRows[j * columns + i] = low + share * (cells[j * nx + below + 1]! - low);
    }
  }
  const log = new Float64Array(columns * up.length);
  for (let j = 0; j < up.length; j++) {
    const { below, share } = up[j]!;
    for (let i = 0, c = below * columns; i < columns; i++, c++)
      log[j * columns + i] =
        inRows[c]! + share * (inRows[c + columns]! - inRows[c]!) + logShare[j * columns + i]!;
  }
  return log;
}
