/** Models for the tests, and their solutions: each is solved once per file. */
import { type GalacticDensity, solveGalaxy } from '../../src/model/galaxy';
import { mediaOn } from '../../src/model/media';
import { type Parameters, standardParameters } from '../../src/model/parameters/values';
import { densityAt } from '../../src/model/propagate';
import type { SpeciesKey, Tier } from '../../src/model/propagated';
import { type TierSettings, tierSettings } from '../../src/model/tiers';
import { transported } from '../../src/model/transported';
import { spectralTerms, sunSlab, transportTerms } from '../../src/model/transportProblem';
import { sunRadiusKpc } from '../../src/physics/units';
import type { TransportGrid } from '../../src/solver/haloGrid';
import type { TransportCoefficients } from '../../src/solver/transportTypes';

/** Every process of the equation but diffusion and escape. */
export const otherProcesses = [
  'reacceleration',
  'fragmentation',
  'ionisation',
  'coulomb',
  'bremsstrahlung',
  'synchrotron',
  'inverseCompton',
] as const;

export const diffusionOnly: Partial<Parameters> = {
  reacceleration: 'off',
  fragmentation: 'off',
  ionisation: 'off',
  coulomb: 'off',
  bremsstrahlung: 'off',
  synchrotron: 'off',
  inverseCompton: 'off',
};

/** The paper's two-halo model with some parameters changed. */
export function model(changes: Partial<Parameters> = {}): Parameters {
  return { ...standardParameters, ...changes };
}

const solved = new Map<string, GalacticDensity>();

export function solvedModel(
  parameters: Parameters,
  species: SpeciesKey,
  tier: Tier,
  changes: Partial<TierSettings> = {},
): GalacticDensity {
  const key = JSON.stringify([parameters, species, tier, changes]);
  const known = solved.get(key);
  if (known) return known;
  const solution = solveGalaxy({ parameters, species, tier }, { ...tierSettings[tier], ...changes });
  solved.set(key, solution);
  return solution;
}

/** Densities N(p) at the Sun at kinetic energies (GeV). */
export function atSun(
  parameters: Parameters,
  species: SpeciesKey,
  energies: readonly number[],
  tier: Tier = 'settled',
  changes: Partial<TierSettings> = {},
): number[] {
  const solution = solvedModel(parameters, species, tier, changes);
  return [...densityAt(solution, species, Float64Array.from(energies), sunRadiusKpc, 0)];
}

/** All coefficients on a grid, with the slab's spectrum as weight. */
export function transportCoefficients(
  parameters: Parameters,
  species: SpeciesKey,
  { r, z, momentum }: TransportGrid,
): TransportCoefficients {
  const spectral = spectralTerms(parameters, transported(parameters, species), momentum);
  const { weight, rowScale } = sunSlab(parameters, spectral, { r, z });
  return { ...transportTerms(parameters, spectral, mediaOn(parameters, r, z)), weight, rowScale };
}
