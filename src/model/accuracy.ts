/** How far a tier is from the limit of vanishing cells: the a-posteriori check behind `npm run verify` and the tests. */

import { sunRadiusKpc } from '../physics/units';
import { SolverError } from '../solver/errors';
import {
  estimatedRangeGeV,
  type GalacticDensity,
  refineGalaxy,
  type SolveGalaxyRequest,
  solveAgain,
  solveGalaxy,
} from './galaxy';
import type { NumberParameter } from './parameters/definition';
import { parameterTable } from './parameters/parameterTable';
import { isNumberParameter, type Parameters, standardParameters } from './parameters/values';
import { densityAt, solveAccurately } from './propagate';
import type { SpeciesKey, Tier } from './propagated';
import { refinedSettings, type TierSettings, tierSettings } from './tiers';
import { transported } from './transported';

/** Settings with every cell divided by `factor` in each direction, solved tightly. */
export function refined(settings: TierSettings, factor: number): TierSettings {
  return {
    ...settings,
    radii: Math.round(settings.radii * factor),
    heights: Math.round(settings.heights * factor),
    firstHeightKpc: settings.firstHeightKpc / factor,
    momentumWidth: settings.momentumWidth / factor,
    tolerance: 1e-8,
  };
}

/**
 * Density at the Sun extrapolated to vanishing cells, at kinetic energies (GeV): Richardson from two refinements of the
 * settled grid, for errors that fall as the square of the cell.
 */
export function gridExtrapolated(
  request: SolveGalaxyRequest,
  kineticEnergyGeV: Float64Array,
  [coarse, fine]: readonly [number, number] = [2, 3],
): Float64Array {
  const begun = solveGalaxy(request, tierSettings.settled);
  const at = (factor: number) => {
    const solution = solveAgain(request, refined(tierSettings.settled, factor), begun);
    return densityAt(solution, request.species, kineticEnergyGeV, sunRadiusKpc, 0);
  };
  const first = at(coarse);
  const second = at(fine);
  const weight = coarse ** 2 / (fine ** 2 - coarse ** 2);
  return second.map((value, i) => value + weight * (value - first[i]!));
}

/** Relative error of a tier at each energy, against the extrapolated answer. */
export function tierErrors(
  parameters: Parameters,
  species: SpeciesKey,
  tier: Tier,
  kineticEnergyGeV: Float64Array,
): Float64Array {
  const request = { parameters, species, tier };
  const given = solveAccurately({ ...request, refinement: 0 });
  const density = densityAt(given, species, kineticEnergyGeV, sunRadiusKpc, 0);
  const limit = gridExtrapolated(request, kineticEnergyGeV);
  return density.map((value, i) => value / limit[i]! - 1);
}

/** What `npm run verify` knows of one model and species. */
export interface Verified {
  /** Largest relative error of the tier's own grid, and of what is given after it has refined itself. */
  readonly own: number;
  readonly given: number;
  /** What the given answer says of itself. */
  readonly estimate: number;
  readonly refinement: number;
}

const verifiedPerDecade = 8;

/** There is an answer, but nothing finer converged that it could be held against. */
export class NothingFiner extends Error {}

function toBeHeldAgainst(solve: () => GalacticDensity): GalacticDensity {
  try {
    return solve();
  } catch (error) {
    if (error instanceof SolverError) throw new NothingFiner(error.message);
    throw error;
  }
}

/**
 * Settled answers against finer ones, extrapolated to vanishing cells, at the energies for which errors are estimated.
 *
 * @throws SolverError if the model is refused or its solve does not converge.
 * @throws NothingFiner if there is an answer, but a finer one does not converge.
 */
export function verifySettled(parameters: Parameters, species: SpeciesKey): Verified {
  const [lowest, highest] = estimatedRangeGeV(transported(parameters, species));
  const count = Math.floor(Math.log10(highest / lowest) * verifiedPerDecade + 1e-9) + 1;
  const energies = Float64Array.from({ length: count }, (_, i) => lowest * 10 ** (i / verifiedPerDecade));
  const request = { parameters, species, tier: 'settled' } as const;
  const at = (solution: GalacticDensity) => densityAt(solution, species, energies, sunRadiusKpc, 0);
  const own = solveAccurately({ ...request, refinement: 0 });
  const given = solveAccurately(request);
  const { errorEstimate, refinement } = given.report;
  const right = at(
    toBeHeldAgainst(() =>
      refinement > 0
        ? refineGalaxy(request, refinedSettings(tierSettings.settled, refinement + 1), given)
        : solveAccurately({ ...request, refinement: 2 }),
    ),
  );
  const error = (solution: GalacticDensity) =>
    at(solution).reduce((most, value, i) => Math.max(most, Math.abs(value / right[i]! - 1)), 0);
  return { own: error(own), given: error(given), estimate: errorEstimate, refinement };
}

/** A small reproducible random number generator (mulberry32), uniform on [0, 1). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Groups and parameters that have come since the models of docs/model.md were drawn, and a choice: drawn only where they are asked for, or
 * those would be others.
 */
const later: readonly string[] = [
  'nucleiInjection',
  'abundances',
  'crossSections',
  'extraPositrons',
  'breakH',
  'rhoH',
  'deltaH',
  'sH',
  'helmod',
];

/**
 * A model with every slider drawn uniformly along its track, within `reach` of the standard position (1: the whole
 * track, 0.25: half of it), and every choice at random. Switches keep their standard, on; what axial symmetry leaves
 * out (arms, nearby sources) is left out.
 */
export function randomModel(
  random: () => number,
  reach = 1,
  switches: 'on' | 'random' = 'on',
  of: 'protons and electrons' | 'all' = 'protons and electrons',
): Parameters {
  const drawn: Record<string, number | string> = { ...standardParameters };
  const isLeftOut = (name: string) => of !== 'all' && later.includes(name);
  for (const entry of parameterTable) {
    if (entry.group === 'arms' || entry.group === 'nearby') continue;
    if (isLeftOut(entry.group) || isLeftOut(entry.id)) continue;
    const u = random();
    if (isNumberParameter(entry)) {
      const standard = trackPosition(entry, entry.standard);
      const low = Math.max(0, standard - reach);
      drawn[entry.id] = trackValue(entry, low + u * (Math.min(1, standard + reach) - low));
    } else if (entry.kind === 'choice') {
      const options = entry.options.filter(({ value }) => value !== 'arms' && !isLeftOut(value));
      drawn[entry.id] = options[Math.floor(u * options.length)]!.value;
    } else if (switches === 'random') {
      drawn[entry.id] = u < 0.5 ? 'on' : 'off';
    }
  }
  // The cast states what the loop does: a value of the right kind for each id.
  return drawn as unknown as Parameters;
}

/** Where a value stands on its slider's track, from 0 to 1. */
function trackPosition({ kind, minimum, maximum }: NumberParameter, value: number): number {
  return kind === 'log'
    ? Math.log(value / minimum) / Math.log(maximum / minimum)
    : (value - minimum) / (maximum - minimum);
}

function trackValue({ kind, minimum, maximum }: NumberParameter, position: number): number {
  return kind === 'log'
    ? minimum * (maximum / minimum) ** position
    : minimum + position * (maximum - minimum);
}
