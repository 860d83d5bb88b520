/** The network against closed forms where it has its own sources: decay in a cylinder, as a series of Bessel functions. */
import { describe, expect, test } from 'vitest';
import { diffusionLaw } from '../../src/model/laws';
import { presets } from '../../src/model/presets';
import { diffusionCoefficient } from '../../src/physics/diffusion';
import { injectionSpectrum } from '../../src/physics/injection';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  rigidityFromMomentum,
} from '../../src/physics/kinematics';
import { sourceModels } from '../../src/physics/sources';
import { sunRadiusKpc } from '../../src/physics/units';
import { cylinderDensity, layersOf } from '../exact/besselCylinder';
import { difference } from '../physics/laws';
import { atSun, solveFamily, species } from './networkMembers';
import { diffusionOnly } from './solvedModels';

const parameters = {
  ...presets.cm.parameters,
  ...diffusionOnly,
  // Falls as one exponential above the plane at all radii, and ends nowhere.
  sources: 'caseBhattacharya98',
} as const;
const { density: sources } = sourceModels.caseBhattacharya98;
const energies = [0.3, 1, 3, 10, 100, 1000];

/** Density at the Sun of what decays at a rate. */
function exact(energyGeV: number, decayPerMyr: number, injection: Parameters<typeof injectionSpectrum>[0]) {
  const momentum = momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energyGeV));
  const rigidity = rigidityFromMomentum(species, momentum);
  const beta = betaFromMomentum(species, momentum);
  const diffusion = diffusionCoefficient(diffusionLaw(parameters), 0, rigidity, beta);
  const halo = {
    radiusKpc: parameters.R,
    // 25 pc: an eighth of the sources' height.
    layers: layersOf(() => diffusion, parameters.L, 200),
    sinkPerMyr: decayPerMyr,
    modes: 60,
  };
  const source = {
    radial: (r: number) => sources(r, 0),
    vertical: (z: number) => sources(sunRadiusKpc, z),
  };
  return cylinderDensity(halo, [source], sunRadiusKpc) * injectionSpectrum(injection, rigidity);
}

describe.each([
  // What the settled cells leave: more of them where it lives within 0.3 kpc, which five cells share.
  ['rarely', 1e-3, 3e-3],
  ['on the way out', 0.05, 3e-3],
  ['before it gets far', 1, 5e-3],
])('a parent that decays %s', (_, decayPerMyr, limit) => {
  const family = solveFamily(parameters, { anywhere: () => decayPerMyr });
  const [parent, daughter, stable] = [family.parent, family.daughter, family.stable].map((density) =>
    atSun(density, energies),
  );
  const { injection } = family.particles.parent;
  if (injection === null) throw new Error('The parent is injected.');

  test.each(energies.map((energy, i) => [energy, i] as const))('at %d GeV per nucleon', (energy, i) => {
    const expected = exact(energy, decayPerMyr, injection);
    const expectedStable = exact(energy, 0, injection);
    expect(difference(parent![i]!, expected)).toBeLessThan(limit);
    expect(difference(stable![i]!, expectedStable)).toBeLessThan(limit);
    expect(difference(daughter![i]!, expectedStable - expected)).toBeLessThan(limit);
  });
});
