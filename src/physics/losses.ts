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
import type { RadiationComponent, RadiationField } from './radiationField';
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

export type Medium = Readonly<Record<MediumQuantity, number>>;

/** What fills the Galaxy. */
export interface Ingredients {
  readonly gas: GasModel;
  readonly field: MagneticField;
  readonly radiation: RadiationField;
}

/** The medium at a height, as a function of the radius, given its neutral gas: all else is alike on both sides of the plane. */
function mediumAround(
  { gas, field, radiation }: Ingredients,
  zKpc: number,
  neutralPerCm3: (rKpc: number) => number,
): (rKpc: number) => Medium {
  const light = (name: RadiationComponent['name']) =>
    radiation.components.find((component) => component.name === name)?.energyDensityEVPerCm3(zKpc) ??
    (() => 0);
  const [coolStarlight, hotStarlight] = [light('coolStarlight'), light('hotStarlight')];
  const [dust, cmb] = [light('dust'), light('cmb')];
  return (rKpc) => {
    const ionised = gas.ionisedPerCm3(rKpc, zKpc);
    return {
      neutralHydrogen: neutralPerCm3(rKpc),
      ionisedHydrogen: ionised,
      ionisedHydrogenLog: ionised > 0 ? ionised * Math.log(ionised) : 0,
      magneticEnergy: magneticEnergyEVPerCm3(field.strengthMicroGauss(rKpc, zKpc)),
      coolStarlight: coolStarlight(rKpc),
      hotStarlight: hotStarlight(rKpc),
      dust: dust(rKpc),
      cmb: cmb(rKpc),
    };
  };
}

/** The medium at one point; `zKpc` is signed (the molecular layer is warped). */
export function mediumAt(ingredients: Ingredients, rKpc: number, zKpc: number): Medium {
  return mediumAround(ingredients, zKpc, (r) => neutralHydrogenPerCm3(ingredients.gas, r, zKpc))(rKpc);
}

/** The mean of both sides of the plane at a height, as a function of the radius. */
export function mediumOnBothSides(ingredients: Ingredients, heightKpc: number): (rKpc: number) => Medium {
  const { atomicPerCm3, molecularAtomsPerCm3 } = ingredients.gas;
  return mediumAround(
    ingredients,
    heightKpc,
    (r) =>
      atomicPerCm3(r, heightKpc) +
      0.5 * (molecularAtomsPerCm3(r, heightKpc) + molecularAtomsPerCm3(r, -heightKpc)),
  );
}
