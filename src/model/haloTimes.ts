/** How long electrons stay and how long they keep their energy: the times that decide what losses do to a spectrum. */
import type { DiffusionLaw } from '../physics/diffusion';
import { electronCoolingTimeMyr } from '../physics/diffusionLength';
import { betaAtRigidity, electronRigidityGV, escapeTimeMyr, lossTimeMyr } from '../physics/haloScales';
import { speciesTable } from '../physics/species';
import { lossesAtSun } from './lossesAtSun';
import type { Parameters } from './parameters/values';

/** Times in Myr at each of a list of kinetic energies. */
export interface HaloTimes {
  readonly escapeThm: readonly number[];
  readonly escapeCm: readonly number[];
  /** 17 Myr (E/10 GeV)^-1 (Jin16, Section 3). */
  readonly cooling: readonly number[];
  /** All losses that are switched on, in the gas, the field and the light at the Sun. */
  readonly lossAtSun: readonly number[];
}

/** Loss time (Myr) of electrons in the plane at the Sun as a function of kinetic energy in GeV. */
export function electronLossAtSun(parameters: Parameters): (energyGeV: number) => number {
  const electron = speciesTable['e-'];
  const { medium, terms } = lossesAtSun(parameters, electron);
  return (energyGeV) => lossTimeMyr(terms, medium, electron, energyGeV);
}

export function haloTimes(
  laws: { readonly thm: DiffusionLaw; readonly cm: DiffusionLaw },
  lossAtSun: (energyGeV: number) => number,
  energiesGeV: readonly number[],
): HaloTimes {
  const electron = speciesTable['e-'];
  const escapeFrom = (law: DiffusionLaw) =>
    energiesGeV.map((energy) => {
      const rigidity = electronRigidityGV(energy);
      return escapeTimeMyr(law, rigidity, betaAtRigidity(electron, rigidity));
    });
  return {
    escapeThm: escapeFrom(laws.thm),
    escapeCm: escapeFrom(laws.cm),
    cooling: energiesGeV.map(electronCoolingTimeMyr),
    lossAtSun: energiesGeV.map(lossAtSun),
  };
}
