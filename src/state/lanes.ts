/** Which observables, and so which curves, a tab shows. */
import { memoByIdentity } from '../memo/memoByIdentity';
import {
  type LaneId,
  laneIds,
  laneSolveKey,
  laneSpecies,
  type SpeciesLaneId,
  speciesLaneIds,
} from '../model/lanes';
import {
  nearestSpecies,
  type ObservableId,
  observableIds,
  observables,
  solvesOf,
} from '../model/observables';
import { type SpeciesKey, speciesKeys } from '../model/particles';

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

/** The tabs that have a button: one particle's, called after it, or both particles'. */
export const tabIds = ['protons', 'electrons', 'both'] as const;
declare const others: unique symbol;
/** One of these, or the words of one to three observables, joined by commas: as addresses have it. */
export type TabId = (typeof tabIds)[number] | (string & { readonly [others]: true });

/** Figures that a tab can show. */
export const mostFigures = 3;

/** One tab for each choice of observables, so that a tab is equal to another exactly where both show the same. */
export function tabOf(shown: readonly ObservableId[]): TabId {
  const words = shown.map((id) => observables[id].word).join(',');
  // The cast: the words of known observables.
  return words === 'protons,electrons' ? 'both' : (words as TabId);
}

/** The tab of a text, as this page or a person writes it; null if it is none. */
export function readTab(text: string): TabId | null {
  if (text === 'both') return text;
  const found = text.split(',').map((word) => observableIds.find((id) => observables[id].word === word));
  const shown = found.flatMap((id) => id ?? []);
  const isSound =
    shown.length === found.length && new Set(shown).size === shown.length && shown.length <= mostFigures;
  return isSound ? tabOf(shown) : null;
}

/** What a tab shows, in its order. */
export const tabObservables = memoByIdentity((tab: TabId): readonly ObservableId[] => {
  if (tab === 'both') return speciesKeys;
  const words = tab.split(',');
  return words.flatMap((word) => observableIds.find((id) => observables[id].word === word) ?? []);
}, 4);

/** The particles that a tab shows by themselves. */
export function shownSpecies(tab: TabId): readonly SpeciesKey[] {
  return tabObservables(tab).filter((id): id is SpeciesKey => id === 'p' || id === 'e-');
}

/** Those whose explanations, maps and three dimensions go with a tab: where it shows none of them, the nearest. */
export const tabSpecies = memoByIdentity((tab: TabId): readonly SpeciesKey[] => {
  const own = shownSpecies(tab);
  return own.length > 0 ? own : [...new Set(tabObservables(tab).map(nearestSpecies))];
}, 4);

/** Whether a tab shows more than particles by themselves. */
export function isComposed(tab: TabId): boolean {
  return shownSpecies(tab).length < tabObservables(tab).length;
}

/** Lanes that a tab shows: these are solved first, those of the other particle when nothing else is wanted. */
export const visibleLanes = memoByIdentity((tab: TabId): readonly LaneId[] => {
  const solves = new Set(tabObservables(tab).flatMap(solvesOf));
  return laneIds.filter((lane) => solves.has(laneSolveKey[lane]));
}, 4);

/** The lanes that explanations and three dimensions are of. */
export function visibleSpeciesLanes(tab: TabId): readonly SpeciesLaneId[] {
  const species = tabSpecies(tab);
  return speciesLaneIds.filter((lane) => species.includes(laneSpecies[lane]));
}
