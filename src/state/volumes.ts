/**
 * The three-dimensional solves: what is known of each lane, and whether it is of the values that the sliders show. Pure.
 */
import type { Parameters } from '../model/parameters';
import type { Propagated, SolveReport } from '../model/propagated';
import type { VolumeSlices } from '../model/volumeSlices';
import { type LaneId, laneModelKey, visibleLanes } from './lanes';
import { volumeKey } from './solverKey';
import type { ExplorerState, LaneError } from './store';

export interface VolumeCurve {
  /** What it was solved for: it may be that the sliders have moved on. */
  readonly parameters: Parameters;
  readonly propagated: Propagated;
  /** The axisymmetric spectrum for the same power of all sources. */
  readonly axisymmetricFlux: Float64Array;
  readonly slices: VolumeSlices;
  readonly report: SolveReport;
  /** Key of the request it was solved for. */
  readonly key: string;
}

/** A solve that goes on. */
export interface VolumeRun {
  readonly key: string;
  /** Of the work, 0 to 1. */
  readonly share: number;
  /** The spectrum as far as it is solved, NaN below; null at first. */
  readonly flux: Float64Array | null;
}

export interface VolumeState {
  /** The last good solution; kept through errors and later runs. */
  readonly curve: VolumeCurve | null;
  readonly run: VolumeRun | null;
  readonly error: LaneError | null;
}

export const emptyVolume: VolumeState = { curve: null, run: null, error: null };

type Source = Pick<ExplorerState, 'volumes' | 'parameters' | 'view'>;

/** Lanes of the present tab of which the model is solved in three dimensions. */
export function volumeLanes(view: Pick<ExplorerState['view'], 'tab' | 'volume'>): readonly LaneId[] {
  return visibleLanes(view.tab).filter((lane) => laneModelKey[lane] === view.volume);
}

export type VolumeStatus = 'none' | 'running' | 'fresh' | 'stale' | 'cancelled' | 'error';

export function volumeStatus({ volumes, parameters }: Source, lane: LaneId): VolumeStatus {
  const { curve, run, error } = volumes[lane];
  if (run !== null) return 'running';
  const key = volumeKey(lane, parameters);
  if (error?.key === key) return error.isCancelled ? 'cancelled' : 'error';
  if (curve === null) return 'none';
  return curve.key === key ? 'fresh' : 'stale';
}

/** The curve that is drawn for a lane in three dimensions is of other values than the sliders show. */
export function isOldVolume({ volumes, parameters }: Source, lane: LaneId): boolean {
  const { curve, run } = volumes[lane];
  return run?.flux == null && curve !== null && curve.key !== volumeKey(lane, parameters);
}
