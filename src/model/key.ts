/**
 * What an answer depends on: the parameters that a solve reads, and those of what is added to the solution afterwards.
 * Moving a slider must re-solve exactly the curves that read it, so a request is reduced to what its solve reads; two requests of
 * one key are then the same. Everything else may be set without a word of it in the answer, and whoever asks can be told.
 */
import { nearbySourceIds } from '../physics/nearbySourceNames';
import { isBlowing } from '../physics/wind';
import { meanSources, windLaw } from './laws';
import type { ParameterGroupId } from './parameters/definition';
import { parameterTable } from './parameters/parameterTable';
import { type ParameterId, type Parameters, standardParameters } from './parameters/values';
import { injectedIn, particles, processesIn, type SolveKey, type SpeciesKey, speciesKeys } from './particles';

/** Applied on the page, after the solve (model/spectrum.ts, model/nearby.ts). */
const groupsAfterTheSolve: readonly ParameterGroupId[] = ['modulation', 'normalisation', 'nearby'];

/** Groups of which no solve reads a parameter that is not named for it. */
const nuclearGroups: readonly ParameterGroupId[] = [
  'nucleiInjection',
  'abundances',
  'crossSections',
  'extraPositrons',
];
const idsIn = (...groups: readonly ParameterGroupId[]): readonly ParameterId[] =>
  parameterTable.filter(({ group }) => groups.includes(group)).map(({ id }) => id);
const nuclearParametersOf: Readonly<Record<SolveKey, readonly ParameterId[]>> = {
  p: [],
  'e-': [],
  nuclei: [...idsIn('nucleiInjection', 'abundances'), 'spallation', 'heTarget'],
  secondaries: [
    'He.slopes',
    'He.alpha0',
    'He.alpha1',
    'abundance.He',
    'pbarProduction',
    'extraPositrons',
    'x.alpha',
    'x.rhoCut',
  ],
};

/** Parameters that other values make idle: one halo has no transition, a second break that is off no slope, still air no adiabatic loss. */
function idleParameters(model: Parameters): readonly ParameterId[] {
  const idle: ParameterId[] = [];
  if (model.profile === 'uniform') idle.push('Delta', 'xi', 'n', 'dppDelta');
  if (model.profile === 'step') idle.push('n');
  if (model.reacceleration === 'off') idle.push('vA', 'dppDelta');
  if (!isBlowing(windLaw(model))) idle.push('adiabatic');
  if (model.breakH === 'off') idle.push('rhoH', 'deltaH', 'sH');
  if (model['He.slopes'] === 'proton') idle.push('He.alpha0', 'He.alpha1');
  if (model['nuclei.slopes'] === 'proton') idle.push('nuclei.alpha0', 'nuclei.alpha1');
  if (model.extraPositrons === 'off') idle.push('x.alpha', 'x.rhoCut');
  if (model['p.secondBreak'] === 'off') idle.push('p.rhoBr2', 'p.alpha2');
  if (model['e.secondBreak'] === 'off') idle.push('e.rhoBr2', 'e.alpha2');
  return idle;
}

/** What is solved: the axisymmetric model, or the model in three dimensions. */
export type Dimensions = 'axisymmetric' | 'box';

/**
 * The same model with every parameter that this solve does not read at its standard value. Axial symmetry knows
 * arms by their mean only.
 */
export function solvedParameters(
  given: Parameters,
  solve: SolveKey,
  dimensions: Dimensions = 'axisymmetric',
): Parameters {
  const hasArms = dimensions === 'box' && given.sources === 'arms' && given.armContrast > 0;
  const model = hasArms ? given : { ...given, sources: meanSources(given) };
  const others = speciesKeys.filter((one) => one !== injectedIn(solve)).map((one) => particles[one]);
  const otherInjections: readonly ParameterGroupId[] = others.map(({ injection }) => injection);
  const own = processesIn(solve);
  const nuclear = nuclearParametersOf[solve];
  const unread = new Set<string>(idleParameters(model));
  for (const id of speciesKeys.flatMap((one): readonly string[] => particles[one].processes))
    if (!own.includes(id)) unread.add(id);
  const skip = (entry: (typeof parameterTable)[number]) =>
    unread.has(entry.id) ||
    (entry.group === 'arms' && !hasArms) ||
    (nuclearGroups.includes(entry.group) && !nuclear.includes(entry.id)) ||
    groupsAfterTheSolve.includes(entry.group) ||
    otherInjections.includes(entry.group);
  const values = parameterTable.map((entry) => [
    entry.id,
    skip(entry) ? standardParameters[entry.id] : model[entry.id],
  ]);
  // The cast states what the line above does: one value of the right kind for each id of the table.
  return Object.fromEntries(values) as unknown as Parameters;
}

/** What is solved: a model reduced to what the solve of a particle, or of several together, reads. */
export interface Solve {
  /** Equal for two exactly when their solves are the same. */
  readonly key: string;
  readonly parameters: Parameters;
  readonly species: SolveKey;
}

export function solveOf(
  model: Parameters,
  species: SolveKey,
  dimensions: Dimensions = 'axisymmetric',
): Solve {
  const parameters = solvedParameters(model, species, dimensions);
  return {
    key: `${species}|${parameterTable.map((entry) => parameters[entry.id]).join('|')}`,
    parameters,
    species,
  };
}

/** The key alone. */
export function solverKey(model: Parameters, species: SolveKey, dimensions?: Dimensions): string {
  return solveOf(model, species, dimensions).key;
}

/** Whether any nearby source is switched on. */
export function hasNearbySources(model: Parameters): boolean {
  return nearbySourceIds.some((id) => model[`near.${id}`] === 'on');
}

/** Equal for two sets of parameters exactly when nearby sources add the same to a species' axisymmetric curve. */
export function nearbyKey(model: Parameters, species: SpeciesKey): string {
  const on = nearbySourceIds.filter((id) => model[`near.${id}`] === 'on');
  if (on.length === 0) return '';
  const { prefix } = particles[species];
  const release = (['energy', 'slope', 'rhoCut'] as const).map((name) => model[`near.${prefix}.${name}`]);
  return [...on, ...release].join('|');
}
