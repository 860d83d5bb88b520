/** Which curves a tab shows. */
import {
  type LaneId,
  laneIds,
  laneSolveKey,
  laneSpecies,
  type SpeciesLaneId,
  speciesLaneIds,
} from '../model/lanes';
import { particles, type SolveKey, type SpeciesKey, speciesKeys } from '../model/particles';

export {
  type LaneId,
  laneIds,
  laneModelKey,
  laneOf,
  laneParameters,
  laneRecord,
  laneSolveKey,
  laneSpecies,
  type SpeciesLaneId,
  speciesLaneIds,
  speciesLaneRecord,
} from '../model/lanes';

export const tabIds = ['protons', 'electrons', 'both'] as const;
export type TabId = (typeof tabIds)[number];

/** A tab is one particle's, called after it, or everyone's. */
export function tabSpecies(tab: TabId): readonly SpeciesKey[] {
  const own = speciesKeys.filter((species) => particles[species].word === tab);
  return own.length === 0 ? speciesKeys : own;
}

/** Lanes that a tab shows: these are solved first, those of the other particle when nothing else is wanted. */
export function visibleLanes(tab: TabId): readonly LaneId[] {
  const solves: readonly SolveKey[] = tabSpecies(tab);
  return laneIds.filter((lane) => solves.includes(laneSolveKey[lane]));
}

/** Of these the curves of a single particle. */
export function visibleSpeciesLanes(tab: TabId): readonly SpeciesLaneId[] {
  const species = tabSpecies(tab);
  return speciesLaneIds.filter((lane) => species.includes(laneSpecies[lane]));
}
