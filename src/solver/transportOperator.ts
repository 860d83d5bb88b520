/**
 * The steady transport operator in space and x = ln p, conservative finite volumes, second order.
 *
 *   -div(D grad n - V n) + dJ/dx + n rate = p Q,   J = -a dn/dx + (3a - v) n,   n = p N, a = Dpp/p^2, v = -pdot/p
 *
 * Space is (r, z), symmetric around the axis of the Galaxy, or (x, y, z): the same operator, whose cells at one height
 * form one row or several. The unknown is g = n / w with a spectrum w(x) known beforehand: g varies slowly where n falls
 * by many decades, so second order in x costs few points. Rates and diffusion are w-weighted means over each momentum
 * cell. Space: spatialStencil.ts; momentum: momentumStencil.ts. Mirror at z = 0, regular at r = 0, n = 0 at the top and
 * at the sides, no inflow at the highest momentum, outflow by losses at the lowest.
 *
 * Rows are divided by a rate of the same energy, so residuals compare from 1 MeV to 1 PeV.
 * Index of cell (k, j, m, i) in (momentum, z, y, x): ((k * nz + j) * ny + m) * nx + i; axisymmetric, ny is 1 and nx
 * counts radii.
 */
import { addInMomentum, applyInSpace, boxLines } from './boxOperator';
import { type RowScales, rowScales, weightedIntegral } from './cellMeans';
import { type HaloGrid, layerOf, type MomentumWindow, planeSize } from './haloGrid';
import { assembleMomentum } from './momentumStencil';
import { assembleRadial, assembleVertical } from './spatialStencil';
import type { TransportCoefficients, TransportOperator } from './transportTypes';

export function assembleTransport(grid: HaloGrid, coefficients: TransportCoefficients): TransportOperator {
  const scales = rowScales(grid.momentum, coefficients.weight, coefficients.rowScale);
  const whole = { first: 0, count: grid.momentum.count };
  return {
    grid,
    ...layerOf(grid),
    momenta: whole.count,
    size: planeSize(grid) * whole.count,
    ...scales,
    ...assembleLateral(grid),
    ...assembleVertical(grid, coefficients, scales),
    momentum: assembleMomentum(grid, coefficients, scales, whole),
    rightHandSide: assembleSource(grid, coefficients, scales, whole),
  };
}

export function assembleLateral(
  grid: HaloGrid,
): Pick<TransportOperator, 'along' | 'across' | 'lateralDiagonal'> {
  if (!('r' in grid)) return boxLines(grid);
  const along = assembleRadial(grid.r);
  return { along, across: null, lateralDiagonal: along.diagonal };
}

/** What is injected into the cells of a window. */
export function assembleSource(
  grid: HaloGrid,
  { source, weight, born }: Pick<TransportCoefficients, 'source' | 'weight' | 'born'>,
  { cellWeight, rowRate }: RowScales,
  { first, count }: MomentumWindow,
  out: Float64Array = new Float64Array(planeSize(grid) * count),
): Float64Array {
  const plane = planeSize(grid);
  for (let k = 0; k < count; k++) {
    const cell = first + k;
    const scale = cellWeight[cell]! * rowRate[cell]!;
    const injected =
      cell < (source.from ?? 0)
        ? 0
        : weightedIntegral(grid.momentum, weight, cell, (fine) => source.rate[fine]! / weight[fine]!) / scale;
    for (let c = 0; c < plane; c++) out[k * plane + c] = source.medium[c]! * injected;
    if (born !== undefined)
      for (let c = 0; c < plane; c++)
        out[k * plane + c] = out[k * plane + c]! + born[cell * plane + c]! / scale;
  }
  return out;
}

/** Writes the cells of momentum cell k of A g into `out`, and leaves the others alone. */
export function applyPlane(operator: TransportOperator, g: Float64Array, k: number, out: Float64Array): void {
  if (operator.across === null) applyRows(operator, g, k, out);
  else {
    applyInSpace(operator, operator.across, g, k, out);
    if (operator.momenta > 1) addInMomentum(operator, g, k, out);
  }
}

/** One row at each height. */
function applyRows(operator: TransportOperator, g: Float64Array, k: number, out: Float64Array): void {
  const { grid, along, lateralDiffusion, down, up, verticalDiagonal, momenta, rowLength } = operator;
  const { below, diagonal, above, secondAbove } = operator.momentum;
  const nz = grid.z.count;
  const plane = rowLength * nz;
  // Neighbours that do not exist have coefficient zero; their offset is zero, so that the cell itself is read.
  const toAbove = k < momenta - 1 ? plane : 0;
  const toSecondAbove = k < momenta - 2 ? 2 * plane : 0;
  const toBelow = k > 0 ? plane : 0;
  for (let j = 0; j < nz; j++) {
    const row = k * nz + j;
    const start = row * rowLength;
    const diffusion = lateralDiffusion[row]!;
    const fromBelow = down[row]!;
    const vertical = verticalDiagonal[row]!;
    const rowBelow = j > 0 ? rowLength : 0;
    const rowAbove = j < nz - 1 ? rowLength : 0;
    const fromRowAbove = j < nz - 1 ? up[row]! : 0;
    let inner = 0;
    let value = g[start]!;
    for (let i = 0; i < rowLength; i++) {
      const c = start + i;
      const outer = i < rowLength - 1 ? g[c + 1]! : 0;
      out[c] =
        (vertical + diagonal[c]!) * value +
        diffusion * (along.diagonal[i]! * value + along.lower[i]! * inner + along.upper[i]! * outer) -
        fromBelow * g[c - rowBelow]! -
        fromRowAbove * g[c + rowAbove]! +
        below[c]! * g[c - toBelow]! +
        above[c]! * g[c + toAbove]! +
        secondAbove[c]! * g[c + toSecondAbove]!;
      inner = value;
      value = outer;
    }
  }
}

/** out = A g. */
export function applyTransport(operator: TransportOperator, g: Float64Array, out: Float64Array): void {
  for (let k = 0; k < operator.momenta; k++) applyPlane(operator, g, k, out);
}
