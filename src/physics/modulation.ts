/** Solar modulation in the force-field approximation (Gleeson & Axford 1968). */
import type { KineticEnergyPerNucleonGeV } from './kinematics';
import type { Species } from './species';

/** Energy lost in the heliosphere: Phi = |Z| phi / A, GeV per nucleon. */
export function modulationEnergyLossGeV(species: Species, potentialMV: number): number {
  return ((Math.abs(species.chargeNumber) / species.massNumber) * potentialMV) / 1000;
}

/** T (T + 2m) / [(T + Phi)(T + Phi + 2m)], without unit: the factor on the interstellar flux at T + Phi. */
export function forceFieldPrefactor(
  species: Species,
  potentialMV: number,
  kineticEnergy: KineticEnergyPerNucleonGeV,
): number {
  const twiceMass = 2 * species.massGeV;
  const shifted = kineticEnergy + modulationEnergyLossGeV(species, potentialMV);
  return (kineticEnergy * (kineticEnergy + twiceMass)) / (shifted * (shifted + twiceMass));
}

/**
 * Flux at Earth, in the unit of `interstellarFlux`, which is asked at the energy before modulation
 * (GeV per nucleon).
 */
export function forceFieldFlux(
  species: Species,
  potentialMV: number,
  kineticEnergy: KineticEnergyPerNucleonGeV,
  interstellarFlux: (kineticEnergyGeV: number) => number,
): number {
  const shifted = kineticEnergy + modulationEnergyLossGeV(species, potentialMV);
  return forceFieldPrefactor(species, potentialMV, kineticEnergy) * interstellarFlux(shifted);
}
