/**
 * The approximate inverse of the transport operator by directions.
 *
 * With A = Ap + Az + Al (momentum, height, lateral: radius, or x and y) and a diagonal shift S,
 *
 *   (S + Ap) (1 + Az / S) (1 + Al / S)  =  S + A + O(1/S)   where S commutes,
 *
 * three or four sets of line solves. S = s <D> with s (1/length^2) from small to large treats errors from the size of the
 * halo down to one cell; because S is proportional to the local diffusion, the lateral factors 1 + Al / S are the same for
 * all energies and heights, and the vertical one the same at every place in the plane. A wind V adds sqrt(s) V to S, the
 * rate at which it crosses that length; lateral factors are then made as they are used. The momentum line keeps the
 * second-order upwind stencil (four bands), so it is exact where losses dominate.
 *
 * Each function works on one momentum plane, small enough for the first-level cache, so that a step of the iteration
 * is one pass up in momentum and one pass down. Nothing is allocated in a step. Momentum lines come first: the other
 * order needs half as many iterations more.
 */

import { coefficientArray } from './momentumStencil';
import type { Coefficients, LineStencil, TransportOperator } from './transportTypes';

/** Momentum lines S + Ap: multiplier to the cell below, inverse pivot, first upper band; the second upper band is fixed. */
export interface MomentumFactors {
  readonly multiplier: Coefficients;
  readonly inversePivot: Coefficients;
  readonly upperBand: Coefficients;
}

/** The shift S of a row (momentum, height): the rate at which diffusion and wind act on a length 1/sqrt(shift). */
export function shiftAt(
  { lateralDiffusion, windSpeed }: Pick<TransportOperator, 'lateralDiffusion' | 'windSpeed'>,
  shift: number,
  row: number,
): number {
  return shift * lateralDiffusion[row]! + (windSpeed ? Math.sqrt(shift) * windSpeed[row]! : 0);
}

/** Factors of one shift. */
export interface ShiftedFactors {
  readonly shift: number;
  readonly momentum: MomentumFactors;
  /** Vertical lines 1 + Az / S, per (momentum, height) cell. */
  readonly vertical: LineFactors;
  /** Lateral lines 1 + Al / S, per cell along a row and across the rows. */
  readonly along: LineFactors;
  readonly across: LineFactors | null;
}

/** Factors of a tridiagonal matrix: lower band, inverse pivot, upper band over pivot. */
export interface LineFactors {
  readonly lower: Float64Array;
  readonly inverse: Float64Array;
  readonly upper: Float64Array;
}

function lineFactors(count: number): LineFactors {
  return {
    lower: new Float64Array(count),
    inverse: new Float64Array(count),
    upper: new Float64Array(count),
  };
}

/** @param kept factors of an earlier problem on the same kind of grid, into whose room these may be written. */
export function momentumFactors({ grid, size }: TransportOperator, kept?: MomentumFactors): MomentumFactors {
  return {
    // In boxes none are kept (boxLines.ts).
    multiplier: coefficientArray(grid, 'r' in grid ? size : 0, kept?.multiplier),
    inversePivot: coefficientArray(grid, size, kept?.inversePivot),
    upperBand: coefficientArray(grid, size, kept?.upperBand),
  };
}

/**
 * The lines in space factored for a shift (1/length^2), and room for those in momentum: of this shift alone, or shared
 * between shifts to save memory, and then factored again each time that they are used.
 */
export function shiftedFactors(
  operator: TransportOperator,
  shift: number,
  momentum: MomentumFactors,
): ShiftedFactors {
  const { along, across, rowLength, rows } = operator;
  return {
    shift,
    momentum,
    vertical: factorVertical(operator, shift),
    along: factorLateral(along, shift, 1, rowLength),
    across: across && factorLateral(across, shift, rowLength, rowLength * rows),
  };
}

/** Lines whose neighbours are `stride` apart; one begins every `length` cells of a row, or in the first row. */
function factorLateral(stencil: LineStencil, shift: number, stride: number, length: number): LineFactors {
  const factors = lineFactors(stencil.diagonal.length);
  const { lower, inverse, upper } = factors;
  for (let i = 0; i < lower.length; i++) {
    const band = stencil.lower[i]! / shift;
    const isFirst = i % length < stride;
    const pivot = 1 + stencil.diagonal[i]! / shift - (isFirst ? 0 : band * upper[i - stride]!);
    lower[i] = band;
    inverse[i] = 1 / pivot;
    upper[i] = stencil.upper[i]! / (shift * pivot);
  }
  return factors;
}

function factorVertical(operator: TransportOperator, shift: number): LineFactors {
  const { grid, down, up, verticalDiagonal } = operator;
  const factors = lineFactors(down.length);
  const { lower, inverse, upper } = factors;
  const nz = grid.z.count;
  for (let row = 0; row < down.length; row++) {
    const lowest = row % nz === 0;
    const highest = row % nz === nz - 1;
    const inverseShift = 1 / shiftAt(operator, shift, row);
    const band = lowest ? 0 : -down[row]! * inverseShift;
    const pivot = 1 + verticalDiagonal[row]! * inverseShift - (lowest ? 0 : band * upper[row - 1]!);
    lower[row] = band;
    inverse[row] = 1 / pivot;
    upper[row] = highest ? 0 : (-up[row]! * inverseShift) / pivot;
  }
  return factors;
}

/** Factors plane k of the momentum lines S + Ap. Planes ascending. */
export function factorMomentum(
  operator: TransportOperator,
  { shift, momentum: factors }: ShiftedFactors,
  k: number,
): void {
  const { grid, rowLength, rows } = operator;
  const { below, diagonal, above, secondAbove } = operator.momentum;
  const { multiplier, inversePivot, upperBand } = factors;
  const layer = rowLength * rows;
  const nz = grid.z.count;
  const plane = layer * nz;
  // The lowest plane has no coupling below (coefficient zero) and reads itself.
  const toBelow = k > 0 ? plane : 0;
  for (let row = k * nz; row < (k + 1) * nz; row++) {
    const shifted = shiftAt(operator, shift, row);
    for (let c = row * layer; c < (row + 1) * layer; c++) {
      const factor = k > 0 ? below[c]! * inversePivot[c - toBelow]! : 0;
      multiplier[c] = factor;
      inversePivot[c] = 1 / (shifted + diagonal[c]! - (k > 0 ? factor * upperBand[c - toBelow]! : 0));
      upperBand[c] = above[c]! - factor * secondAbove[c - toBelow]!;
    }
  }
}

/**
 * v = input - v in plane k, then the elimination of plane k - 1 from it in the momentum lines, in place. Planes ascending.
 */
export function eliminateMomentum(
  { size, momenta }: TransportOperator,
  { momentum: { multiplier } }: ShiftedFactors,
  k: number,
  input: Float64Array,
  v: Float64Array,
): void {
  const plane = size / momenta;
  const end = (k + 1) * plane;
  if (k === 0) for (let c = 0; c < end; c++) v[c] = input[c]! - v[c]!;
  else for (let c = k * plane; c < end; c++) v[c] = input[c]! - v[c]! - multiplier[c]! * v[c - plane]!;
}

/** Back substitution of plane k of the momentum lines, in place; reads planes k + 1 and k + 2. Planes descending. */
export function substituteMomentum(
  operator: TransportOperator,
  { momentum: { inversePivot, upperBand } }: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  const { secondAbove } = operator.momentum;
  const nk = operator.momenta;
  const plane = operator.size / nk;
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
  { grid, rowLength, rows }: TransportOperator,
  { vertical: { lower, inverse, upper } }: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  const layer = rowLength * rows;
  const nz = grid.z.count;
  for (let j = 0; j < nz; j++) {
    const height = k * nz + j;
    const band = lower[height]!;
    const pivot = inverse[height]!;
    const below = j > 0 ? layer : 0;
    for (let c = height * layer; c < (height + 1) * layer; c++) v[c] = (v[c]! - band * v[c - below]!) * pivot;
  }
  for (let j = nz - 2; j >= 0; j--) {
    const height = k * nz + j;
    const band = upper[height]!;
    for (let c = height * layer; c < (height + 1) * layer; c++) v[c] = v[c]! - band * v[c + layer]!;
  }
}

/** Lines across the rows of plane k, in place. */
export function solveAcross(
  operator: TransportOperator,
  { shift, across }: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  if (across === null || operator.across === null) return;
  const { grid, rowLength, rows } = operator;
  if (operator.windSpeed !== null) {
    solveInWind(operator, operator.across, shift, k, rowLength, rowLength * rows, v);
    return;
  }
  const { lower, inverse, upper } = across;
  const layer = rowLength * rows;
  const nz = grid.z.count;
  for (let start = k * nz * layer; start < (k + 1) * nz * layer; start += layer) {
    for (let l = 0; l < rowLength; l++) v[start + l] = v[start + l]! * inverse[l]!;
    for (let l = rowLength; l < layer; l++) {
      const c = start + l;
      v[c] = (v[c]! - lower[l]! * v[c - rowLength]!) * inverse[l]!;
    }
    for (let l = layer - rowLength - 1; l >= 0; l--) {
      const c = start + l;
      v[c] = v[c]! - upper[l]! * v[c + rowLength]!;
    }
  }
}

/** Lines along the rows (in r, or in x) of plane k, in place. */
export function solveAlong(
  operator: TransportOperator,
  { shift, along: { lower, inverse, upper } }: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  const { rowLength, rows, size, momenta } = operator;
  if (operator.windSpeed !== null) {
    solveInWind(operator, operator.along, shift, k, 1, rowLength, v);
    return;
  }
  const layer = rowLength * rows;
  const plane = size / momenta;
  const end = (k + 1) * plane;
  for (let layerStart = k * plane; layerStart < end; layerStart += layer) {
    for (let row = 0; row < layer; row += rowLength) {
      const start = layerStart + row;
      let previous = 0;
      for (let i = 0; i < rowLength; i++) {
        previous = (v[start + i]! - lower[row + i]! * previous) * inverse[row + i]!;
        v[start + i] = previous;
      }
      for (let i = rowLength - 2; i >= 0; i--) {
        previous = v[start + i]! - upper[row + i]! * previous;
        v[start + i] = previous;
      }
    }
  }
}

/** Upper bands over pivots of the lines at one height, made as they are needed. */
let upperInWind = new Float64Array(0);

/**
 * Lateral lines of plane k where a wind makes the shift another multiple of the diffusion at each height: factored as they are
 * solved. Neighbours are `stride` apart; a line begins in the first `stride` cells of every `length`.
 */
function solveInWind(
  operator: TransportOperator,
  { lower, diagonal, upper }: LineStencil,
  shift: number,
  k: number,
  stride: number,
  length: number,
  v: Float64Array,
): void {
  const { grid, lateralDiffusion, rowLength, rows } = operator;
  const layer = rowLength * rows;
  if (upperInWind.length < layer) upperInWind = new Float64Array(layer);
  const bands = upperInWind;
  const nz = grid.z.count;
  for (let height = k * nz; height < (k + 1) * nz; height++) {
    const scale = lateralDiffusion[height]! / shiftAt(operator, shift, height);
    const start = height * layer;
    for (let i = 0; i < layer; i++) {
      const isFirst = i % length < stride;
      const band = isFirst ? 0 : lower[i]! * scale;
      const inverse = 1 / (1 + diagonal[i]! * scale - (isFirst ? 0 : band * bands[i - stride]!));
      bands[i] = upper[i]! * scale * inverse;
      v[start + i] = (v[start + i]! - (isFirst ? 0 : band * v[start + i - stride]!)) * inverse;
    }
    for (let i = layer - 1 - stride; i >= 0; i--) {
      if (i % length >= length - stride) continue;
      v[start + i] = v[start + i]! - bands[i]! * v[start + i + stride]!;
    }
  }
}
