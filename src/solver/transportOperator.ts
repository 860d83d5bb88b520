/**
 * The steady transport operator in (r, z, x = ln p), conservative finite volumes, second order.
 *
 *   -div(D grad n) + dJ/dx + n rate = p Q,   J = -a dn/dx + (3a - v) n,   n = p N, a = Dpp/p^2, v = -pdot/p
 *
 * The unknown is g = n / w, with w(x) the solution of the one-zone problem (leakyBox.ts): g varies slowly where n
 * falls by many decades, so second order in x costs few points. Per cell, with <.> the w-weighted mean over the
 * momentum cell (Simpson on the fine nodes):
 *
 *   - r: cylindrical fluxes with <D(z)>;
 *   - z: fluxes through the exact resistance integral dz/D between centres, so a jump of D at a face is exact;
 *   - x: exponentially fitted central differences for the part with a, second-order upwind (from above) for losses;
 *   - mirror at z = 0, regular at r = 0, n = 0 at z = L and r = R, no inflow at the top, outflow by losses below.
 *
 * Rows are divided by a rate of the same energy, so residuals compare from 1 MeV to 1 PeV.
 * Index of cell (k, j, i) in (x, z, r): (k * nz + j) * nr + i.
 */
import { bernoulli } from './leakyBox';
import { type MomentumGrid, simpson, subdivisions } from './momentumGrid';
import type { CellAxis } from './spatialGrid';

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
  /** One-zone spectrum w > 0 on the fine nodes. */
  readonly weight: Float64Array;
  /** Rate on the fine nodes by which rows are divided. */
  readonly rowScale: Float64Array;
}

export interface TransportOperator {
  readonly grid: TransportGrid;
  readonly size: number;
  /** Radial three-point matrix for D = 1; lower, diagonal, upper, per r cell. */
  readonly radial: {
    readonly lower: Float64Array;
    readonly diagonal: Float64Array;
    readonly upper: Float64Array;
  };
  /** Mean diffusion per (x, z) cell. */
  readonly radialDiffusion: Float64Array;
  /** Vertical couplings to the cell below and above, per (x, z) cell; the top one leads out of the halo. */
  readonly down: Float64Array;
  readonly up: Float64Array;
  /** Momentum couplings of reacceleration to the cell below and above and on the diagonal, per (x, z) cell. */
  readonly reaccelerationDown: Float64Array;
  readonly reaccelerationUp: Float64Array;
  readonly reaccelerationDiagonal: Float64Array;
  /**
   * Loss flux per unit g through the lower face of every cell, in units of that cell (`lossOut`) and of the cell
   * below, which receives it (`lossIn`, zero plane at the top).
   */
  readonly lossOut: Float64Array;
  readonly lossIn: Float64Array;
  /** Second-order upwind: the value at the lower face of cell k is (1 + t_k) g_k - t_k g_{k+1}. */
  readonly upwind: Float64Array;
  /** Destruction rate of every cell. */
  readonly sink: Float64Array;
  readonly rightHandSide: Float64Array;
  /** Integral of the weight over each momentum cell, and the row scale of each energy. */
  readonly cellWeight: Float64Array;
  readonly rowRate: Float64Array;
}

const gaussOffset = 0.5 / Math.sqrt(3);

function assembleRadial(r: CellAxis): TransportOperator['radial'] {
  const lower = new Float64Array(r.count);
  const diagonal = new Float64Array(r.count);
  const upper = new Float64Array(r.count);
  for (let i = 0; i < r.count; i++) {
    const inner = r.faces[i]!;
    const outer = r.faces[i + 1]!;
    const area = 0.5 * (outer * outer - inner * inner);
    if (i > 0) lower[i] = -inner / (area * (r.centres[i]! - r.centres[i - 1]!));
    const distance = i < r.count - 1 ? r.centres[i + 1]! - r.centres[i]! : outer - r.centres[i]!;
    const outward = outer / (area * distance);
    if (i < r.count - 1) upper[i] = -outward;
    diagonal[i] = outward - lower[i]!;
  }
  return { lower, diagonal, upper };
}

/** w-weighted Simpson mean over momentum cell k of a function of the fine node, before division by the weight. */
function weightedIntegral(
  momentum: MomentumGrid,
  weight: Float64Array,
  k: number,
  f: (fine: number) => number,
): number {
  const width = momentum.faces[k + 1]! - momentum.faces[k]!;
  let sum = 0;
  for (let s = 0; s <= subdivisions; s++) {
    const fine = k * subdivisions + s;
    sum += simpson[s]! * weight[fine]! * f(fine);
  }
  return sum * width;
}

/** Mean rates and spatial couplings of every momentum cell, then the face fluxes in momentum. */
export function assembleTransport(
  grid: TransportGrid,
  coefficients: TransportCoefficients,
): TransportOperator {
  const { r, z, momentum } = grid;
  const nr = r.count;
  const nz = z.count;
  const nk = momentum.count;
  const plane = nr * nz;
  const size = plane * nk;
  const { weight } = coefficients;
  const cellWeight = new Float64Array(nk);
  const rowRate = new Float64Array(nk);
  for (let k = 0; k < nk; k++) {
    cellWeight[k] = weightedIntegral(momentum, weight, k, () => 1);
    rowRate[k] =
      weightedIntegral(momentum, weight, k, (fine) => coefficients.rowScale[fine]!) / cellWeight[k]!;
  }
  const vertical = assembleVertical(grid, coefficients, cellWeight, rowRate);
  const reacceleration = assembleReacceleration(grid, coefficients, cellWeight, rowRate);

  const lossOut = new Float64Array(size);
  const lossIn = new Float64Array(size);
  const upwind = new Float64Array(nk);
  const sink = new Float64Array(size);
  const rightHandSide = new Float64Array(size);
  for (let k = 0; k < nk; k++) {
    const scale = 1 / (cellWeight[k]! * rowRate[k]!);
    if (k < nk - 1) {
      const toFace = momentum.centres[k]! - momentum.faces[k]!;
      upwind[k] = toFace / (momentum.centres[k + 1]! - momentum.centres[k]!);
    }
    const face = k * subdivisions;
    const below = k > 0 ? 1 / (cellWeight[k - 1]! * rowRate[k - 1]!) : 0;
    for (const { medium, rate } of coefficients.losses) {
      const flux = rate[face]! * weight[face]!;
      for (let c = 0; c < plane; c++) {
        lossOut[k * plane + c] = lossOut[k * plane + c]! + medium[c]! * flux * scale;
        if (k > 0) lossIn[(k - 1) * plane + c] = lossIn[(k - 1) * plane + c]! + medium[c]! * flux * below;
      }
    }
    for (const { medium, rate } of coefficients.sinks) {
      const mean = weightedIntegral(momentum, weight, k, (fine) => rate[fine]!) * scale;
      for (let c = 0; c < plane; c++) sink[k * plane + c] = sink[k * plane + c]! + medium[c]! * mean;
    }
    const { medium, rate } = coefficients.source;
    const injected = weightedIntegral(momentum, weight, k, (fine) => rate[fine]! / weight[fine]!) * scale;
    for (let c = 0; c < plane; c++) rightHandSide[k * plane + c] = medium[c]! * injected;
  }
  return {
    grid,
    size,
    radial: assembleRadial(r),
    ...vertical,
    ...reacceleration,
    lossOut,
    lossIn,
    upwind,
    sink,
    rightHandSide,
    cellWeight,
    rowRate,
  };
}

function assembleVertical(
  { z, momentum }: TransportGrid,
  coefficients: TransportCoefficients,
  cellWeight: Float64Array,
  rowRate: Float64Array,
) {
  const nz = z.count;
  const radialDiffusion = new Float64Array(momentum.count * nz);
  const down = new Float64Array(momentum.count * nz);
  const up = new Float64Array(momentum.count * nz);
  // Per fine node: resistance of the lower and upper half of each cell, and the mean diffusion.
  const lowerHalf = new Float64Array(nz);
  const upperHalf = new Float64Array(nz);
  const mean = new Float64Array(nz);
  const addNode = (k: number, fine: number, share: number) => {
    for (let j = 0; j < nz; j++) {
      const half = 0.5 * (z.faces[j + 1]! - z.faces[j]!);
      let sum = 0;
      for (const side of [0, 1]) {
        const middle = z.faces[j]! + (side + 0.5) * half;
        const first = coefficients.diffusion(middle - gaussOffset * half, fine);
        const second = coefficients.diffusion(middle + gaussOffset * half, fine);
        (side === 0 ? lowerHalf : upperHalf)[j] = 0.5 * half * (1 / first + 1 / second);
        sum += 0.25 * (first + second);
      }
      mean[j] = sum;
    }
    for (let j = 0; j < nz; j++) {
      const row = k * nz + j;
      const thickness = z.faces[j + 1]! - z.faces[j]!;
      radialDiffusion[row] = radialDiffusion[row]! + share * mean[j]!;
      const resistance = upperHalf[j]! + (j < nz - 1 ? lowerHalf[j + 1]! : 0);
      up[row] = up[row]! + share / (thickness * resistance);
      if (j > 0) down[row] = down[row]! + share / (thickness * (lowerHalf[j]! + upperHalf[j - 1]!));
    }
  };
  for (let k = 0; k < momentum.count; k++) {
    const width = momentum.faces[k + 1]! - momentum.faces[k]!;
    // Three-point Simpson is enough for D, a smooth power of p.
    for (const [s, simpson3] of [
      [0, 1 / 6] as const,
      [subdivisions / 2, 4 / 6] as const,
      [subdivisions, 1 / 6] as const,
    ]) {
      const fine = k * subdivisions + s;
      addNode(k, fine, (simpson3 * width * coefficients.weight[fine]!) / (cellWeight[k]! * rowRate[k]!));
    }
  }
  return { radialDiffusion, down, up };
}

function assembleReacceleration(
  { z, momentum }: TransportGrid,
  coefficients: TransportCoefficients,
  cellWeight: Float64Array,
  rowRate: Float64Array,
) {
  const { weight } = coefficients;
  const nz = z.count;
  const nk = momentum.count;
  const reaccelerationDown = new Float64Array(nk * nz);
  const reaccelerationUp = new Float64Array(nk * nz);
  const reaccelerationDiagonal = new Float64Array(nk * nz);
  for (let k = 0; k < nk - 1; k++) {
    const fine = (k + 1) * subdivisions;
    const distance = momentum.centres[k + 1]! - momentum.centres[k]!;
    // Flux = w a [ -dg/dx + (3 - w'/w) g ], exponentially fitted: central where the drift over a cell is small,
    // upwind where a steep weight makes it large, positive always.
    const slope =
      Math.log(weight[fine + 1]! / weight[fine - 1]!) / (momentum.fine[fine + 1]! - momentum.fine[fine - 1]!);
    const peclet = (3 - slope) * distance;
    const carriedUp = bernoulli(-peclet) / distance;
    const carriedDown = bernoulli(peclet) / distance;
    const scaleBelow = 1 / (cellWeight[k]! * rowRate[k]!);
    const scaleAbove = 1 / (cellWeight[k + 1]! * rowRate[k + 1]!);
    for (let j = 0; j < nz; j++) {
      const thickness = z.faces[j + 1]! - z.faces[j]!;
      const middle = z.centres[j]!;
      const a =
        0.5 *
        (coefficients.momentumDiffusion(middle - gaussOffset * thickness, fine) +
          coefficients.momentumDiffusion(middle + gaussOffset * thickness, fine));
      const fromBelow = a * weight[fine]! * carriedUp;
      const fromAbove = a * weight[fine]! * carriedDown;
      const row = k * nz + j;
      const above = row + nz;
      reaccelerationDiagonal[row] = reaccelerationDiagonal[row]! + fromBelow * scaleBelow;
      reaccelerationUp[row] = -fromAbove * scaleBelow;
      reaccelerationDiagonal[above] = reaccelerationDiagonal[above]! + fromAbove * scaleAbove;
      reaccelerationDown[above] = -fromBelow * scaleAbove;
    }
  }
  return { reaccelerationDown, reaccelerationUp, reaccelerationDiagonal };
}

/** Writes the cells of momentum cell k of A g into `out`, and leaves the others alone. */
export function applyPlane(operator: TransportOperator, g: Float64Array, k: number, out: Float64Array): void {
  const { grid, radial, radialDiffusion, down, up, lossOut, lossIn, upwind, sink } = operator;
  const { reaccelerationDown, reaccelerationUp, reaccelerationDiagonal } = operator;
  const nr = grid.r.count;
  const nz = grid.z.count;
  const nk = grid.momentum.count;
  const plane = nr * nz;
  // Neighbours that do not exist have coefficient zero; their offset is zero, so that the cell itself is read.
  const above = k < nk - 1 ? plane : 0;
  const below = k > 0 ? plane : 0;
  const twoAbove = k < nk - 2 ? 2 * plane : 0;
  const share = upwind[k]!;
  const shareAbove = k < nk - 1 ? upwind[k + 1]! : 0;
  for (let j = 0; j < nz; j++) {
    const row = k * nz + j;
    const start = row * nr;
    const diffusion = radialDiffusion[row]!;
    const toDown = down[row]!;
    const toUp = up[row]!;
    const fixed = toDown + toUp + reaccelerationDiagonal[row]!;
    const fromBelow = reaccelerationDown[row]!;
    const fromAbove = reaccelerationUp[row]!;
    const rowBelow = j > 0 ? nr : 0;
    const rowAbove = j < nz - 1 ? nr : 0;
    const fromRowAbove = j < nz - 1 ? toUp : 0;
    let inner = 0;
    let value = g[start]!;
    for (let i = 0; i < nr; i++) {
      const c = start + i;
      const outer = i < nr - 1 ? g[c + 1]! : 0;
      const higher = g[c + above]!;
      out[c] =
        (fixed + sink[c]!) * value +
        diffusion * (radial.diagonal[i]! * value + radial.lower[i]! * inner + radial.upper[i]! * outer) -
        toDown * g[c - rowBelow]! -
        fromRowAbove * g[c + rowAbove]! +
        fromBelow * g[c - below]! +
        fromAbove * higher +
        lossOut[c]! * (value + share * (value - higher)) -
        lossIn[c]! * (higher + shareAbove * (higher - g[c + twoAbove]!));
      inner = value;
      value = outer;
    }
  }
}

/** out = A g. */
export function applyTransport(operator: TransportOperator, g: Float64Array, out: Float64Array): void {
  for (let k = 0; k < operator.grid.momentum.count; k++) applyPlane(operator, g, k, out);
}
