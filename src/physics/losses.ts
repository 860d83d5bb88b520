/**
 * All continuous losses, each as a quantity of the place times a function of momentum, so that a solver can
 * build its matrices from a few maps of the Galaxy and a few curves.
 */
import { neutralBremsstrahlungMomentumLoss, plasmaBremsstrahlungMomentumLoss } from './bremsstrahlung';
import { coulombLogMomentumLoss, coulombMomentumLoss } from './coulomb';
import { type GasModel, neutralHydrogenPerCm3 } from './gas';
import { inverseComptonMomentumLoss } from './inverseCompton';
import { ionisationMomentumLoss } from './ionisation';
import { type MomentumGeV, momentumGeV } from './kinematics';
import type { MagneticField } from './magneticField';
import type { RadiationField } from './radiationField';
import type { Species } from './species';
import { magneticEnergyEVPerCm3, synchrotronMomentumLoss } from './synchrotron';

/**
 * What losses are proportional to: atoms per cm^3; n ln n of the ionised gas with n per cm^3; eV/cm^3 for
 * the magnetic field and the four kinds of light.
 */
export type MediumQuantity =
  | 'neutralHydrogen'
  | 'ionisedHydrogen'
  | 'ionisedHydrogenLog'
  | 'magneticEnergy'
  | 'coolStarlight'
  | 'hotStarlight'
  | 'dust'
  | 'cmb';

export interface LossTerm {
  readonly process: 'ionisation' | 'coulomb' | 'bremsstrahlung' | 'synchrotron' | 'inverseCompton';
  readonly medium: MediumQuantity;
  /** -dp/dt in GeV/Myr (per nucleon for nuclei) for one unit of the medium; negative only for 'ionisedHydrogenLog'. */
  readonly momentumLossGeVPerMyr: (momentumGeV: number) => number;
}

/** The terms that act on a species: -dp/dt at a place is the sum of medium times term. */
export function lossTerms(species: Species, radiation: RadiationField): readonly LossTerm[] {
  const term = (
    process: LossTerm['process'],
    medium: MediumQuantity,
    loss: (species: Species, momentum: MomentumGeV) => number,
  ): LossTerm => ({ process, medium, momentumLossGeVPerMyr: (value) => loss(species, momentumGeV(value)) });

  const collisional = [
    term('ionisation', 'neutralHydrogen', ionisationMomentumLoss),
    term('coulomb', 'ionisedHydrogen', coulombMomentumLoss),
    term('coulomb', 'ionisedHydrogenLog', coulombLogMomentumLoss),
  ];
  if (species.kind === 'nucleus') return collisional;
  return [
    ...collisional,
    term('bremsstrahlung', 'neutralHydrogen', neutralBremsstrahlungMomentumLoss),
    term('bremsstrahlung', 'ionisedHydrogen', plasmaBremsstrahlungMomentumLoss),
    term('synchrotron', 'magneticEnergy', synchrotronMomentumLoss),
    ...radiation.components.map((light) =>
      term('inverseCompton', light.name, (particle, momentum) =>
        inverseComptonMomentumLoss(particle, light.bodies, momentum),
      ),
    ),
  ];
}

/** n ln n, nothing where there is nothing. */
export function logWeighted(density: number): number {
  return density > 0 ? density * Math.log(density) : 0;
}

/** The medium at one point; `zKpc` is signed (the molecular layer is warped). */
export function mediumAt(
  gas: GasModel,
  field: MagneticField,
  radiation: RadiationField,
  rKpc: number,
  zKpc: number,
): Record<MediumQuantity, number> {
  const ionised = gas.ionisedPerCm3(rKpc, zKpc);
  const light = { coolStarlight: 0, hotStarlight: 0, dust: 0, cmb: 0 };
  for (const component of radiation.components) {
    light[component.name] += component.energyDensityEVPerCm3(zKpc)(rKpc);
  }
  return {
    neutralHydrogen: neutralHydrogenPerCm3(gas, rKpc, zKpc),
    ionisedHydrogen: ionised,
    ionisedHydrogenLog: logWeighted(ionised),
    magneticEnergy: magneticEnergyEVPerCm3(field.strengthMicroGauss(rKpc, zKpc)),
    ...light,
  };
}
