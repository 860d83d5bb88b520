/**
 * The approximate inverse of the transport operator by directions.
 *
 * With A = Ax + Az + Ar (momentum, height, radius) and a diagonal shift S,
 *
 *   (S + Ax) S^-1 (S + Az) S^-1 (S + Ar)  =  S + A + O(S^-1),
 *
 * three sets of line solves. S = s <D> with s (1/length^2) from small to large treats errors from the size of the halo
 * down to one cell; because S is proportional to the local diffusion, the radial factor 1 + Lr / s is the same for all
 * energies and heights, and the vertical one the same for all radii. The momentum line keeps the second-order upwind
 * stencil (four bands), so it is exact where losses dominate.
 */
import type { TransportOperator } from './transportOperator';

/** Factors of one shift. Solving is in place and allocates nothing. */
export interface ShiftedFactors {
  readonly shift: number;
  /** S per (x, z) cell. */
  readonly diagonalShift: Float64Array;
  /** Momentum lines: multiplier to the cell below, inverse pivot, first upper band; the second upper band is fixed. */
  readonly multiplier: Float64Array;
  readonly inversePivot: Float64Array;
  readonly upperBand: Float64Array;
  /** Vertical lines, per (x, z) cell: elimination multiplier, inverse pivot times S, upper band over pivot. */
  readonly verticalMultiplier: Float64Array;
  readonly verticalInverse: Float64Array;
  readonly verticalUpper: Float64Array;
  /** Radial lines, per r cell. */
  readonly radialMultiplier: Float64Array;
  readonly radialInverse: Float64Array;
  readonly radialUpper: Float64Array;
}

export function factorLines(operator: TransportOperator, shift: number): ShiftedFactors {
  const { grid, radial, radialDiffusion } = operator;
  const diagonalShift = radialDiffusion.map((diffusion) => shift * diffusion);
  const nr = grid.r.count;
  const radialMultiplier = new Float64Array(nr);
  const radialInverse = new Float64Array(nr);
  const radialUpper = new Float64Array(nr);
  for (let i = 0; i < nr; i++) {
    const lower = radial.lower[i]! / shift;
    radialMultiplier[i] = lower;
    const pivot = 1 + radial.diagonal[i]! / shift - (i > 0 ? lower * radialUpper[i - 1]! : 0);
    radialInverse[i] = 1 / pivot;
    radialUpper[i] = radial.upper[i]! / (shift * pivot);
  }
  return {
    shift,
    diagonalShift,
    ...factorMomentum(operator, diagonalShift),
    ...factorVertical(operator, diagonalShift),
    radialMultiplier,
    radialInverse,
    radialUpper,
  };
}

function factorVertical({ grid, down, up }: TransportOperator, diagonalShift: Float64Array) {
  const nz = grid.z.count;
  const rows = down.length;
  const verticalMultiplier = new Float64Array(rows);
  const verticalInverse = new Float64Array(rows);
  const verticalUpper = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const lowest = row % nz === 0;
    const highest = row % nz === nz - 1;
    const inverseShift = 1 / diagonalShift[row]!;
    const lower = lowest ? 0 : -down[row]! * inverseShift;
    const pivot = 1 + (down[row]! + up[row]!) * inverseShift - (lowest ? 0 : lower * verticalUpper[row - 1]!);
    verticalMultiplier[row] = lower;
    verticalInverse[row] = 1 / pivot;
    verticalUpper[row] = highest ? 0 : (-up[row]! * inverseShift) / pivot;
  }
  return { verticalMultiplier, verticalInverse, verticalUpper };
}

function factorMomentum(operator: TransportOperator, diagonalShift: Float64Array) {
  const { grid, size, lossOut, lossIn, upwind, sink } = operator;
  const { reaccelerationDown, reaccelerationUp, reaccelerationDiagonal } = operator;
  const nr = grid.r.count;
  const nz = grid.z.count;
  const plane = nr * nz;
  const multiplier = new Float64Array(size);
  const inversePivot = new Float64Array(size);
  const upperBand = new Float64Array(size);
  for (let k = 0; k < grid.momentum.count; k++) {
    const t = upwind[k]!;
    const tAbove = upwind[k + 1] ?? 0;
    for (let j = 0; j < nz; j++) {
      const row = k * nz + j;
      const diagonal = diagonalShift[row]! + reaccelerationDiagonal[row]!;
      const lower = reaccelerationDown[row]!;
      const upper = reaccelerationUp[row]!;
      for (let i = 0; i < nr; i++) {
        const c = row * nr + i;
        let pivot = diagonal + sink[c]! + lossOut[c]! * (1 + t);
        let band = upper - lossOut[c]! * t - lossIn[c]! * (1 + tAbove);
        if (k > 0) {
          const factor = lower * inversePivot[c - plane]!;
          multiplier[c] = factor;
          pivot -= factor * upperBand[c - plane]!;
          // The second upper band of the row below is lossIn times this cell's upwind share.
          band -= factor * lossIn[c - plane]! * t;
        }
        inversePivot[c] = 1 / pivot;
        upperBand[c] = band;
      }
    }
  }
  return { multiplier, inversePivot, upperBand };
}

/** v <- (S+Ar)^-1 S (S+Az)^-1 S (S+Ax)^-1 v; the two inner S are divided out of the vertical and radial factors. */
export function solveLines(operator: TransportOperator, factors: ShiftedFactors, v: Float64Array): void {
  solveMomentumLines(operator, factors, v);
  solveVerticalLines(operator, factors, v);
  solveRadialLines(operator, factors, v);
}

function solveMomentumLines(
  { grid, lossIn, upwind }: TransportOperator,
  factors: ShiftedFactors,
  v: Float64Array,
) {
  const { multiplier, inversePivot, upperBand } = factors;
  const plane = grid.r.count * grid.z.count;
  const nk = grid.momentum.count;
  for (let c = plane; c < v.length; c++) v[c] = v[c]! - multiplier[c]! * v[c - plane]!;
  const top = (nk - 1) * plane;
  for (let c = top; c < top + plane; c++) v[c] = v[c]! * inversePivot[c]!;
  for (let k = nk - 2; k >= 0; k--) {
    const t = upwind[k + 1]!;
    const twoAbove = k < nk - 2 ? 2 * plane : plane;
    for (let c = k * plane; c < (k + 1) * plane; c++) {
      v[c] = (v[c]! - upperBand[c]! * v[c + plane]! - lossIn[c]! * t * v[c + twoAbove]!) * inversePivot[c]!;
    }
  }
}

function solveVerticalLines({ grid }: TransportOperator, factors: ShiftedFactors, v: Float64Array) {
  const { verticalMultiplier, verticalInverse, verticalUpper } = factors;
  const nr = grid.r.count;
  const nz = grid.z.count;
  const rows = nz * grid.momentum.count;
  for (let row = 0; row < rows; row++) {
    const lower = verticalMultiplier[row]!;
    const inverse = verticalInverse[row]!;
    const below = row % nz === 0 ? 0 : nr;
    for (let c = row * nr; c < (row + 1) * nr; c++) v[c] = (v[c]! - lower * v[c - below]!) * inverse;
  }
  for (let row = rows - 1; row >= 0; row--) {
    if (row % nz === nz - 1) continue;
    const upper = verticalUpper[row]!;
    for (let c = row * nr; c < (row + 1) * nr; c++) v[c] = v[c]! - upper * v[c + nr]!;
  }
}

function solveRadialLines({ grid }: TransportOperator, factors: ShiftedFactors, v: Float64Array) {
  const { radialMultiplier, radialInverse, radialUpper } = factors;
  const nr = grid.r.count;
  for (let start = 0; start < v.length; start += nr) {
    let previous = v[start]! * radialInverse[0]!;
    v[start] = previous;
    for (let i = 1; i < nr; i++) {
      previous = (v[start + i]! - radialMultiplier[i]! * previous) * radialInverse[i]!;
      v[start + i] = previous;
    }
    for (let i = nr - 2; i >= 0; i--) {
      previous = v[start + i]! - radialUpper[i]! * previous;
      v[start + i] = previous;
    }
  }
}
