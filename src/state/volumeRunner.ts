/**
 * Runs the three-dimensional solves that the store asks for, one lane at a time, and tells the store how far they are. A run
 * whose parameters have moved on is stopped, so that the hand has the machine; pinned, it begins again once they rest.
 * Loaded when first needed.
 */

import { partsOf } from '../model/boxParts';
import { type LaneId, laneIds } from '../model/lanes';
import type { Parameters } from '../model/parameters';
import type { PartProgress, PartResult } from '../model/volume';
import { joinParts } from '../model/volumeSlices';
import { createVolumeJobs, type VolumeJobs } from '../worker/volumeJobs';
import { volumeKey, volumeSolve } from './laneKeys';
import { visibleLanes } from './lanes';
import type { ExplorerStore } from './store';
import { volumeLanes, volumeStatus } from './volumes';

/** A pinned solve begins this long after the last change (milliseconds). */
export const restMilliseconds = 600;

interface Running {
  readonly lane: LaneId;
  readonly key: string;
  readonly parameters: Parameters;
  /** Of each part, once it is there. */
  readonly results: (PartResult | null)[];
  readonly shares: number[];
  flux: PartProgress['flux'];
}

export function startVolumeRunner(store: ExplorerStore, jobs: VolumeJobs = createVolumeJobs()): void {
  let running: Running | null = null;
  let restTimer: ReturnType<typeof setTimeout> | undefined;

  const isWanted = ({ lane, key }: Running) => store.getState().volumes[lane].run?.key === key;

  /** Every part that is not there yet is ended: what the others would still find is of no use. */
  const stop = () => {
    running = null;
    jobs.want([]);
    jobs.endUnwanted(() => true);
  };

  const tell = (run: Running, index: number, { share, flux }: PartProgress) => {
    if (run !== running) return;
    run.shares[index] = share;
    run.flux = flux ?? run.flux;
    const progress = {
      share: run.shares.reduce((sum, one) => sum + one, 0) / run.shares.length,
      flux: run.flux,
    };
    store.getState().actions.updateVolume(run.lane, { run: { key: run.key, ...progress } });
  };

  const finish = ({ lane, key, parameters }: Running, parts: readonly PartResult[]) => {
    stop();
    const main = parts.find((part) => part.propagated !== null);
    if (!main?.propagated) return;
    const { propagated, axisymmetricFlux, report } = main;
    const slices = joinParts(parts.map((part) => part.slices));
    const curve = { parameters, propagated, axisymmetricFlux, report, slices, key };
    store.getState().actions.updateVolume(lane, { run: null, error: null, curve });
  };

  const next = (): void => {
    if (running !== null) return;
    const { volumes, parameters: explorer } = store.getState();
    const lane = laneIds.find((candidate) => volumes[candidate].run !== null);
    const key = lane && volumes[lane].run?.key;
    if (lane === undefined || key === undefined) return;
    const { parameters, species } = volumeSolve(lane, explorer);
    const parts = partsOf(parameters);
    const run: Running = {
      lane,
      key,
      parameters,
      results: parts.map(() => null),
      shares: parts.map(() => 0),
      flux: null,
    };
    running = run;
    jobs.want(
      parts.map((part, index) => ({
        id: `${part} ${key}`,
        request: { species, parameters, part },
        urgency: 'background',
        tell: (progress) => tell(run, index, progress),
        settle: (outcome) => {
          if (run !== running) return;
          if (outcome.ok) {
            run.results[index] = outcome.result;
            const results = run.results.filter((result) => result !== null);
            if (results.length === parts.length) finish(run, results);
          } else {
            stop();
            const { updateVolume } = store.getState().actions;
            updateVolume(lane, { run: null, error: { key, message: outcome.message } });
          }
        },
      })),
    );
  };

  /** Runs of values that are no longer shown. */
  const stopOutdated = () => {
    const { volumes, parameters, actions } = store.getState();
    for (const lane of laneIds) {
      const { run } = volumes[lane];
      if (run !== null && run.key !== volumeKey(lane, parameters)) actions.updateVolume(lane, { run: null });
    }
    if (running !== null && !isWanted(running)) stop();
  };

  const beginPinned = () => {
    const state = store.getState();
    // The curves under the hand come first.
    const isBusy = visibleLanes(state.view.tab).some((lane) => state.lanes[lane].curve === null);
    if (!state.view.pin3d || state.drag !== null || isBusy) return;
    const lacking = volumeLanes(state.view).filter((lane) =>
      ['none', 'stale'].includes(volumeStatus(state, lane)),
    );
    if (lacking.length > 0) state.actions.solveVolumes(lacking);
  };

  const follow = () => {
    stopOutdated();
    next();
    clearTimeout(restTimer);
    if (store.getState().view.pin3d) restTimer = setTimeout(beginPinned, restMilliseconds);
  };

  store.subscribe((state, previous) => {
    if (
      state.volumes !== previous.volumes ||
      state.parameters !== previous.parameters ||
      state.drag !== previous.drag ||
      state.view !== previous.view ||
      (state.view.pin3d && state.lanes !== previous.lanes)
    )
      follow();
  });
  follow();
}
