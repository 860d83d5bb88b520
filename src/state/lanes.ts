/**
 * The curves of the explorer: every model (model/models.ts) of every particle (model/particles.ts). A lane is one curve. The
 * worker client runs at most one solve per lane, so lanes never wait for each other's answers.
 */
import { type ModelKey, modelKeys, modelParameters } from '../model/models';
import type { ExplorerParameters, Parameters } from '../model/parameters/values';
import { particles, type SpeciesKey, speciesKeys } from '../model/particles';

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

export const tabIds = ['protons', 'electrons', 'both'] as const;
export type TabId = (typeof tabIds)[number];

/** A tab is one particle's, called after it, or everyone's. */
export function tabSpecies(tab: TabId): readonly SpeciesKey[] {
  const own = speciesKeys.filter((species) => particles[species].word === tab);
  return own.length === 0 ? speciesKeys : own;
}

/** Lanes that a tab shows: these are solved first, the others when nothing else is wanted. */
export function visibleLanes(tab: TabId): readonly LaneId[] {
  const species = tabSpecies(tab);
  return laneIds.filter((lane) => species.includes(laneSpecies[lane]));
}
