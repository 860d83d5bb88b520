/**
 * The momentum axis in x = ln p: cells of slowly varying width, each split into `subdivisions` equal parts whose end
 * points (the fine nodes) carry the spectral weight and the quadrature over a cell.
 */

import { equidistributedFaces } from './equidistribution';

export const subdivisions = 4;
/** Composite Simpson weights on the five fine nodes of a cell of unit width. */
export const simpson = [1 / 12, 4 / 12, 2 / 12, 4 / 12, 1 / 12] as const;

const fewestCells = 8;

export interface MomentumGrid {
  /** Number of cells. */
  readonly count: number;
  /** count + 1 faces in ln p. */
  readonly faces: Float64Array;
  /** count centres in ln p. */
  readonly centres: Float64Array;
  /** subdivisions * count + 1 fine nodes in ln p; every fourth is a face. */
  readonly fine: Float64Array;
}

/**
 * Cells from `lower` to `upper` (both ln p), their width following `width(x)` as closely as a whole number of cells
 * allows.
 */
export function gradedMomentumGrid(lower: number, upper: number, width: (x: number) => number): MomentumGrid {
  const faces = equidistributedFaces(lower, upper, width, fewestCells);
  const count = faces.length - 1;
  const centres = new Float64Array(count);
  const fine = new Float64Array(subdivisions * count + 1);
  for (let cell = 0; cell < count; cell++) {
    const start = faces[cell]!;
    const part = (faces[cell + 1]! - start) / subdivisions;
    centres[cell] = start + 0.5 * subdivisions * part;
    for (let s = 0; s < subdivisions; s++) fine[cell * subdivisions + s] = start + s * part;
  }
  fine[subdivisions * count] = upper;
  return { count, faces, centres, fine };
}
