/**
 * Runs the three-dimensional solves that the store asks for, one lane at a time, and tells the store how far they are. A run
 * whose parameters have moved on is stopped, so that the hand has the machine; pinned, it begins again once they rest.
 * Loaded when first needed.
 */

import { solvedParameters } from '../model/key';
import { joinParts } from '../model/volumeSlices';
import { createVolumeClient } from '../worker/volumeClient';
import type { VolumeClient } from '../worker/volumeProtocol';
import { volumeKey } from './laneKeys';
import { type LaneId, laneIds, laneParameters, laneSpecies, visibleLanes } from './lanes';
import type { ExplorerStore } from './store';
import { volumeLanes, volumeStatus } from './volumes';

/** A pinned solve begins this long after the last change (milliseconds). */
export const restMilliseconds = 600;

export function startVolumeRunner(
  store: ExplorerStore,
  client: VolumeClient = createVolumeClient(),
): { dispose(): void } {
  let running: { readonly lane: LaneId; readonly key: string } | null = null;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let disposed = false;

  const isWanted = (lane: LaneId, key: string) => store.getState().volumes[lane].run?.key === key;

  const next = async (): Promise<void> => {
    if (running !== null || disposed) return;
    const { volumes, parameters } = store.getState();
    const lane = laneIds.find((candidate) => volumes[candidate].run !== null);
    const run = lane === undefined ? null : volumes[lane].run;
    if (lane === undefined || run === null) return;
    const { key } = run;
    running = { lane, key };
    const species = laneSpecies[lane];
    const request = {
      species,
      parameters: solvedParameters(laneParameters(lane, parameters), species, 'box'),
    };
    const outcome = await client.solve(request, (progress) => {
      if (isWanted(lane, key)) store.getState().actions.updateVolume(lane, { run: { key, ...progress } });
    });
    running = null;
    if (disposed) return;
    const { actions } = store.getState();
    // A run that was stopped and asked for again meanwhile is the next one's.
    const isStopped = !outcome.ok && outcome.kind === 'cancelled';
    if (isWanted(lane, key) && !isStopped) {
      if (outcome.ok) {
        const main = outcome.parts.find((part) => part.propagated !== null);
        if (main?.propagated) {
          const { propagated, axisymmetricFlux, report } = main;
          const slices = joinParts(outcome.parts.map((part) => part.slices));
          actions.updateVolume(lane, {
            run: null,
            error: null,
            curve: { parameters: request.parameters, propagated, axisymmetricFlux, report, slices, key },
          });
        }
      } else {
        actions.updateVolume(lane, { run: null, error: { key, message: outcome.message } });
      }
    }
    void next();
  };

  /** Runs of values that are no longer shown. */
  const stopOutdated = () => {
    const { volumes, parameters, actions } = store.getState();
    for (const lane of laneIds) {
      const { run } = volumes[lane];
      if (run !== null && run.key !== volumeKey(lane, parameters)) actions.updateVolume(lane, { run: null });
    }
    if (running !== null && !isWanted(running.lane, running.key)) client.cancel();
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
    void next();
    clearTimeout(restTimer);
    if (store.getState().view.pin3d) restTimer = setTimeout(beginPinned, restMilliseconds);
  };

  const unsubscribe = store.subscribe((state, previous) => {
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
  return {
    dispose: () => {
      disposed = true;
      unsubscribe();
      clearTimeout(restTimer);
      client.dispose();
    },
  };
}
