/**
 * The steady transport operator in (r, z, x = ln p), conservative finite volumes, second order.
 *
 *   -div(D grad n) + dJ/dx + n rate = p Q,   J = -a dn/dx + (3a - v) n,   n = p N, a = Dpp/p^2, v = -pdot/p
 *
 * The unknown is g = n / w with a spectrum w(x) known beforehand: g varies slowly where n falls by many decades, so
 * second order in x costs few points. Rates and diffusion are w-weighted means over each momentum cell. Radius and
 * height: spatialStencil.ts; momentum: momentumStencil.ts. Mirror at z = 0, regular at r = 0, n = 0 at z = L and
 * r = R, no inflow at the highest momentum, outflow by losses at the lowest.
 *
 * Rows are divided by a rate of the same energy, so residuals compare from 1 MeV to 1 PeV.
 * Index of cell (k, j, i) in (x, z, r): (k * nz + j) * nr + i.
 */
import { type RowScales, rowScales, weightedIntegral } from './cellMeans';
import type { MomentumGrid } from './momentumGrid';
import { assembleMomentum, type LocalShape, type MomentumStencil } from './momentumStencil';
import type { CellAxis } from './spatialGrid';
import { assembleRadial, assembleVertical, type RadialStencil, type VerticalStencil } from './spatialStencil';

export interface TransportGrid {
  readonly r: CellAxis;
  readonly z: CellAxis;
  readonly momentum: MomentumGrid;
}

/** A rate that factors into what the medium is (per (z, r) cell) and what the particle feels (per fine node). */
export interface SeparableRate {
  readonly medium: Float64Array;
  readonly rate: Float64Array;
}

export interface TransportCoefficients {
  /** Spatial diffusion at height z and fine momentum node. */
  diffusion(z: number, fine: number): number;
  /** Momentum diffusion Dpp/p^2 at height z and fine node. */
  momentumDiffusion(z: number, fine: number): number;
  /** Momentum loss rates -pdot/p. */
  readonly losses: readonly SeparableRate[];
  /** Destruction rates. */
  readonly sinks: readonly SeparableRate[];
  /** p Q. */
  readonly source: SeparableRate;
  /** Spectrum w > 0 on the fine nodes. */
  readonly weight: Float64Array;
  /** Rate on the fine nodes by which rows are divided. */
  readonly rowScale: Float64Array;
  /** The density relative to w as far as it is known beforehand; the better, the smaller the error in momentum. */
  readonly shape?: LocalShape;
  /** Takes the losses' upwind value from one cell: what codes with a first-order energy step solve. */
  readonly firstOrderLosses?: boolean;
}

export interface TransportOperator extends RowScales, VerticalStencil {
  readonly grid: TransportGrid;
  readonly size: number;
  readonly radial: RadialStencil;
  readonly momentum: MomentumStencil;
  readonly rightHandSide: Float64Array;
}

export function assembleTransport(
  grid: TransportGrid,
  coefficients: TransportCoefficients,
): TransportOperator {
  const scales = rowScales(grid.momentum, coefficients.weight, coefficients.rowScale);
  return {
    grid,
    size: grid.r.count * grid.z.count * grid.momentum.count,
    ...scales,
    radial: assembleRadial(grid.r),
    ...assembleVertical(grid, coefficients, scales),
    momentum: assembleMomentum(grid, coefficients, scales),
    rightHandSide: assembleSource(grid, coefficients, scales),
  };
}

function assembleSource(
  { r, z, momentum }: TransportGrid,
  { source, weight }: TransportCoefficients,
  { cellWeight, rowRate }: RowScales,
): Float64Array {
  const plane = r.count * z.count;
  const out = new Float64Array(plane * momentum.count);
  for (let k = 0; k < momentum.count; k++) {
    const injected =
      weightedIntegral(momentum, weight, k, (fine) => source.rate[fine]! / weight[fine]!) /
      (cellWeight[k]! * rowRate[k]!);
    for (let c = 0; c < plane; c++) out[k * plane + c] = source.medium[c]! * injected;
  }
  return out;
}

/** Writes the cells of momentum cell k of A g into `out`, and leaves the others alone. */
export function applyPlane(operator: TransportOperator, g: Float64Array, k: number, out: Float64Array): void {
  const { grid, radial, radialDiffusion, down, up } = operator;
  const { below, diagonal, above, secondAbove } = operator.momentum;
  const nr = grid.r.count;
  const nz = grid.z.count;
  const nk = grid.momentum.count;
  const plane = nr * nz;
  // Neighbours that do not exist have coefficient zero; their offset is zero, so that the cell itself is read.
  const toAbove = k < nk - 1 ? plane : 0;
  const toSecondAbove = k < nk - 2 ? 2 * plane : 0;
  const toBelow = k > 0 ? plane : 0;
  for (let j = 0; j < nz; j++) {
    const row = k * nz + j;
    const start = row * nr;
    const diffusion = radialDiffusion[row]!;
    const toDown = down[row]!;
    const vertical = toDown + up[row]!;
    const rowBelow = j > 0 ? nr : 0;
    const rowAbove = j < nz - 1 ? nr : 0;
    const fromRowAbove = j < nz - 1 ? up[row]! : 0;
    let inner = 0;
    let value = g[start]!;
    for (let i = 0; i < nr; i++) {
      const c = start + i;
      const outer = i < nr - 1 ? g[c + 1]! : 0;
      out[c] =
        (vertical + diagonal[c]!) * value +
        diffusion * (radial.diagonal[i]! * value + radial.lower[i]! * inner + radial.upper[i]! * outer) -
        toDown * g[c - rowBelow]! -
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
  for (let k = 0; k < operator.grid.momentum.count; k++) applyPlane(operator, g, k, out);
}
