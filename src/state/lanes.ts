/** Which curves a tab shows. */
import { type LaneId, laneIds, laneSpecies } from '../model/lanes';
import { particles, type SpeciesKey, speciesKeys } from '../model/particles';

export {
  type LaneId,
  laneIds,
  laneModelKey,
  laneOf,
  laneParameters,
  laneRecord,
  laneSpecies,
} from '../model/lanes';

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
