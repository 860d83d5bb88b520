/**
 * Rigidity, momentum, kinetic energy and total energy of one particle.
 *
 * Momentum and kinetic energy are per nucleon for nuclei; total energy is that of the whole particle.
 * The brands keep the four apart: mixing them compiles in plain numbers and is wrong by the mass number.
 */
import type { Species } from './species';

/** What motion depends on. */
type Moving = Pick<Species, 'massGeV' | 'massNumber' | 'chargeNumber'>;

declare const quantity: unique symbol;
type Branded<Name extends string> = number & { readonly [quantity]: Name };

/** Momentum times c per unit charge, GV. */
export type RigidityGV = Branded<'rigidity GV'>;
/** Kinetic energy per nucleon (of the particle, for leptons), GeV. */
export type KineticEnergyPerNucleonGeV = Branded<'kinetic energy per nucleon GeV'>;
/** Kinetic energy plus rest energy of the whole particle, GeV. */
export type TotalEnergyGeV = Branded<'total energy GeV'>;
/** Momentum times c per nucleon (of the particle, for leptons), GeV. */
export type MomentumGeV = Branded<'momentum per nucleon GeV'>;

// The casts below are the only places where a plain number becomes a branded one.
export const rigidityGV = (value: number) => value as RigidityGV;
export const kineticEnergyPerNucleonGeV = (value: number) => value as KineticEnergyPerNucleonGeV;
export const totalEnergyGeV = (value: number) => value as TotalEnergyGeV;
export const momentumGeV = (value: number) => value as MomentumGeV;

/** p = sqrt(E (E + 2m)), GeV per nucleon. */
export function momentumFromKineticEnergy(species: Moving, energy: KineticEnergyPerNucleonGeV): MomentumGeV {
  return momentumGeV(Math.sqrt(energy * (energy + 2 * species.massGeV)));
}

/** E = p^2 / (sqrt(p^2 + m^2) + m), GeV per nucleon: no difference of large numbers at either end. */
export function kineticEnergyFromMomentum(
  species: Moving,
  momentum: MomentumGeV,
): KineticEnergyPerNucleonGeV {
  const mass = species.massGeV;
  const energy = Math.sqrt(momentum * momentum + mass * mass);
  return kineticEnergyPerNucleonGeV((momentum * momentum) / (energy + mass));
}

/** rho = A p / |Z|, GV. */
export function rigidityFromMomentum(species: Moving, momentum: MomentumGeV): RigidityGV {
  return rigidityGV((species.massNumber * momentum) / Math.abs(species.chargeNumber));
}

/** p = |Z| rho / A, GeV per nucleon. */
export function momentumFromRigidity(species: Moving, rigidity: RigidityGV): MomentumGeV {
  return momentumGeV((Math.abs(species.chargeNumber) * rigidity) / species.massNumber);
}

export function rigidityFromKineticEnergy(species: Moving, energy: KineticEnergyPerNucleonGeV): RigidityGV {
  return rigidityFromMomentum(species, momentumFromKineticEnergy(species, energy));
}

export function kineticEnergyFromRigidity(species: Moving, rigidity: RigidityGV): KineticEnergyPerNucleonGeV {
  return kineticEnergyFromMomentum(species, momentumFromRigidity(species, rigidity));
}

/** Total energy of the whole particle, A (E + m), GeV. */
export function totalEnergyFromKineticEnergy(
  species: Moving,
  energy: KineticEnergyPerNucleonGeV,
): TotalEnergyGeV {
  return totalEnergyGeV(species.massNumber * (energy + species.massGeV));
}

/** Kinetic energy per nucleon of a particle whose total energy is given, GeV. */
export function kineticEnergyFromTotalEnergy(
  species: Moving,
  total: TotalEnergyGeV,
): KineticEnergyPerNucleonGeV {
  return kineticEnergyPerNucleonGeV(total / species.massNumber - species.massGeV);
}

/** Speed in units of the speed of light. */
export function betaFromMomentum(species: Moving, momentum: MomentumGeV): number {
  return momentum / Math.sqrt(momentum * momentum + species.massGeV * species.massGeV);
}

/** Lorentz factor of the particle. */
export function lorentzFactorFromMomentum(species: Moving, momentum: MomentumGeV): number {
  const ratio = momentum / species.massGeV;
  return Math.sqrt(1 + ratio * ratio);
}
