/**
 * Which curves a parameter moves at present. A parameter that moves none (the second break's slope while the break
 * is off, the sharpness of a transition that is not there) is shown as idle instead of as a dead control.
 */

import {
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  isNumberParameter,
} from '../model/parameters';
import type { ParameterDefinition } from '../model/parameterTable';
import { normalisationParameter } from '../model/spectrum';
import { type LaneId, laneIds, laneParameters, laneSpecies } from './lanes';
import { laneKey, nearbyKey, solverKey } from './solverKey';

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
  const species = laneSpecies[lane];
  const potential = model[species === 'p' ? 'phi.p' : 'phi.e'];
  return [
    laneKey(lane, explorer),
    solverKey(model, species, 'box'),
    nearbyKey(model, species),
    model[normalisationParameter(species)],
    potential,
  ].join('|');
}

function compute(explorer: ExplorerParameters): ParameterReach {
  const before = laneIds.map((lane) => drawKey(lane, explorer));
  const entries = explorerTable.map((entry) => {
    // The cast: ids of the explorer table are the keys of its parameter type.
    const id = entry.id as ExplorerParameterId;
    const changed: ExplorerParameters = { ...explorer, [id]: moved(entry, explorer[id]) };
    return [id, laneIds.filter((lane, index) => drawKey(lane, changed) !== before[index])];
  });
  return Object.fromEntries(entries);
}

const remembered = new Map<string, ParameterReach>();
const choosing = explorerTable.filter((entry) => !isNumberParameter(entry)).map((entry) => entry.id);

/** Reach depends on choices and switches only, so a drag computes it once. */
export function parameterReach(explorer: ExplorerParameters): ParameterReach {
  const key = choosing.map((id) => explorer[id as ExplorerParameterId]).join('|');
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const reach = compute(explorer);
  remembered.set(key, reach);
  return reach;
}
