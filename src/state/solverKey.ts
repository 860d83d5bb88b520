/**
 * What a solve depends on. Moving a slider must re-solve exactly the curves that read it, so a request is
 * reduced to the parameters its solve reads: everything else is set to the table's standard value. Two
 * requests with equal keys are then the same request, which also makes the cache of solved curves exact.
 */

import { memoByIdentity } from '../memo/memoByIdentity';
import { parameterTable } from '../model/parameters/parameterTable';
import type { ExplorerParameters, Parameters } from '../model/parameters/values';
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

/** Asked many times for each event; the present values, those before a drag and those of frozen curves come in turns. */
const keySlots = 48;

/** The key of the curve a lane should show for these parameters. */
export const laneKey = memoByIdentity(
  (lane: LaneId, explorer: ExplorerParameters): string =>
    solverKey(laneParameters(lane, explorer), laneSpecies[lane]),
  keySlots,
);

/** The same of its solve in three dimensions. */
export const volumeKey = memoByIdentity(
  (lane: LaneId, explorer: ExplorerParameters): string =>
    solverKey(laneParameters(lane, explorer), laneSpecies[lane], 'box'),
  keySlots,
);
