/**
 * Keeps the curves up with the sliders. It watches the store and asks the solver for whatever a lane lacks:
 * first what the present tab shows, the other tab's curves once nothing else is wanted. The client keeps one
 * running and one pending request per lane; here the newest answer wins and older ones never overwrite it.
 */
import type { Tier } from '../model/propagated';
import type { SolverClient } from '../worker/protocol';
import { type LaneId, laneIds, laneParameters, laneSpecies, visibleLanes } from './lanes';
import { laneKey, solvedParameters } from './solverKey';
import type { Curve, ExplorerState, ExplorerStore } from './store';

/** A shown curve may lag this long behind the sliders before it is called stale (milliseconds). */
export const staleAfterMilliseconds = 150;
/** A tab that is not shown is solved only after this much quiet (milliseconds). */
const idleMilliseconds = 120;
/** Above this a settled solve cannot follow the hand, and a drag is answered by the live tier (milliseconds). */
const followableMilliseconds = 22;
const cacheSize = 48;

interface Sent {
  readonly key: string;
  readonly tier: Tier;
  readonly order: number;
}

export interface SolveScheduler {
  dispose(): void;
}

export function startScheduler(store: ExplorerStore, client: SolverClient): SolveScheduler {
  const cache = new Map<string, Curve>();
  const sent = new Map<LaneId, Sent>();
  const settledMilliseconds = new Map<LaneId, number>();
  const staleTimers = new Map<LaneId, ReturnType<typeof setTimeout>>();
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let order = 0;
  let disposed = false;

  const wantedTier = (lane: LaneId, state: ExplorerState): Tier =>
    state.drag !== null && (settledMilliseconds.get(lane) ?? 0) > followableMilliseconds ? 'live' : 'settled';

  const isUpToDate = (lane: LaneId, state: ExplorerState): boolean => {
    const curve = state.lanes[lane].curve;
    if (curve === null || curve.key !== laneKey(lane, state.parameters)) return false;
    return state.drag !== null || curve.propagated.report.tier !== 'live';
  };

  const clearStaleTimer = (lane: LaneId) => {
    clearTimeout(staleTimers.get(lane));
    staleTimers.delete(lane);
  };

  const watchAge = (lane: LaneId) => {
    const state = store.getState();
    if (state.lanes[lane].curve?.key === laneKey(lane, state.parameters)) {
      clearStaleTimer(lane);
      if (state.lanes[lane].stale) state.actions.updateLane(lane, { stale: false });
    } else if (state.lanes[lane].curve !== null && !state.lanes[lane].stale && !staleTimers.has(lane)) {
      const mark = () => {
        staleTimers.delete(lane);
        const now = store.getState();
        const isOther = now.lanes[lane].curve?.key !== laneKey(lane, now.parameters);
        if (isOther) now.actions.updateLane(lane, { stale: true });
      };
      staleTimers.set(lane, setTimeout(mark, staleAfterMilliseconds));
    }
  };

  const show = (lane: LaneId, curve: Curve) => {
    if (curve.order < (store.getState().lanes[lane].curve?.order ?? 0)) return;
    clearStaleTimer(lane);
    const { parameters, actions } = store.getState();
    const isLatest = curve.key === laneKey(lane, parameters);
    actions.updateLane(lane, { curve, stale: false, error: null, ...(isLatest ? { solving: null } : {}) });
  };

  const remember = (curve: Curve) => {
    cache.delete(curve.key);
    cache.set(curve.key, curve);
    const oldest = cache.keys().next();
    if (cache.size > cacheSize && !oldest.done) cache.delete(oldest.value);
  };

  const request = async (lane: LaneId): Promise<void> => {
    const state = store.getState();
    const key = laneKey(lane, state.parameters);
    const tier = wantedTier(lane, state);
    if (isUpToDate(lane, state) || state.lanes[lane].error?.key === key) return;
    const before = sent.get(lane);
    if (before?.key === key && before.tier === tier) return;
    order += 1;
    const mine: Sent = { key, tier, order };
    const known = cache.get(key);
    if (known !== undefined) {
      sent.delete(lane);
      show(lane, { ...known, order });
      return;
    }
    sent.set(lane, mine);
    state.actions.updateLane(lane, { solving: key });
    const species = laneSpecies[lane];
    const parameters = solvedParameters(laneParameters(lane, state.parameters), species);
    const outcome = await client.solve(lane, { parameters, species, tier });
    if (disposed) return;
    const isNewest = sent.get(lane) === mine;
    if (isNewest) sent.delete(lane);
    if (outcome.ok) {
      const curve: Curve = { propagated: outcome.propagated, key, order: mine.order };
      if (tier === 'settled') {
        settledMilliseconds.set(lane, outcome.propagated.report.milliseconds);
        remember(curve);
      }
      show(lane, curve);
    } else if (isNewest && outcome.kind !== 'superseded' && outcome.kind !== 'cancelled') {
      store.getState().actions.updateLane(lane, { solving: null, error: { key, message: outcome.message } });
    }
    plan();
  };

  const plan = () => {
    if (disposed) return;
    const state = store.getState();
    const visible = visibleLanes(state.view.tab);
    for (const lane of visible) {
      watchAge(lane);
      void request(lane);
    }
    clearTimeout(idleTimer);
    const hidden = laneIds.filter((lane) => !visible.includes(lane));
    const isQuiet = () =>
      store.getState().drag === null &&
      visible.every(
        (lane) => isUpToDate(lane, store.getState()) || store.getState().lanes[lane].error !== null,
      );
    if (hidden.length > 0 && isQuiet()) {
      idleTimer = setTimeout(() => {
        if (!isQuiet()) return;
        for (const lane of hidden) void request(lane);
      }, idleMilliseconds);
    }
  };

  const unsubscribe = store.subscribe((state, previous) => {
    for (const lane of laneIds) {
      const { error } = state.lanes[lane];
      if (error?.isCancelled && error !== previous.lanes[lane].error) client.cancel(lane);
    }
    const tabChanged = state.view.tab !== previous.view.tab;
    const errorsForgotten = laneIds.some(
      (lane) => previous.lanes[lane].error !== null && state.lanes[lane].error === null,
    );
    if (
      state.parameters !== previous.parameters ||
      state.drag !== previous.drag ||
      tabChanged ||
      errorsForgotten
    )
      plan();
  });
  plan();

  return {
    dispose: () => {
      disposed = true;
      unsubscribe();
      clearTimeout(idleTimer);
      for (const timer of staleTimers.values()) clearTimeout(timer);
    },
  };
}
