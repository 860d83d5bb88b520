/**
 * Maps on even pixels. The solver's cells are finest around the Sun and grow to 2.4 kpc at the edge; pixels take log density
 * linearly between cell centres, so that a density that is exponential in x and y is drawn as it is, and no cell is drawn
 * smoother than it was solved. Plotly's own smoothing assumes even cells, and costs five times as much (rasterImage.ts).
 */
import type { DensityMaps } from '../../model/volumeSlices';

/** log10 of a density at cell centres, NaN where there is nothing. */
export interface LogField {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Per (y, x). */
  readonly log: Float64Array;
  /** Particles escape at this distance from the origin, and at this height (kpc): there is nothing beyond. */
  readonly radius: number;
  readonly top: number;
}

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

/** Least density that is told from nothing: what rounding leaves below zero is drawn as this. */
const least = 1e-9;

/** Exactly zero: no cell of the halo. */
function logDensity(density: number): number {
  return density === 0 ? Number.NaN : Math.log10(Math.max(density, least));
}

/** Where the last cell ends, if cells grow by a steady factor. */
export function outerEdge(centres: Float64Array): number {
  const [before, last, end] = [centres.at(-3)!, centres.at(-2)!, centres.at(-1)!];
  const growth = (end - last) / (last - before);
  return end + ((end - last) * growth) / (1 + growth);
}

/** Radius (kpc) at which particles escape; the table of parameters gives it in tenths. */
export function haloRadiusKpc({ yKpc }: Pick<DensityMaps, 'yKpc'>): number {
  return Number(outerEdge(yKpc).toFixed(1));
}

/** The Galactic plane. */
export function planeField(maps: DensityMaps): LogField {
  const log = maps.plane.map(logDensity);
  return { x: maps.xKpc, y: maps.yKpc, log, radius: haloRadiusKpc(maps), top: Number.POSITIVE_INFINITY };
}

/** The cut through Sun and centre, with its mirror image below the plane. */
export function cutField({ xKpc, zKpc, cut }: DensityMaps, halfThicknessKpc: number): LogField {
  const nx = xKpc.length;
  const above = Array.from(zKpc, (z, j) => ({ z, j }));
  const below = above.filter(({ z }) => z > 0).map(({ z, j }) => ({ z: -z, j }));
  const layers = [...below.reverse(), ...above];
  const log = new Float64Array(layers.length * nx);
  layers.forEach(({ j }, row) => {
    for (let i = 0; i < nx; i++) log[row * nx + i] = logDensity(cut[j * nx + i]!);
  });
  return {
    x: xKpc,
    y: Float64Array.from(layers, ({ z }) => z),
    log,
    radius: Number.POSITIVE_INFINITY,
    top: halfThicknessKpc,
  };
}

/** Index of the cell below a place and the share of the next one; beyond the outermost centres theirs alone. */
function place(centres: Float64Array, at: number): { readonly below: number; readonly share: number } {
  let below = 0;
  let above = centres.length - 1;
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (centres[middle]! <= at) below = middle;
    else above = middle;
  }
  const share = (at - centres[below]!) / (centres[below + 1]! - centres[below]!);
  return { below, share: Math.min(1, Math.max(0, share)) };
}

function places(centres: Float64Array, [from, to]: readonly [number, number], count: number) {
  const at = (i: number) => from + ((i + 0.5) * (to - from)) / count;
  return Array.from({ length: count }, (_, i) => ({ at: at(i), ...place(centres, at(i)) }));
}

type Place = ReturnType<typeof places>[number];

/** Between four cells; those outside the halo have no say. */
function between({ x, log, radius, top }: LogField, column: Place, row: Place): number {
  if (column.at ** 2 + row.at ** 2 > radius ** 2 || Math.abs(row.at) > top) return Number.NaN;
  const corner = row.below * x.length + column.below;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < 4; c++) {
    const value = log[corner + (c & 1) + (c >> 1) * x.length]!;
    const share = (c & 1 ? column.share : 1 - column.share) * (c >> 1 ? row.share : 1 - row.share);
    if (Number.isNaN(value)) continue;
    sum += share * value;
    weight += share;
  }
  return weight > 0 ? sum / weight : Number.NaN;
}

export function rasterOf(field: LogField, window: MapWindow, columns: number, rows: number): Raster {
  const across = places(field.x, window.x, columns);
  const up = places(field.y, window.y, rows);
  const log = new Float64Array(columns * rows);
  up.forEach((row, j) => {
    for (let i = 0; i < columns; i++) log[j * columns + i] = between(field, across[i]!, row);
  });
  return { window, columns, rows, log };
}

/** log10 of the density at one place, NaN where there is nothing. */
export function logAt(field: LogField, x: number, y: number): number {
  return between(field, { at: x, ...place(field.x, x) }, { at: y, ...place(field.y, y) });
}
