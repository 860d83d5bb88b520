/**
 * Keeps the curves up with the sliders. It watches the store and asks the solver for whatever a lane lacks:
 * first what the present tab shows, the other tab's curves once nothing else is wanted. The client keeps one
 * running and one pending request per lane; here the newest answer wins and older ones never overwrite it.
 *
 * A settled curve that its own estimate calls too coarse is shown, and solved again on finer grids once nothing moves, as long as
 * its tab is shown. What moves meanwhile comes first.
 */
import { lastUsed } from '../memo/lastUsed';
import { solvedParameters } from '../model/key';
import { standardParameters } from '../model/parameters';
import type { Tier } from '../model/propagated';
import { needsRefinement } from '../model/refinement';
import type { SolveOutcome, SolverClient } from '../worker/protocol';
import type { Curve, ExplorerState, LaneError } from './explorerState';
import { laneKey } from './laneKeys';
import { type LaneId, laneIds, laneParameters, laneSpecies, visibleLanes } from './lanes';
import { createPace } from './pace';
import { type ExplorerStore, nextRefinement } from './store';

/** A shown curve may lag this long behind the sliders before it is called stale (milliseconds). */
export const staleAfterMilliseconds = 150;
/** A tab that is not shown is solved only after this much quiet (milliseconds). */
export const idleMilliseconds = 120;
/**
 * A hand that holds still for this long has its curve settled, without letting go; with no hand on them, parameters that stay for
 * so long have it refined (milliseconds).
 */
export const restMilliseconds = 120;
/** Lanes are warmed up after this much quiet with nothing left to solve (milliseconds). */
export const warmUpAfterMilliseconds = 500;
const cacheSize = 48;

interface Sent {
  readonly key: string;
  readonly tier: Tier;
  readonly refinement: number;
  readonly order: number;
}

export interface SolveScheduler {
  dispose(): void;
}

const isLive = ({ propagated }: Curve) => propagated.report.tier === 'live';

/**
 * Whether a curve may be drawn in the place of another. Of the present values the finer one stands; a curve of other values may
 * come while the present ones are still to come, if it was asked for later.
 */
function takesPlaceOf(curve: Curve, shown: Curve, presentKey: string): boolean {
  if (curve.key !== presentKey) return shown.key !== presentKey && curve.order > shown.order;
  return shown.key !== presentKey || nextRefinement(curve) > nextRefinement(shown);
}

/** Another diffusion coefficient within its range, each time another one: a solve of the same values has nothing to do. */
function closeBy(D0: number, count: number): number {
  const step = 0.01 * (1 + (count % 2));
  return D0 * (D0 > standardParameters.D0 ? 1 - step : 1 + step);
}

export function startScheduler(store: ExplorerStore, client: SolverClient): SolveScheduler {
  const cache = lastUsed<string, Curve>(cacheSize);
  const pace = createPace();
  /** The last request of each lane that is not answered yet and still wanted. */
  const sent = new Map<LaneId, Sent>();
  /** What runs, or waits, on a finer grid, wanted or not. */
  const refining = new Map<Sent, LaneId>();
  const staleTimers = new Map<LaneId, ReturnType<typeof setTimeout>>();
  let idleTimer: ReturnType<typeof setTimeout> | undefined;
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  /** Nothing has moved for a while; the hand may hold a slider still. */
  let isResting = true;
  let isWarmingUp = false;
  let warmUps = 0;
  let order = 0;
  let disposed = false;

  const isMoving = (state: ExplorerState) => state.drag !== null && !isResting;

  const wantedTier = (lane: LaneId, state: ExplorerState): Tier =>
    isMoving(state) && !pace.follows(lane) ? 'live' : 'settled';

  const isUpToDate = (lane: LaneId, state: ExplorerState): boolean => {
    const { curve } = state.lanes[lane];
    if (curve === null || curve.key !== laneKey(lane, state.parameters)) return false;
    return isMoving(state) || !isLive(curve);
  };

  /** The grid on which the present values are to be solved; undefined: they are solved as well as can be for now. */
  const wantedRefinement = (lane: LaneId, state: ExplorerState): number | undefined => {
    if (!isUpToDate(lane, state)) return 0;
    const { curve } = state.lanes[lane];
    const isAtRest = isResting && state.drag === null && visibleLanes(state.view.tab).includes(lane);
    return isAtRest && curve !== null && needsRefinement(curve.propagated.report)
      ? nextRefinement(curve)
      : undefined;
  };

  /** The present values have failed, and there is nothing else to try. */
  const hasFailed = (lane: LaneId, key: string, tier: Tier, refinement = 0): boolean => {
    const { error } = store.getState().lanes[lane];
    if (error === null || error.key !== key || (error.tier === 'live' && tier !== 'live')) return false;
    return (error.refinement ?? 0) <= refinement;
  };

  /** Finer grids that are not wanted any more make room. A worker in the middle of a solve hears nothing: it is ended. */
  const dropRefinements = () => {
    for (const [one, lane] of refining) if (sent.get(lane) !== one) client.cancel(lane);
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
        if (!isOther) return;
        now.actions.updateLane(lane, { stale: true });
        dropRefinements();
      };
      staleTimers.set(lane, setTimeout(mark, staleAfterMilliseconds));
    }
  };

  const show = (lane: LaneId, curve: Curve) => {
    const { lanes, parameters, actions } = store.getState();
    const presentKey = laneKey(lane, parameters);
    const shown = lanes[lane].curve;
    if (shown !== null && !takesPlaceOf(curve, shown, presentKey)) return;
    clearStaleTimer(lane);
    const isLatest = curve.key === presentKey;
    actions.updateLane(lane, {
      curve,
      stale: false,
      ...(isLatest ? { error: null, solving: null } : {}),
    });
  };

  /** Nothing that is under way for a lane is wanted any more. */
  const forget = (lane: LaneId) => {
    if (!sent.delete(lane)) return;
    const { lanes, actions } = store.getState();
    if (lanes[lane].solving !== null) actions.updateLane(lane, { solving: null });
  };

  const take = (
    lane: LaneId,
    { key, tier, refinement, order: asked }: Sent,
    outcome: SolveOutcome,
    isNewest: boolean,
  ) => {
    if (outcome.ok) {
      const curve: Curve = { propagated: outcome.propagated, key, order: asked };
      if (tier === 'settled') {
        if (refinement === 0) pace.note(lane, outcome.propagated.report.milliseconds);
        const known = cache.get(key);
        if (known === undefined || nextRefinement(curve) > nextRefinement(known)) cache.set(key, curve);
      }
      show(lane, curve);
    } else if (isNewest && outcome.kind !== 'superseded' && outcome.kind !== 'cancelled') {
      const error: LaneError = {
        key,
        tier,
        refinement,
        message: outcome.message,
        ...(outcome.kind === 'refused' && { isRefused: true }),
        ...(outcome.kind === 'notConverged' && refinement > 0 && { isFinerGrid: true }),
      };
      store.getState().actions.updateLane(lane, { solving: null, error });
    }
  };

  const solve = async (lane: LaneId): Promise<void> => {
    const state = store.getState();
    const key = laneKey(lane, state.parameters);
    const tier = wantedTier(lane, state);
    const refinement = wantedRefinement(lane, state);
    if (refinement === undefined || hasFailed(lane, key, tier, refinement)) return forget(lane);
    const before = sent.get(lane);
    if (before?.key === key && before.tier === tier && before.refinement === refinement) return;
    order += 1;
    const mine: Sent = { key, tier, refinement, order };
    const known = cache.get(key);
    if (known !== undefined && nextRefinement(known) > refinement) {
      sent.delete(lane);
      show(lane, { ...known, order });
      return;
    }
    sent.set(lane, mine);
    state.actions.updateLane(lane, { solving: key });
    const species = laneSpecies[lane];
    const parameters = solvedParameters(laneParameters(lane, state.parameters), species);
    if (refinement > 0) refining.set(mine, lane);
    const request = { parameters, species, tier, ...(refinement > 0 && { refinement }) };
    const outcome = await client.solve(lane, request);
    refining.delete(mine);
    if (disposed) return;
    const isNewest = sent.get(lane) === mine;
    if (isNewest) sent.delete(lane);
    take(lane, mine, outcome, isNewest);
    // Of values that are no longer wanted; nothing is under way then.
    const { lanes, actions } = store.getState();
    if (isNewest && lanes[lane].solving === key) actions.updateLane(lane, { solving: null });
    plan();
  };

  const isQuiet = (lanes: readonly LaneId[]) => {
    const state = store.getState();
    return (
      state.drag === null &&
      lanes.every(
        (lane) => isUpToDate(lane, state) || hasFailed(lane, laneKey(lane, state.parameters), 'settled'),
      )
    );
  };

  /**
   * Solves close by, for nothing but the time it takes: so that the program is compiled and the pace known when the first drag
   * comes. One at a time, and only while nobody wants anything else.
   */
  const warmUp = async (): Promise<void> => {
    const state = store.getState();
    const lane = laneIds.find(
      (one) => state.lanes[one].curve !== null && state.lanes[one].error === null && !pace.isWarm(one),
    );
    if (isWarmingUp || lane === undefined || !isQuiet(laneIds) || sent.size > 0) return;
    isWarmingUp = true;
    const species = laneSpecies[lane];
    const present = solvedParameters(laneParameters(lane, state.parameters), species);
    warmUps += 1;
    const D0 = closeBy(present.D0, warmUps);
    const outcome = await client.solve(lane, { parameters: { ...present, D0 }, species, tier: 'settled' });
    isWarmingUp = false;
    if (disposed) return;
    if (outcome.ok) pace.note(lane, outcome.propagated.report.milliseconds);
    if (outcome.ok && isQuiet(laneIds)) await warmUp();
    else plan();
  };

  const plan = () => {
    if (disposed) return;
    const visible = visibleLanes(store.getState().view.tab);
    const hidden = laneIds.filter((lane) => !visible.includes(lane));
    for (const lane of hidden) if ((sent.get(lane)?.refinement ?? 0) > 0) forget(lane);
    for (const lane of visible) {
      watchAge(lane);
      void solve(lane);
    }
    if (visible.some((lane) => store.getState().lanes[lane].curve === null)) dropRefinements();
    clearTimeout(idleTimer);
    if (isQuiet(laneIds)) {
      if (!laneIds.every(pace.isWarm)) idleTimer = setTimeout(() => void warmUp(), warmUpAfterMilliseconds);
    } else if (isQuiet(visible)) {
      idleTimer = setTimeout(() => {
        // Not beside a warm-up: a worker stays free for what the person does next.
        if (isQuiet(visible) && !isWarmingUp) for (const lane of hidden) void solve(lane);
      }, idleMilliseconds);
    }
  };

  const watchHand = ({ drag, parameters }: ExplorerState, previous: ExplorerState) => {
    if (drag === previous.drag && parameters === previous.parameters) return;
    clearTimeout(restTimer);
    isResting = false;
    restTimer = setTimeout(() => {
      isResting = true;
      const { drag: held, view } = store.getState();
      if (held !== null) plan();
      else for (const lane of visibleLanes(view.tab)) void solve(lane);
    }, restMilliseconds);
  };

  const unsubscribe = store.subscribe((state, previous) => {
    watchHand(state, previous);
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
      clearTimeout(restTimer);
      for (const timer of staleTimers.values()) clearTimeout(timer);
    },
  };
}
