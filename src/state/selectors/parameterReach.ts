/**
 * Which curves a parameter moves at present. A parameter that moves none (the second break's slope while the break
 * is off, the sharpness of a transition that is not there) is shown as idle instead of as a dead control.
 */

import { memoByIdentity } from '../../memo/memoByIdentity';
import { nearbyKey, solverKey } from '../../model/key';
import type { ParameterDefinition } from '../../model/parameters/definition';
import {
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  isNumberParameter,
} from '../../model/parameters/values';
import { injectedIn, isSpecies, particles } from '../../model/particles';
import { laneKey } from '../laneKeys';
import { type LaneId, laneIds, laneParameters, laneRecord, laneSolveKey, speciesLaneIds } from '../lanes';

/** Of each parameter the curves of a single particle that it moves; where it moves none, the solves of several. */
export type ParameterReach = Readonly<Record<ExplorerParameterId, readonly LaneId[]>>;

/** Another allowed value than the present one. */
function moved(entry: ParameterDefinition, value: number | string): number | string {
  if (isNumberParameter(entry)) return value === entry.maximum ? entry.minimum : entry.maximum;
  if (entry.kind === 'switch') return value === 'on' ? 'off' : 'on';
  return entry.options.find((option) => option.value !== value)?.value ?? value;
}

/** Equal for two parameter sets exactly when they draw the same curves, in three dimensions too. */
function drawKey(lane: LaneId, explorer: ExplorerParameters): string {
  const model = laneParameters(lane, explorer);
  const solve = laneSolveKey[lane];
  const species = injectedIn(solve);
  const potential = model[particles[species].potential];
  return [
    laneKey(lane, explorer),
    ...(isSpecies(solve) ? [solverKey(model, species, 'box'), nearbyKey(model, species)] : []),
    solve === 'secondaries' && model.extraPositrons === 'on' ? model['x.norm'] : '',
    model[particles[species].norm],
    potential,
  ].join('|');
}

const networkLaneIds = laneIds.filter((lane) => !isSpecies(laneSolveKey[lane]));

function compute(explorer: ExplorerParameters): ParameterReach {
  const before = laneRecord((lane) => drawKey(lane, explorer));
  const entries = explorerTable.map((entry) => {
    // The cast: ids of the explorer table are the keys of its parameter type.
    const id = entry.id as ExplorerParameterId;
    const changed: ExplorerParameters = { ...explorer, [id]: moved(entry, explorer[id]) };
    const isMoved = (lane: LaneId) => drawKey(lane, changed) !== before[lane];
    const own = speciesLaneIds.filter(isMoved);
    return [id, own.length > 0 ? own : networkLaneIds.filter(isMoved)];
  });
  return Object.fromEntries(entries);
}

/** A slider at zero may make others idle: arms without contrast have no width. */
const choices = explorerTable.map(
  (entry) => [entry.id as ExplorerParameterId, isNumberParameter(entry)] as const,
);

/** Reach depends on choices, on switches and on what is zero, so a drag computes it once. */
const reachOfChoices = memoByIdentity(compute, 8, (explorer) =>
  choices.map(([id, isNumber]) => (isNumber ? explorer[id] === 0 : explorer[id])),
);

/** Every row of the page asks for the same parameter set. */
export const parameterReach = memoByIdentity(
  (explorer: ExplorerParameters): ParameterReach => reachOfChoices(explorer),
  4,
);
