/**
 * The density in the plane z = 0, and what is lost in it.
 *
 * Without a wind the density is flat there, because both sides are alike. A wind that sets out from the plane at once makes a
 * cusp: n' = (V n - F)/D at z = 0+, where F is what leaves the plane into one side. A loss l in the plane itself takes particles
 * from one momentum to the next, so F = l dn/dx (x = ln p), negative for a falling spectrum.
 */

import { bernoulli } from './bernoulli';
import type { HaloGrid } from './haloGrid';
import { subdivisions } from './momentumGrid';
import { layerBetween } from './spatialStencil';
import type { TransportCoefficients } from './transportTypes';

/** Slope of ln f in ln p at a fine node, from its neighbours. */
export function logSlope(fine: Float64Array, values: Float64Array, at: number): number {
  const below = Math.max(0, at - 1);
  const above = Math.min(fine.length - 1, at + 1);
  return Math.log(values[above]! / values[below]!) / (fine[above]! - fine[below]!);
}

/**
 * The density in the plane over that at the centre of the first cell, before either is known: 1 - n'/n z to first order, and
 * what sources spread evenly over the cell make of it where a wind is so strong that the cell does not resolve the cusp.
 *
 * @param rise n'/n at z = 0+ times the height of the centre.
 */
export function planeOverCentre(rise: number): number {
  return 1 / bernoulli(-2 * Math.max(0, rise));
}

/** The density in the plane from cells of a solution: shares per momentum cell. */
export interface PlaneReading {
  /** Of the first cell and of the second one, in height. */
  readonly own: Float64Array;
  readonly next: Float64Array;
  /** Of the difference between the next higher momentum and the next lower one, in the first cell. */
  readonly change: Float64Array;
}

/**
 * The density in the plane, from the flux between the first two centres: it grows evenly from what leaves the plane to what
 * flows through the first face, and n' = (V n - F)/D is integrated from the centre down. Undefined where the density is flat.
 */
export function planeReading(
  { z, momentum }: Pick<HaloGrid, 'z' | 'momentum'>,
  coefficients: Pick<TransportCoefficients, 'diffusion' | 'wind' | 'kinkHeight' | 'planeLoss' | 'weight'>,
): PlaneReading | undefined {
  const { wind, planeLoss = 0, weight } = coefficients;
  if (wind === undefined) return undefined;
  const { count, fine, centres } = momentum;
  const own = new Float64Array(count);
  const next = new Float64Array(count);
  const change = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const node = k * subdivisions + subdivisions / 2;
    const through = (lower: number, upper: number) => layerBetween(coefficients, lower, upper, node);
    const { resistance, drift } = through(0, z.centres[0]!);
    const toFace = through(z.centres[0]!, z.faces[1]!);
    const fromFace = through(z.faces[1]!, z.centres[1]!);
    const between = toFace.resistance + fromFace.resistance;
    const driftBetween = toFace.drift + fromFace.drift;
    // Integrals of e^-P and of z e^-P over z from 0 to the centre, in units of its height.
    const ofPlane = 1 / bernoulli(-drift);
    const ofGrowth = drift < 1e-3 ? 0.5 - drift / 3 : (ofPlane - Math.exp(-drift)) / drift;
    const growth = (0.5 * resistance * ofGrowth) / between;
    const lost = planeLoss * resistance;
    const slope = Math.min(logSlope(fine, weight, node) * lost, drift);
    const leaving = ofPlane - 0.5 * ofGrowth;
    const scale = 1 / (1 - slope * leaving);
    own[k] = scale * (Math.exp(-drift) + growth * bernoulli(-driftBetween));
    next[k] = -scale * growth * bernoulli(driftBetween);
    if (k === 0 || k === count - 1) continue;
    const ratio = planeOverCentre(drift - slope);
    change[k] = (scale * lost * leaving * ratio) / (centres[k + 1]! - centres[k - 1]!);
  }
  return { own, next, change };
}

/**
 * @param value the solution at one place in the plane, per momentum cell and height.
 * @param lowest the lowest momentum cell that is solved.
 */
export function valueInPlane(
  { own, next, change }: PlaneReading,
  k: number,
  value: (k: number, j: number) => number,
  lowest = 0,
): number {
  const flat = own[k]! * value(k, 0) + next[k]! * value(k, 1);
  const share = change[k]!;
  return share === 0 || k === lowest ? flat : flat + share * (value(k + 1, 0) - value(k - 1, 0));
}
