/**
 * What a solve depends on. Moving a slider must re-solve exactly the curves that read it, so a request is
 * reduced to the parameters its solve reads: everything else is set to the table's standard value. Two
 * requests with equal keys are then the same request, which also makes the cache of solved curves exact.
 */

import type { ExplorerParameters, Parameters } from '../model/parameters';
import { parameterTable } from '../model/parameterTable';
import type { SpeciesKey } from '../model/propagated';
import { type Dimensions, solvedParameters } from '../model/readParameters';
import { type LaneId, laneParameters, laneSpecies } from './lanes';

export { type Dimensions, hasNearbySources, nearbyKey, solvedParameters } from '../model/readParameters';

/** Text that is equal for two requests exactly when their solves are the same. */
export function solverKey(
  model: Parameters,
  species: SpeciesKey,
  dimensions: Dimensions = 'axisymmetric',
): string {
  const solved = solvedParameters(model, species, dimensions);
  return `${species}|${parameterTable.map((entry) => solved[entry.id]).join('|')}`;
}

// Asked many times for each event, so kept for as long as the parameter set lives.
const laneKeys = new WeakMap<ExplorerParameters, Map<LaneId, string>>();

/** The key of the curve a lane should show for these parameters. */
export function laneKey(lane: LaneId, explorer: ExplorerParameters): string {
  const known = laneKeys.get(explorer) ?? new Map<LaneId, string>();
  laneKeys.set(explorer, known);
  const key = known.get(lane) ?? solverKey(laneParameters(lane, explorer), laneSpecies[lane]);
  known.set(lane, key);
  return key;
}
