/**
 * Maps on even pixels. The solver's cells are finest around the Sun and grow to 2.4 kpc at the edge; pixels take log density
 * linearly between cell centres, so that a density that is exponential in x and y is drawn as it is, and no cell is drawn
 * smoother than it was solved. Plotly's own smoothing assumes even cells, and costs five times as much (rasterImage.ts).
 *
 * Where particles escape their density goes to zero as the distance to the edge does, in which its logarithm is far from
 * linear. So what is taken between cells is the density divided by 1 - (r/R)^2, or 1 - (z/L)^2, and the edge is where it is.
 */
import type { DensityMaps } from '../../model/volumeSlices';

/** How a density vanishes towards where particles escape: from 1 inside to 0 at the edge and beyond. */
export type Vanishing = (x: number, y: number) => number;

/** log10 of a density at cell centres, divided by how it vanishes at the edge; NaN where there is nothing. */
export interface LogField {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Per (y, x). */
  readonly log: Float64Array;
  readonly vanishing: Vanishing;
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

/** A field from densities per (y, x). Exactly zero: no cell of the halo. */
export function logField(
  x: Float64Array,
  y: Float64Array,
  densities: Float64Array,
  vanishing: Vanishing = () => 1,
): LogField {
  const log = densities.map((density, c) => {
    const share = vanishing(x[c % x.length]!, y[Math.floor(c / x.length)]!);
    return density === 0 || share === 0 ? Number.NaN : Math.log10(Math.max(density, least) / share);
  });
  return { x, y, log, vanishing };
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

/** 1 in the middle, 0 from the edge on, which is at 1. */
function shareAt(position: number): number {
  return Math.max(0, 1 - position ** 2);
}

/** The Galactic plane. */
export function planeField(maps: DensityMaps): LogField {
  const radius = haloRadiusKpc(maps);
  return logField(maps.xKpc, maps.yKpc, maps.plane, (x, y) => shareAt(Math.hypot(x, y) / radius));
}

/** The cut through Sun and centre, with its mirror image below the plane. */
export function cutField(maps: DensityMaps, halfThicknessKpc: number): LogField {
  const { xKpc, zKpc, cut } = maps;
  const nx = xKpc.length;
  const above = Array.from(zKpc, (z, j) => ({ z, j }));
  const below = above.filter(({ z }) => z > 0).map(({ z, j }) => ({ z: -z, j }));
  const layers = [...below.reverse(), ...above];
  const densities = new Float64Array(layers.length * nx);
  layers.forEach(({ j }, row) => {
    densities.set(cut.subarray(j * nx, (j + 1) * nx), row * nx);
  });
  const heights = Float64Array.from(layers, ({ z }) => z);
  const radius = haloRadiusKpc(maps);
  return logField(xKpc, heights, densities, (x, z) => shareAt(x / radius) * shareAt(z / halfThicknessKpc));
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
function between(field: LogField, column: Place, row: Place): number {
  const { x, log, vanishing } = field;
  const share = vanishing(column.at, row.at);
  if (share === 0) return Number.NaN;
  const corner = row.below * x.length + column.below;
  let sum = 0;
  let weight = 0;
  for (let c = 0; c < 4; c++) {
    const value = log[corner + (c & 1) + (c >> 1) * x.length]!;
    const part = (c & 1 ? column.share : 1 - column.share) * (c >> 1 ? row.share : 1 - row.share);
    if (Number.isNaN(value)) continue;
    sum += part * value;
    weight += part;
  }
  return weight > 0 ? sum / weight + Math.log10(share) : Number.NaN;
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
