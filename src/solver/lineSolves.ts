/**
 * The approximate inverse of the transport operator by directions.
 *
 * With A = Ax + Az + Ar (momentum, height, radius) and a diagonal shift S,
 *
 *   (S + Ax) (1 + Az / S) (1 + Ar / S)  =  S + A + O(1/S)   where S commutes,
 *
 * three sets of line solves. S = s <D> with s (1/length^2) from small to large treats errors from the size of the halo
 * down to one cell; because S is proportional to the local diffusion, the radial factor 1 + Ar / S is the same for all
 * energies and heights, and the vertical one the same for all radii. The momentum line keeps the second-order upwind
 * stencil (four bands), so it is exact where losses dominate.
 *
 * Each function works on one momentum plane, small enough for the first-level cache, so that a step of the iteration
 * is one pass up in momentum and one pass down. Nothing is allocated in a step. Momentum lines come first: the other
 * order needs half as many iterations more.
 */
import type { TransportOperator } from './transportOperator';

/** Factors of one shift. */
export interface ShiftedFactors {
  /** Momentum lines: multiplier to the cell below, inverse pivot, first upper band; the second upper band is fixed. */
  readonly multiplier: Float64Array;
  readonly inversePivot: Float64Array;
  readonly upperBand: Float64Array;
  /** Vertical lines 1 + Az / S, per (x, z) cell: lower band, inverse pivot, upper band over pivot. */
  readonly verticalLower: Float64Array;
  readonly verticalInverse: Float64Array;
  readonly verticalUpper: Float64Array;
  /** Radial lines 1 + Ar / S, per r cell. */
  readonly radialLower: Float64Array;
  readonly radialInverse: Float64Array;
  readonly radialUpper: Float64Array;
}

/** Room for the factors of one shift on a grid of the operator's size. */
export function allocateFactors({ grid, size }: TransportOperator): ShiftedFactors {
  const rows = grid.z.count * grid.momentum.count;
  const radii = grid.r.count;
  return {
    multiplier: new Float64Array(size),
    inversePivot: new Float64Array(size),
    upperBand: new Float64Array(size),
    verticalLower: new Float64Array(rows),
    verticalInverse: new Float64Array(rows),
    verticalUpper: new Float64Array(rows),
    radialLower: new Float64Array(radii),
    radialInverse: new Float64Array(radii),
    radialUpper: new Float64Array(radii),
  };
}

/** Factors the three sets of lines for a shift (1/length^2), into `factors`. */
export function factorLines(operator: TransportOperator, shift: number, factors: ShiftedFactors): void {
  factorRadial(operator, shift, factors);
  factorVertical(operator, shift, factors);
  factorMomentum(operator, shift, factors);
}

function factorRadial({ grid, radial }: TransportOperator, shift: number, factors: ShiftedFactors): void {
  const { radialLower, radialInverse, radialUpper } = factors;
  for (let i = 0; i < grid.r.count; i++) {
    const lower = radial.lower[i]! / shift;
    const pivot = 1 + radial.diagonal[i]! / shift - (i > 0 ? lower * radialUpper[i - 1]! : 0);
    radialLower[i] = lower;
    radialInverse[i] = 1 / pivot;
    radialUpper[i] = radial.upper[i]! / (shift * pivot);
  }
}

function factorVertical(operator: TransportOperator, shift: number, factors: ShiftedFactors): void {
  const { grid, down, up, radialDiffusion } = operator;
  const { verticalLower, verticalInverse, verticalUpper } = factors;
  const nz = grid.z.count;
  for (let row = 0; row < down.length; row++) {
    const lowest = row % nz === 0;
    const highest = row % nz === nz - 1;
    const inverseShift = 1 / (shift * radialDiffusion[row]!);
    const lower = lowest ? 0 : -down[row]! * inverseShift;
    const pivot = 1 + (down[row]! + up[row]!) * inverseShift - (lowest ? 0 : lower * verticalUpper[row - 1]!);
    verticalLower[row] = lower;
    verticalInverse[row] = 1 / pivot;
    verticalUpper[row] = highest ? 0 : (-up[row]! * inverseShift) / pivot;
  }
}

function factorMomentum(operator: TransportOperator, shift: number, factors: ShiftedFactors): void {
  const { grid, radialDiffusion } = operator;
  const { below, diagonal, above, secondAbove } = operator.momentum;
  const { multiplier, inversePivot, upperBand } = factors;
  const nr = grid.r.count;
  const nz = grid.z.count;
  const plane = nr * nz;
  for (let k = 0; k < grid.momentum.count; k++) {
    // The lowest plane has no coupling below (coefficient zero) and reads itself.
    const toBelow = k > 0 ? plane : 0;
    for (let j = 0; j < nz; j++) {
      const row = k * nz + j;
      const shifted = shift * radialDiffusion[row]!;
      for (let c = row * nr; c < (row + 1) * nr; c++) {
        const factor = k > 0 ? below[c]! * inversePivot[c - toBelow]! : 0;
        multiplier[c] = factor;
        inversePivot[c] = 1 / (shifted + diagonal[c]! - (k > 0 ? factor * upperBand[c - toBelow]! : 0));
        upperBand[c] = above[c]! - factor * secondAbove[c - toBelow]!;
      }
    }
  }
}

/** Elimination of plane k - 1 from plane k of the momentum lines, in place. Planes ascending. */
export function eliminateMomentum(
  { grid }: TransportOperator,
  factors: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  if (k === 0) return;
  const { multiplier } = factors;
  const plane = grid.r.count * grid.z.count;
  const end = (k + 1) * plane;
  for (let c = k * plane; c < end; c++) v[c] = v[c]! - multiplier[c]! * v[c - plane]!;
}

/** Back substitution of plane k of the momentum lines, in place; reads planes k + 1 and k + 2. Planes descending. */
export function substituteMomentum(
  operator: TransportOperator,
  factors: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  const { grid } = operator;
  const { secondAbove } = operator.momentum;
  const { inversePivot, upperBand } = factors;
  const nk = grid.momentum.count;
  const plane = grid.r.count * grid.z.count;
  const end = (k + 1) * plane;
  if (k === nk - 1) {
    for (let c = k * plane; c < end; c++) v[c] = v[c]! * inversePivot[c]!;
    return;
  }
  const toSecondAbove = k < nk - 2 ? 2 * plane : plane;
  for (let c = k * plane; c < end; c++) {
    v[c] =
      (v[c]! - upperBand[c]! * v[c + plane]! - secondAbove[c]! * v[c + toSecondAbove]!) * inversePivot[c]!;
  }
}

/** Vertical lines of plane k, in place. */
export function solveVertical(
  { grid }: TransportOperator,
  factors: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  const { verticalLower, verticalInverse, verticalUpper } = factors;
  const nr = grid.r.count;
  const nz = grid.z.count;
  for (let j = 0; j < nz; j++) {
    const row = k * nz + j;
    const lower = verticalLower[row]!;
    const inverse = verticalInverse[row]!;
    const below = j > 0 ? nr : 0;
    for (let c = row * nr; c < (row + 1) * nr; c++) v[c] = (v[c]! - lower * v[c - below]!) * inverse;
  }
  for (let j = nz - 2; j >= 0; j--) {
    const row = k * nz + j;
    const upper = verticalUpper[row]!;
    for (let c = row * nr; c < (row + 1) * nr; c++) v[c] = v[c]! - upper * v[c + nr]!;
  }
}

/** Radial lines of plane k, in place. */
export function solveRadial(
  { grid }: TransportOperator,
  factors: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  const { radialLower, radialInverse, radialUpper } = factors;
  const nr = grid.r.count;
  const plane = nr * grid.z.count;
  const end = (k + 1) * plane;
  for (let start = k * plane; start < end; start += nr) {
    let previous = 0;
    for (let i = 0; i < nr; i++) {
      previous = (v[start + i]! - radialLower[i]! * previous) * radialInverse[i]!;
      v[start + i] = previous;
    }
    for (let i = nr - 2; i >= 0; i--) {
      previous = v[start + i]! - radialUpper[i]! * previous;
      v[start + i] = previous;
    }
  }
}
