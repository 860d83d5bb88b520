/** Couplings in space: lateral fluxes (r, or x and y), and vertical fluxes through exact resistances. */
import type { RowScales } from './cellMeans';
import type { HaloGrid } from './haloGrid';
import { subdivisions } from './momentumGrid';
import type { CellAxis } from './spatialGrid';
import type { TransportCoefficients } from './transportOperator';

/** Two-point Gauss-Legendre on an interval of length one: distance of the points from its middle. */
const gaussOffset = 0.5 / Math.sqrt(3);

/** Points and their shares of the mean over an interval. */
export interface Quadrature {
  readonly points: readonly number[];
  readonly shares: readonly number[];
}

/** Two Gauss points, or two on either side of a kink of the integrand inside the interval. */
export function quadratureAcross(lower: number, upper: number, kink: number | undefined): Quadrature {
  const ends = kink !== undefined && kink > lower && kink < upper ? [lower, kink, upper] : [lower, upper];
  const points: number[] = [];
  const shares: number[] = [];
  for (let i = 1; i < ends.length; i++) {
    const length = ends[i]! - ends[i - 1]!;
    const middle = ends[i - 1]! + 0.5 * length;
    points.push(middle - gaussOffset * length, middle + gaussOffset * length);
    shares.push((0.5 * length) / (upper - lower), (0.5 * length) / (upper - lower));
  }
  return { points, shares };
}

/**
 * Three-point matrices of second derivatives along one direction, without the diffusion coefficient, for every cell at one
 * height.
 */
export interface LineStencil {
  readonly lower: Float64Array;
  readonly diagonal: Float64Array;
  readonly upper: Float64Array;
}

/** What lies beyond an end of an axis: free escape (n = 0), or a mirror (no flux). */
export type AxisEnd = 'escape' | 'mirror';

/** Three-point matrix of -(1/r) d/dr r d/dr; zero beyond the edge, no flux through the axis. */
export function assembleRadial(r: CellAxis): LineStencil {
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

export interface VerticalStencil {
  /** Mean diffusion per (momentum, height) cell, for the lateral fluxes. */
  readonly lateralDiffusion: Float64Array;
  /** Couplings to the cell below and above, per (momentum, height) cell; the top one leads out of the halo. */
  readonly down: Float64Array;
  readonly up: Float64Array;
}

/**
 * The flux between two centres is the difference of n over the integral of dz/D: exact for any D(z) where nothing is
 * injected or lost between them, so a jump of D at a face costs nothing.
 */
export function assembleVertical(
  { z, momentum }: Pick<HaloGrid, 'z' | 'momentum'>,
  { diffusion, kinkHeight, weight }: Pick<TransportCoefficients, 'diffusion' | 'kinkHeight' | 'weight'>,
  { cellWeight, rowRate }: RowScales,
): VerticalStencil {
  const nz = z.count;
  const lateralDiffusion = new Float64Array(momentum.count * nz);
  const down = new Float64Array(momentum.count * nz);
  const up = new Float64Array(momentum.count * nz);
  // At one momentum: resistance of the lower and the upper half of each cell.
  const lowerHalf = new Float64Array(nz);
  const upperHalf = new Float64Array(nz);
  const halves = Array.from({ length: 2 * nz }, (_, half) => {
    const j = half >> 1;
    const middle = 0.5 * (z.faces[j]! + z.faces[j + 1]!);
    return half % 2 === 0
      ? quadratureAcross(z.faces[j]!, middle, kinkHeight)
      : quadratureAcross(middle, z.faces[j + 1]!, kinkHeight);
  });
  for (let k = 0; k < momentum.count; k++) {
    const width = momentum.faces[k + 1]! - momentum.faces[k]!;
    // Three-point Simpson over the momentum cell is enough for D, a smooth power of p.
    for (let s = 0; s <= subdivisions; s += subdivisions / 2) {
      const fine = k * subdivisions + s;
      const simpson = s === subdivisions / 2 ? 4 / 6 : 1 / 6;
      const share = (simpson * width * weight[fine]!) / (cellWeight[k]! * rowRate[k]!);
      for (let j = 0; j < nz; j++) {
        const half = 0.5 * (z.faces[j + 1]! - z.faces[j]!);
        const row = k * nz + j;
        for (let side = 0; side < 2; side++) {
          const { points, shares } = halves[2 * j + side]!;
          let resistance = 0;
          let mean = 0;
          for (let i = 0; i < points.length; i++) {
            const d = diffusion(points[i]!, fine);
            resistance += shares[i]! / d;
            mean += shares[i]! * d;
          }
          (side === 0 ? lowerHalf : upperHalf)[j] = half * resistance;
          lateralDiffusion[row] = lateralDiffusion[row]! + 0.5 * share * mean;
        }
      }
      for (let j = 0; j < nz; j++) {
        const row = k * nz + j;
        const flux = share / (z.faces[j + 1]! - z.faces[j]!);
        up[row] = up[row]! + flux / (upperHalf[j]! + (j < nz - 1 ? lowerHalf[j + 1]! : 0));
        if (j > 0) down[row] = down[row]! + flux / (lowerHalf[j]! + upperHalf[j - 1]!);
      }
    }
  }
  return { lateralDiffusion, down, up };
}
