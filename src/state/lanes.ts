/**
 * The four curves of the explorer. A lane is one curve: one model (two-halo THM, conventional CM) of one
 * species. The worker client runs at most one solve per lane, so lanes never wait for each other's answers.
 */
import { comparisonModel, type ExplorerParameters, type Parameters } from '../model/parameters';
import type { SpeciesKey } from '../model/propagated';

export const laneIds = ['thm:p', 'cm:p', 'thm:e-', 'cm:e-'] as const;
export type LaneId = (typeof laneIds)[number];
export const modelKeys = ['thm', 'cm'] as const;
export type ModelKey = (typeof modelKeys)[number];
export const modelNames: Record<ModelKey, string> = { thm: 'Two halos', cm: 'Conventional' };

export const tabIds = ['protons', 'electrons', 'both'] as const;
export type TabId = (typeof tabIds)[number];

export const laneSpecies: Record<LaneId, SpeciesKey> = {
  'thm:p': 'p',
  'cm:p': 'p',
  'thm:e-': 'e-',
  'cm:e-': 'e-',
};
export const laneModelKey: Record<LaneId, ModelKey> = {
  'thm:p': 'thm',
  'cm:p': 'cm',
  'thm:e-': 'thm',
  'cm:e-': 'cm',
};

export function laneOf(model: ModelKey, species: SpeciesKey): LaneId {
  return `${model}:${species}`;
}

/** The model parameters a lane is solved and drawn with. */
export function laneParameters(lane: LaneId, explorer: ExplorerParameters): Parameters {
  return laneModelKey[lane] === 'thm' ? explorer : comparisonModel(explorer);
}

export function tabSpecies(tab: TabId): readonly SpeciesKey[] {
  if (tab === 'protons') return ['p'];
  return tab === 'electrons' ? ['e-'] : ['p', 'e-'];
}

/** Lanes that a tab shows: these are solved first, the others when nothing else is wanted. */
export function visibleLanes(tab: TabId): readonly LaneId[] {
  const species = tabSpecies(tab);
  return laneIds.filter((lane) => species.includes(laneSpecies[lane]));
}

export function laneRecord<T>(make: (lane: LaneId) => T): Record<LaneId, T> {
  return { 'thm:p': make('thm:p'), 'cm:p': make('cm:p'), 'thm:e-': make('thm:e-'), 'cm:e-': make('cm:e-') };
}
