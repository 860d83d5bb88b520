/**
 * The three-dimensional solves: what is known of each lane, and whether it is of the values that the sliders show. Pure.
 */
import type { ExplorerState, VolumeState } from '../explorerState';
import { volumeKey } from '../laneKeys';
import { laneModelKey, type SpeciesLaneId, visibleSpeciesLanes } from '../lanes';

export const emptyVolume: VolumeState = { curve: null, run: null, error: null };

type Source = Pick<ExplorerState, 'volumes' | 'parameters' | 'view'>;

/** Lanes of the present tab of which the model is solved in three dimensions. */
export function volumeLanes(view: Pick<ExplorerState['view'], 'tab' | 'volume'>): readonly SpeciesLaneId[] {
  return visibleSpeciesLanes(view.tab).filter((lane) => laneModelKey[lane] === view.volume);
}

export type VolumeStatus = 'none' | 'running' | 'fresh' | 'stale' | 'cancelled' | 'error';

export function volumeStatus({ volumes, parameters }: Source, lane: SpeciesLaneId): VolumeStatus {
  const { curve, run, error } = volumes[lane];
  if (run !== null) return 'running';
  const key = volumeKey(lane, parameters);
  if (error?.key === key) return error.isCancelled ? 'cancelled' : 'error';
  if (curve === null) return 'none';
  return curve.key === key ? 'fresh' : 'stale';
}

/** The curve that is drawn for a lane in three dimensions is of other values than the sliders show. */
export function isOldVolume({ volumes, parameters }: Source, lane: SpeciesLaneId): boolean {
  const { curve, run } = volumes[lane];
  return run?.flux == null && curve !== null && curve.key !== volumeKey(lane, parameters);
}
