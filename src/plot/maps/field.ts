/**
 * A density on the solver's cells, made ready for reading between them: its logarithm is taken linearly between cell centres,
 * so that a density that is exponential in x and y is drawn as it is, and no cell is drawn smoother than it was solved.
 *
 * Where particles escape their density goes to zero as the distance to the edge does, in which its logarithm is far from
 * linear. So what is taken between cells is the density divided by 1 - (r/R)^2, or 1 - (z/L)^2, and the edge is where it is.
 */
import type { DensityMaps } from '../../model/volumeSlices';

/** How a density vanishes towards where particles escape: from 1 inside to 0 at the edge and beyond. */
export type Vanishing = (x: number, y: number) => number;

/** log10 of a density at cell centres, divided by how it vanishes at the edge. */
export interface LogField {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Per (y, x). */
  readonly log: Float64Array;
  readonly vanishing: Vanishing;
}

/** Least density that is told from nothing: what rounding leaves below zero is drawn as this. */
const least = 1e-9;

/** A field from densities per (y, x). Exactly zero: a cell outside the halo, which takes on what its nearest neighbour has. */
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
  fillBlanks(log, x.length);
  return { x, y, log, vanishing };
}

/** Along each row from the cells that have a value outwards; whole rows from the row beside them. */
function fillBlanks(log: Float64Array, columns: number): void {
  const rows = log.length / columns;
  const carry = (from: number, count: number, step: number) => {
    for (let i = 1, at = from + step; i < count; i++, at += step)
      if (Number.isNaN(log[at]!)) log[at] = log[at - step]!;
  };
  for (let j = 0; j < rows; j++) {
    carry(j * columns, columns, 1);
    carry((j + 1) * columns - 1, columns, -1);
  }
  for (let i = 0; i < columns; i++) {
    carry(i, rows, columns);
    carry((rows - 1) * columns + i, rows, -columns);
  }
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

export interface Place {
  /** Index of the cell below. */
  readonly below: number;
  /** Of the next cell. */
  readonly share: number;
}

/** Between which cells a place lies; beyond the outermost centres it has what they have. */
export function placeAmong(centres: Float64Array, at: number): Place {
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

/** log10 of the density at one place, NaN outside the halo. */
export function logAt({ x, y, log, vanishing }: LogField, atX: number, atY: number): number {
  const share = vanishing(atX, atY);
  if (share === 0) return Number.NaN;
  const column = placeAmong(x, atX);
  const row = placeAmong(y, atY);
  const inRow = (j: number) => {
    const c = j * x.length + column.below;
    return log[c]! + column.share * (log[c + 1]! - log[c]!);
  };
  const low = inRow(row.below);
  return low + row.share * (inRow(row.below + 1) - low) + Math.log10(share);
}
