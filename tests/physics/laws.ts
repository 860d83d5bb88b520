/** The diffusion laws of Jin16 Table 1, for the tests. */
import type { DiffusionLaw, DiffusionProfile } from '../../src/physics/diffusion';
import { kpc2PerMyrPerCm2PerS } from '../../src/physics/units';

export function twoHaloLaw(profile: DiffusionProfile, changes: Partial<DiffusionLaw> = {}): DiffusionLaw {
  return {
    profile,
    coefficientKpc2PerMyr: 5.5e28 * kpc2PerMyrPerCm2PerS,
    referenceRigidityGV: 4,
    delta0: 0.19,
    Delta: 0.39,
    xi: 0.16,
    n: 5,
    halfThicknessKpc: 5,
    eta: 1,
    ...changes,
  };
}

export const conventionalLaw = twoHaloLaw('uniform', { delta0: 0.5 });

/** Relative difference of `value` from `expected`. */
export function difference(value: number, expected: number): number {
  return Math.abs(value / expected - 1);
}
