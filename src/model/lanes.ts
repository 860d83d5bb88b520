/**
 * The curves of the explorer: every model (models.ts) of every particle (particles.ts). A lane is one curve: at most one solve runs
 * for it, and starts from its last one.
 */
import { type ModelKey, modelKeys, modelParameters } from './models';
import type { ExplorerParameters, Parameters } from './parameters/values';
import { type SpeciesKey, speciesKeys } from './particles';

export type LaneId = `${ModelKey}:${SpeciesKey}`;

export function laneOf(model: ModelKey, species: SpeciesKey): LaneId {
  return `${model}:${species}`;
}

const lanes = speciesKeys.flatMap((species) =>
  modelKeys.map((model) => ({ id: laneOf(model, species), model, species })),
);
export const laneIds: readonly LaneId[] = lanes.map(({ id }) => id);

export function laneRecord<T>(make: (lane: LaneId) => T): Record<LaneId, T> {
  // The cast: one entry for each lane.
  return Object.fromEntries(laneIds.map((id) => [id, make(id)])) as Record<LaneId, T>;
}

export const laneSpecies = Object.fromEntries(lanes.map(({ id, species }) => [id, species])) as Readonly<
  Record<LaneId, SpeciesKey>
>;
export const laneModelKey = Object.fromEntries(lanes.map(({ id, model }) => [id, model])) as Readonly<
  Record<LaneId, ModelKey>
>;

/** The model parameters a lane is solved and drawn with. */
export function laneParameters(lane: LaneId, explorer: ExplorerParameters): Parameters {
  return modelParameters(laneModelKey[lane], explorer);
}
