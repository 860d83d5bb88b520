/**
 * Runs the three-dimensional solves that the store asks for, one lane at a time, and tells the store how far they are. A run
 * whose parameters have moved on is stopped, so that the hand has the machine; pinned, it begins again once they rest.
 * Loaded when first needed.
 */

import { partsOf } from '../../model/boxParts';
import { laneSpecies, type SpeciesLaneId, speciesLaneIds } from '../../model/lanes';
import type { Parameters } from '../../model/parameters/values';
import type { PartResult } from '../../model/volume';
import { joinParts } from '../../model/volumeSlices';
import { createVolumeJobs, type VolumeJobs, type VolumeWish } from '../../worker/volumeJobs';
import { volumeKey, volumeSolve } from '../laneKeys';
import { visibleLanes } from '../lanes';
import { volumeLanes, volumeStatus } from '../selectors/volumes';
import type { ExplorerStore } from '../store';

/** A pinned solve begins this long after the last change (milliseconds). */
export const restMilliseconds = 600;

export function startVolumeRunner(store: ExplorerStore, jobs: VolumeJobs = createVolumeJobs()): void {
  let running: { readonly lane: SpeciesLaneId; readonly key: string } | null = null;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  const { updateVolume } = store.getState().actions;

  /** Every part that is not there yet is ended: what the others would still find is of no use. */
  const stop = () => {
    running = null;
    jobs.want([]);
    jobs.endUnwanted(() => true);
  };

  const finish = (lane: SpeciesLaneId, key: string, parameters: Parameters, parts: readonly PartResult[]) => {
    running = null;
    const main = parts.find((part) => part.propagated !== null);
    if (!main?.propagated) return;
    const { propagated, axisymmetricFlux, report } = main;
    const slices = joinParts(parts.map((part) => part.slices));
    const curve = { parameters, propagated, axisymmetricFlux, report, slices, key };
    updateVolume(lane, { run: null, error: null, curve });
  };

  const begin = (lane: SpeciesLaneId, key: string) => {
    const species = laneSpecies[lane];
    const { parameters } = volumeSolve(lane, store.getState().parameters);
    const parts = partsOf(parameters);
    const shares = parts.map(() => 0);
    const results: PartResult[] = [];
    running = { lane, key };
    const wishes = parts.map(
      (part, index): VolumeWish => ({
        id: `${part} ${key}`,
        request: { species, parameters, part },
        urgency: 'background',
        tell: (progress) => {
          shares[index] = progress.share;
          const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
          const flux = progress.flux ?? store.getState().volumes[lane].run?.flux ?? null;
          updateVolume(lane, { run: { key, share, flux } });
        },
        settle: (outcome) => {
          if (outcome.ok) {
            results.push(outcome.result);
            if (results.length === parts.length) finish(lane, key, parameters, results);
          } else if (outcome.kind !== 'cancelled') {
            stop();
            updateVolume(lane, { run: null, error: { key, message: outcome.message } });
          }
        },
      }),
    );
    jobs.want(wishes);
  };

  const next = (): void => {
    const { volumes } = store.getState();
    for (const lane of speciesLaneIds) {
      const { run } = volumes[lane];
      if (running === null && run !== null) begin(lane, run.key);
    }
  };

  /** Runs of values that are no longer shown. */
  const stopOutdated = () => {
    const { volumes, parameters } = store.getState();
    for (const lane of speciesLaneIds) {
      const { run } = volumes[lane];
      if (run !== null && run.key !== volumeKey(lane, parameters)) updateVolume(lane, { run: null });
    }
    if (running !== null && store.getState().volumes[running.lane].run?.key !== running.key) stop();
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
