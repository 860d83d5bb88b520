/** Injection breaks stay sharp where nothing smooths them: with diffusion alone a spectrum is what is injected times the escape. */
import { describe, expect, test } from 'vitest';
import { injectionLaw } from '../../src/model/laws';
import type { Parameters } from '../../src/model/parameters/values';
import type { SpeciesKey } from '../../src/model/propagated';
import { injectionSpectrum } from '../../src/physics/injection';
import {
  kineticEnergyFromRigidity,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  rigidityFromMomentum,
  rigidityGV,
} from '../../src/physics/kinematics';
import { speciesTable } from '../../src/physics/species';
import { difference } from '../physics/laws';
import { atSun, diffusionOnly, model } from './solvedModels';

/** Of rigidity over that of the break: well away from it, and within a few per cent. */
const around = [0.3, 0.5, 0.7, 0.9, 0.95, 0.97, 0.99, 1, 1.01, 1.03, 1.05, 1.1, 1.4, 2, 3];

/** Flux over injection, relative to that of the same model without any break: the escape cancels, the break must too. */
function departures(changes: Partial<Parameters>, species: SpeciesKey, atGV: number): number[] {
  const particle = speciesTable[species];
  const broken = model({ ...diffusionOnly, ...changes });
  const prefix = species === 'p' ? 'p' : 'e';
  const plain: Parameters = {
    ...broken,
    [`${prefix}.alpha0`]: 2.4,
    [`${prefix}.alpha1`]: 2.4,
    [`${prefix}.secondBreak`]: 'off',
  };
  const energies = around.map((share) => kineticEnergyFromRigidity(particle, rigidityGV(share * atGV)));
  const fluxOverInjection = (parameters: Parameters) => {
    const law = injectionLaw(parameters, species);
    return atSun(parameters, species, energies).map((density, i) => {
      const momentum = momentumFromKineticEnergy(particle, kineticEnergyPerNucleonGeV(energies[i]!));
      return density / injectionSpectrum(law, rigidityFromMomentum(particle, momentum));
    });
  };
  const smooth = fluxOverInjection(plain);
  const ratios = fluxOverInjection(broken).map((value, i) => value / smooth[i]!);
  return ratios.map((ratio) => difference(ratio, 1));
}

// Both are solved on grids of their own, each good to about 1e-3 with diffusion alone; a break smeared over a cell of 0.5 in
// ln p would be off by several per cent.
const sharp = 3e-3;

describe('with every process off but diffusion', () => {
  test.each([
    ['p', {}],
    ['e-', {}],
    ['e-', { 'e.alpha0': 0.5, 'e.alpha1': 3.5 }],
    ['e-', { profile: 'step', 'e.alpha0': 0.5, 'e.alpha1': 3.5 }],
  ] as const satisfies readonly (readonly [SpeciesKey, Partial<Parameters>])[])(
    '%s, %j: the break of the injection is that of the spectrum',
    (species, changes) => {
      const parameters = model(changes);
      const atGV = parameters[species === 'p' ? 'p.rhoBr' : 'e.rhoBr'];
      expect(Math.max(...departures(changes, species, atGV))).toBeLessThan(sharp);
    },
  );

  test.each([
    ['p', { 'p.secondBreak': 'on', 'p.rhoBr2': 300, 'p.alpha2': 1.5 }, 300],
    ['e-', { 'e.secondBreak': 'on', 'e.rhoBr2': 50, 'e.alpha2': 1.5 }, 50],
    ['e-', { 'e.secondBreak': 'on', 'e.rhoBr2': 50, 'e.alpha2': 3.5 }, 50],
  ] as const satisfies readonly (readonly [SpeciesKey, Partial<Parameters>, number])[])(
    '%s, %j: so is the second',
    (species, changes, atGV) => {
      expect(Math.max(...departures(changes, species, atGV))).toBeLessThan(sharp);
    },
  );
});
