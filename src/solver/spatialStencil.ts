/** Couplings in space: lateral fluxes (r, or x and y), and vertical fluxes through exact resistances. */

import { bernoulli } from './bernoulli';
import type { RowScales } from './cellMeans';
import type { HaloGrid } from './haloGrid';
import { simpson, subdivisions } from './momentumGrid';
import type { CellAxis } from './spatialGrid';
import type { LineStencil, TransportCoefficients, VerticalStencil } from './transportTypes';

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

/** What lies between two heights, at one momentum. */
export interface Layer {
  /** Integral of dz/D. */
  readonly resistance: number;
  /** Integral of V dz/D: the logarithm of what a wind V alone, without a flux, makes of the density. */
  readonly drift: number;
  readonly meanDiffusion: number;
}

export function layerBetween(
  { diffusion, wind, kinkHeight }: Pick<TransportCoefficients, 'diffusion' | 'wind' | 'kinkHeight'>,
  lower: number,
  upper: number,
  fine: number,
): Layer {
  return layerAt({ diffusion, wind }, quadratureAcross(lower, upper, kinkHeight), upper - lower, fine);
}

export function layerAt(
  { diffusion, wind }: { diffusion: TransportCoefficients['diffusion']; wind: TransportCoefficients['wind'] },
  { points, shares }: Quadrature,
  length: number,
  fine: number,
): Layer {
  let resistance = 0;
  let drift = 0;
  let meanDiffusion = 0;
  for (let i = 0; i < points.length; i++) {
    const d = diffusion(points[i]!, fine);
    const part = (shares[i]! * length) / d;
    resistance += part;
    if (wind) drift += part * wind(points[i]!);
    meanDiffusion += shares[i]! * d;
  }
  return { resistance, drift, meanDiffusion };
}

/**
 * The flux between two centres is the difference of n over the integral of dz/D: exact for any D(z) where nothing is
 * injected or lost between them, so a jump of D at a face costs nothing. With a wind it is exponentially fitted (Scharfetter &
 * Gummel 1969), exact for any D(z) and constant V: conservative, and positive however strong the wind.
 */
export function assembleVertical(
  { z, momentum }: Pick<HaloGrid, 'z' | 'momentum'>,
  {
    diffusion,
    wind,
    kinkHeight,
    weight,
  }: Pick<TransportCoefficients, 'diffusion' | 'wind' | 'kinkHeight' | 'weight'>,
  { cellWeight, rowRate }: RowScales,
): VerticalStencil {
  const nz = z.count;
  const array = () => new Float64Array(momentum.count * nz);
  const lateralDiffusion = array();
  const down = array();
  const up = array();
  const verticalDiagonal = array();
  const windSpeed = wind ? array() : null;
  // At one momentum: resistance and drift of the lower and the upper half of each cell, of nothing beyond the top, and mean D.
  const lowerHalf = new Float64Array(nz + 1);
  const upperHalf = new Float64Array(nz);
  const lowerDrift = new Float64Array(nz + 1);
  const upperDrift = new Float64Array(nz);
  const meanDiffusion = new Float64Array(nz);
  const halves = Array.from({ length: 2 * nz }, (_, half) => {
    const lower = z.faces[half >> 1]!;
    const upper = z.faces[(half >> 1) + 1]!;
    const middle = 0.5 * (lower + upper);
    return half % 2 === 0
      ? quadratureAcross(lower, middle, kinkHeight)
      : quadratureAcross(middle, upper, kinkHeight);
  });
  for (let k = 0; k < momentum.count; k++) {
    const width = momentum.faces[k + 1]! - momentum.faces[k]!;
    // The same nodes as for sources: where nothing but D matters, w that is Q/D is the answer then, however wide the cell.
    for (let s = 0; s <= subdivisions; s++) {
      const fine = k * subdivisions + s;
      const share = (simpson[s]! * width * weight[fine]!) / (cellWeight[k]! * rowRate[k]!);
      // The first node is the last one of the cell before.
      for (let j = 0; j < nz && (s > 0 || k === 0); j++) {
        const half = 0.5 * (z.faces[j + 1]! - z.faces[j]!);
        const lower = layerAt({ diffusion, wind }, halves[2 * j]!, half, fine);
        const upper = layerAt({ diffusion, wind }, halves[2 * j + 1]!, half, fine);
        lowerHalf[j] = lower.resistance;
        upperHalf[j] = upper.resistance;
        lowerDrift[j] = lower.drift;
        upperDrift[j] = upper.drift;
        meanDiffusion[j] = 0.5 * (lower.meanDiffusion + upper.meanDiffusion);
      }
      for (let j = 0; j < nz; j++) {
        const row = k * nz + j;
        lateralDiffusion[row] = lateralDiffusion[row]! + share * meanDiffusion[j]!;
      }
      if (wind && windSpeed)
        for (let j = 0; j < nz; j++)
          windSpeed[k * nz + j] = windSpeed[k * nz + j]! + share * wind(z.centres[j]!);
      for (let j = 0; j < nz; j++) {
        const row = k * nz + j;
        const flux = share / (z.faces[j + 1]! - z.faces[j]!);
        const above = flux / (upperHalf[j]! + lowerHalf[j + 1]!);
        const below = j > 0 ? flux / (lowerHalf[j]! + upperHalf[j - 1]!) : 0;
        if (wind === undefined) {
          up[row] = up[row]! + above;
          down[row] = down[row]! + below;
          continue;
        }
        const driftAbove = upperDrift[j]! + lowerDrift[j + 1]!;
        const driftBelow = j > 0 ? lowerDrift[j]! + upperDrift[j - 1]! : 0;
        const leaving = above * bernoulli(-driftAbove);
        up[row] = up[row]! + (j < nz - 1 ? above * bernoulli(driftAbove) : leaving);
        down[row] = down[row]! + below * bernoulli(-driftBelow);
        verticalDiagonal[row] = verticalDiagonal[row]! + leaving + below * bernoulli(driftBelow);
      }
    }
  }
  if (wind === undefined)
    for (let row = 0; row < up.length; row++) verticalDiagonal[row] = down[row]! + up[row]!;
  return { lateralDiffusion, down, up, verticalDiagonal, windSpeed };
}
