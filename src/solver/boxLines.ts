/**
 * The momentum lines of a box: as in lineSolves.ts, with coefficients and factors in single precision, and factored again for
 * each shift of each cycle. Both are for memory: a box has millions of cells, and what the processor waits for is not
 * the arithmetic. The functions are apart from the others because one function that reads both kinds of numbers is slow.
 */
import { type ShiftedFactors, shiftAt } from './lineSolves';
import type { TransportOperator } from './transportTypes';

/**
 * v = input - v in plane k; factors the plane and eliminates plane k - 1 from it, in place. Planes ascending.
 */
export function factorAndEliminate(
  operator: TransportOperator,
  { shift, momentum: { inversePivot, upperBand } }: ShiftedFactors,
  k: number,
  input: Float64Array,
  v: Float64Array,
): void {
  const { grid, rowLength, rows } = operator;
  const { below, diagonal, above, secondAbove } = operator.momentum;
  const layer = rowLength * rows;
  const nz = grid.z.count;
  const plane = layer * nz;
  for (let height = k * nz; height < (k + 1) * nz; height++) {
    const shifted = shiftAt(operator, shift, height);
    const end = (height + 1) * layer;
    if (k === 0) {
      for (let c = height * layer; c < end; c++) {
        inversePivot[c] = 1 / (shifted + diagonal[c]!);
        upperBand[c] = above[c]!;
        v[c] = input[c]! - v[c]!;
      }
    } else {
      for (let c = height * layer; c < end; c++) {
        const lower = c - plane;
        const factor = below[c]! * inversePivot[lower]!;
        inversePivot[c] = 1 / (shifted + diagonal[c]! - factor * upperBand[lower]!);
        upperBand[c] = above[c]! - factor * secondAbove[lower]!;
        v[c] = input[c]! - v[c]! - factor * v[lower]!;
      }
    }
  }
}

/** Back substitution of plane k, in place; reads planes k + 1 and k + 2. Planes descending. */
export function substituteInBox(
  { size, momenta, momentum: { secondAbove } }: TransportOperator,
  { momentum: { inversePivot, upperBand } }: ShiftedFactors,
  k: number,
  v: Float64Array,
): void {
  const plane = size / momenta;
  const end = (k + 1) * plane;
  if (k === momenta - 1) {
    for (let c = k * plane; c < end; c++) v[c] = v[c]! * inversePivot[c]!;
    return;
  }
  const toSecondAbove = k < momenta - 2 ? 2 * plane : plane;
  for (let c = k * plane; c < end; c++) {
    v[c] =
      (v[c]! - upperBand[c]! * v[c + plane]! - secondAbove[c]! * v[c + toSecondAbove]!) * inversePivot[c]!;
  }
}
