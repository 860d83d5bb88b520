/**
 * A burst of electrons in closed form: D = D0' E^delta with delta < 1, losses dE/dt = -b0 E^2, the same everywhere;
 * no boundary, or a slab with n = 0 at |z| = L and both source and observer in its plane.
 *
 *   E_s = E / (1 - b0 E t),   Lambda = D0' / (b0 (1 - delta)) (E^(delta - 1) - E_s^(delta - 1)),
 *   N = q(E_s) (E_s/E)^2 (4 pi Lambda)^-1 exp(-d^2 / 4 Lambda) G(Lambda).
 *
 * Energies in GeV, times in Myr, lengths in kpc.
 */
import { slabGreensFunction } from '../../src/physics/burst';
import { diffusionSquared, type ElectronSlab } from './electronSlab';

export interface QuadraticLossBurst {
  readonly medium: ElectronSlab;
  readonly distanceKpc: number;
  readonly ageMyr: number;
  /** Particles released per GeV. */
  readonly injectedPerGeV: (energyGeV: number) => number;
}

/** Energy at release; Infinity from the energy on that not even infinite energy can have cooled down to. */
export function burstSourceEnergy({ medium, ageMyr }: QuadraticLossBurst, energyGeV: number): number {
  const kept = 1 - medium.lossPerGeVMyr * energyGeV * ageMyr;
  return kept > 0 ? energyGeV / kept : Number.POSITIVE_INFINITY;
}

/** Highest energy (GeV) left after an age: 1/(b0 t). */
export function coolingLimitGeV({ medium, ageMyr }: QuadraticLossBurst): number {
  return 1 / (medium.lossPerGeVMyr * ageMyr);
}

/** N per GeV and kpc^3. */
export function quadraticLossBurstDensity(burst: QuadraticLossBurst, energyGeV: number): number {
  const sourceEnergy = burstSourceEnergy(burst, energyGeV);
  if (sourceEnergy === Number.POSITIVE_INFINITY) return 0;
  const squared = diffusionSquared(burst.medium, energyGeV, sourceEnergy);
  const inPlane = Math.exp(-(burst.distanceKpc ** 2) / (4 * squared)) / (4 * Math.PI * squared);
  const across = slabGreensFunction(squared, burst.medium.halfThicknessKpc);
  return burst.injectedPerGeV(sourceEnergy) * (sourceEnergy / energyGeV) ** 2 * inPlane * across;
}
