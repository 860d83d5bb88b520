/**
 * What is solved for the curves of the explorer: every model (models.ts) of everything that is solved together (particles.ts). At most
 * one solve runs for a lane, and starts from its last one. The lanes of a single particle (`SpeciesLaneId`) are curves as they are.
 */
import { type ModelKey, modelKeys, modelParameters } from './models';
import type { ExplorerParameters, Parameters } from './parameters/values';
import { isSpecies, type SolveKey, type SpeciesKey, solveKeys, speciesKeys } from './particles';

type LaneOf<Key extends SolveKey> = `${ModelKey}:${Key}`;
export type LaneId = LaneOf<SolveKey>;
export type SpeciesLaneId = LaneOf<SpeciesKey>;

export function laneOf<Key extends SolveKey>(model: ModelKey, solve: Key): LaneOf<Key> {
  return `${model}:${solve}`;
}

const lanes = solveKeys.flatMap((solve) =>
  modelKeys.map((model) => ({ id: laneOf(model, solve), model, solve })),
);
export const laneIds: readonly LaneId[] = lanes.map(({ id }) => id);
export const speciesLaneIds: readonly SpeciesLaneId[] = speciesKeys.flatMap((species) =>
  modelKeys.map((model) => laneOf(model, species)),
);

export function laneRecord<T>(make: (lane: LaneId) => T): Record<LaneId, T> {
  // The cast: one entry for each lane.
  return Object.fromEntries(laneIds.map((id) => [id, make(id)])) as Record<LaneId, T>;
}

export function speciesLaneRecord<T>(make: (lane: SpeciesLaneId) => T): Record<SpeciesLaneId, T> {
  // The cast: one entry for each lane of a single particle.
  return Object.fromEntries(speciesLaneIds.map((id) => [id, make(id)])) as Record<SpeciesLaneId, T>;
}

export const laneSolveKey = Object.fromEntries(lanes.map(({ id, solve }) => [id, solve])) as Readonly<
  Record<LaneId, SolveKey>
>;
// The cast: one entry for each lane of a single particle.
export const laneSpecies = Object.fromEntries(
  lanes.flatMap(({ id, solve }) => (isSpecies(solve) ? [[id, solve]] : [])),
) as Readonly<Record<SpeciesLaneId, SpeciesKey>>;
export const laneModelKey = Object.fromEntries(lanes.map(({ id, model }) => [id, model])) as Readonly<
  Record<LaneId, ModelKey>
>;

/** The model parameters a lane is solved and drawn with. */
export function laneParameters(lane: LaneId, explorer: ExplorerParameters): Parameters {
  return modelParameters(laneModelKey[lane], explorer);
}
