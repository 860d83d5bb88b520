/**
 * The momentum axis in x = ln p: cells of slowly varying width, each split into `subdivisions` equal parts whose end
 * points (the fine nodes) carry the spectral weight and the quadrature over a cell.
 */

import { equidistributedFaces, openEndedFaces } from './equidistribution';

export const subdivisions = 4;
/** Composite Simpson weights on the five fine nodes of a cell of unit width. */
export const simpson = [1 / 12, 4 / 12, 2 / 12, 4 / 12, 1 / 12] as const;

export interface MomentumGrid {
  /** Number of cells. */
  readonly count: number;
  /** count + 1 faces in ln p. */
  readonly faces: Float64Array;
  /** count centres in ln p. */
  readonly centres: Float64Array;
  /** subdivisions * count + 1 fine nodes in ln p; every fourth is a face. */
  readonly fine: Float64Array;
  /** Ascending fine nodes at which spectra may bend sharply or begin: nothing is interpolated across them. */
  readonly kinks: readonly number[];
}

/**
 * Cells with a face at each of `kinks` (ascending ln p): as many as `width(x)` asks for in between, as closely as a whole
 * number allows, and of just that width from the first kink down to about `lower` and from the last up to about `upper`.
 * Both ends lie up to a cell further out than asked, so that the cells move continuously with the widths; nothing lies below
 * the first kink where `lower` does not.
 */
export function kinkedMomentumGrid(
  lower: number,
  kinks: readonly number[],
  upper: number,
  width: (x: number) => number,
): MomentumGrid {
  const first = kinks[0]!;
  const last = kinks[kinks.length - 1]!;
  const faces: number[] = [];
  // Mirrored, so that the open end is the lower one.
  if (lower < first)
    for (const face of openEndedFaces(-first, -lower, (x) => width(-x)).reverse()) faces.push(-face);
  else faces.push(first);
  const marked = [subdivisions * (faces.length - 1)];
  for (let kink = 1; kink < kinks.length; kink++) {
    faces.push(...equidistributedFaces(kinks[kink - 1]!, kinks[kink]!, width, 1).subarray(1));
    marked.push(subdivisions * (faces.length - 1));
  }
  if (upper > last) faces.push(...openEndedFaces(last, upper, width).subarray(1));
  return gridFromFaces(Float64Array.from(faces), marked);
}

function gridFromFaces(faces: Float64Array, kinks: readonly number[]): MomentumGrid {
  const count = faces.length - 1;
  const centres = new Float64Array(count);
  const fine = new Float64Array(subdivisions * count + 1);
  for (let cell = 0; cell < count; cell++) {
    const start = faces[cell]!;
    const part = (faces[cell + 1]! - start) / subdivisions;
    centres[cell] = start + 0.5 * subdivisions * part;
    for (let s = 0; s < subdivisions; s++) fine[cell * subdivisions + s] = start + s * part;
  }
  fine[subdivisions * count] = faces[count]!;
  return { count, faces, centres, fine, kinks };
}
