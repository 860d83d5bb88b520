/**
 * Keeps the curves up with the sliders: says what is wanted of each lane, and puts down what comes. First what the present tab shows,
 * the other tab's curves once nothing else is wanted. The newest answer wins; older ones never overwrite it.
 *
 * A settled curve that its own estimate calls too coarse is shown, and wanted on finer grids once nothing moves, as long as its tab is
 * shown. What moves meanwhile comes first.
 */
import { solveOf } from '../../model/key';
import { type LaneId, laneIds, laneParameters, laneRecord, laneSolveKey } from '../../model/lanes';
import { standardParameters } from '../../model/parameters/values';
import { isSpecies } from '../../model/particles';
import type { Propagated } from '../../model/propagated';
import type { Curve, ExplorerState, LaneError } from '../explorerState';
import { laneKey, laneSolve } from '../laneKeys';
import { visibleLanes, visibleSpeciesLanes } from '../lanes';
import { type ExplorerStore, nextRefinement } from '../store';
import type { ViewSettings } from '../view';
import { createPace } from './pace';
import type { Solutions, Wish } from './solutions';

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

/** What comes once nothing more urgent has been wanted for a while. */
type Lull = 'none' | 'hidden tab' | 'warm-up';
const lullMilliseconds = { 'hidden tab': idleMilliseconds, 'warm-up': warmUpAfterMilliseconds };

interface LaneWish extends Wish {
  readonly tier: 'live' | 'settled';
  /** Counts what is asked for: the latest has the largest. */
  readonly order: number;
}

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
  const step = 0.01 * (1 + (count % 2)) + 1e-4 * (count % 90);
  return D0 * (D0 > standardParameters.D0 ? 1 - step : 1 + step);
}

/** What the tab shows; with the explanations, those that they are of. */
function lanesInView({ tab, panel }: ViewSettings): readonly LaneId[] {
  const shown = visibleLanes(tab);
  return panel === 'understand' ? [...new Set([...shown, ...visibleSpeciesLanes(tab)])] : shown;
}

export function startScheduler(store: ExplorerStore, solutions: Solutions): void {
  const owner = {};
  const pace = createPace();
  let wishes = laneRecord((): LaneWish | undefined => undefined);
  const staleTimers = new Map<LaneId, ReturnType<typeof setTimeout>>();
  let restTimer: ReturnType<typeof setTimeout> | undefined;
  let lullTimer: ReturnType<typeof setTimeout> | undefined;
  /** Nothing has moved for a while; the hand may hold a slider still. */
  let isResting = true;
  /** What may come now, and what will if it stays quiet. */
  let lull: Lull = 'none';
  let nextLull: Lull = 'none';
  let warmUp: Wish | undefined;
  let warmUps = 0;
  let asked = 0;

  const isMoving = (state: ExplorerState) => state.drag !== null && !isResting;

  const show = (lane: LaneId, { key, order }: LaneWish, propagated: Propagated) => {
    const { lanes, parameters, actions } = store.getState();
    const presentKey = laneKey(lane, parameters);
    // Finer grids of one wish come one after another.
    const curve: Curve = { propagated, key, order: order + propagated.report.refinement / 8 };
    const shown = lanes[lane].curve;
    if (shown !== null && !takesPlaceOf(curve, shown, presentKey)) return;
    clearStaleTimer(lane);
    const isLatest = key === presentKey;
    actions.updateLane(lane, { curve, stale: false, ...(isLatest && { error: null, solving: null }) });
  };

  const wishOf = (lane: LaneId, state: ExplorerState, isShown: boolean): LaneWish | undefined => {
    // What no figure shows of several particles together nobody waits for.
    if (!isShown && !isSpecies(laneSolveKey[lane])) return undefined;
    const before = wishes[lane];
    // What is not seen follows when the hand lets go.
    if (state.drag !== null && !isShown) return before && { ...before, isWaiting: true };
    const solve = laneSolve(lane, state.parameters);
    const { key } = solve;
    const { curve, error } = state.lanes[lane];
    if (error?.isCancelled && error.key === key) return undefined;
    const isHeld = state.drag !== null;
    // Whatever it is, it will do while the hand moves.
    const isFollowed = isMoving(state) || (isHeld && !isSpecies(laneSolveKey[lane]));
    if (isFollowed && curve?.key === key) return undefined;
    // Of many particles a settled solve takes too long for any hand, also for one that holds still and moves on.
    const follows = isSpecies(laneSolveKey[lane]) && pace.follows(lane);
    const tier = isFollowed && !follows ? 'live' : 'settled';
    const isSame = before?.key === key && before.tier === tier;
    if (!isSame) asked += 1;
    const wish: LaneWish = {
      ...solve,
      name: `${lane} ${tier} ${key}`,
      tier,
      isRefined: isShown && isResting && state.drag === null,
      urgency: !isShown ? 'soon' : state.drag === null ? 'shown' : 'hand',
      line: lane,
      isWaiting: !isShown && lull !== 'hidden tab',
      order: isSame ? before.order : asked,
      answered: (propagated) => {
        const { refinement, milliseconds } = propagated.report;
        if (tier === 'settled' && refinement === 0) pace.note(lane, milliseconds);
        show(lane, wish, propagated);
      },
    };
    return wish;
  };

  /** Something is to come: a curve, or a better one. */
  const isLacking = (lane: LaneId, isRefined = true) => {
    const wish = wishes[lane];
    return wish !== undefined && solutions.isLacking(isRefined ? wish : { ...wish, isRefined });
  };
  const wantedLanes = () => laneIds.filter((lane) => wishes[lane] !== undefined);
  const isWithoutCurve = (lane: LaneId) => isLacking(lane, false);

  /** After what has moved it must be quiet anew. */
  const waitForQuiet = () => {
    clearTimeout(lullTimer);
    lull = 'none';
    nextLull = 'none';
    warmUp = undefined;
  };

  /** Solves of several particles take seconds to warm, and no hand waits for their settled tier. */
  const isWarm = (lane: LaneId) => !isSpecies(laneSolveKey[lane]) || pace.isWarm(lane);

  const watchQuiet = () => {
    const { drag, view } = store.getState();
    const visible = lanesInView(view);
    let next: Lull = 'none';
    if (drag === null && !visible.some(isWithoutCurve)) {
      if (laneIds.some(isWithoutCurve)) next = 'hidden tab';
      else if (!laneIds.some((lane) => isLacking(lane)) && !wantedLanes().every(isWarm)) next = 'warm-up';
    }
    if (next === nextLull) return;
    waitForQuiet();
    nextLull = next;
    if (next === 'none') return;
    lullTimer = setTimeout(() => {
      lull = next;
      plan();
    }, lullMilliseconds[next]);
  };

  /**
   * A solve close by, for nothing but the time it takes: so that the program is compiled and the pace known when the first drag
   * comes. One at a time, and only while nobody wants anything else.
   */
  const wantedWarmUp = (): Wish | undefined => {
    if (lull !== 'warm-up') return undefined;
    if (warmUp !== undefined && solutions.isLacking(warmUp)) return warmUp;
    const { lanes, parameters } = store.getState();
    const lane = wantedLanes().find(
      (one) => lanes[one].curve !== null && lanes[one].error === null && !isWarm(one),
    );
    if (lane === undefined) return undefined;
    warmUps += 1;
    const present = laneParameters(lane, parameters);
    warmUp = {
      ...solveOf({ ...present, D0: closeBy(present.D0, warmUps) }, laneSolveKey[lane]),
      name: `warm-up ${warmUps}`,
      urgency: 'soon',
      line: lane,
      answered: ({ report }) => pace.note(lane, report.milliseconds),
      failed: waitForQuiet,
    };
    return warmUp;
  };

  const clearStaleTimer = (lane: LaneId) => {
    clearTimeout(staleTimers.get(lane));
    staleTimers.delete(lane);
  };

  /** Finer grids that are not wanted any more make room. */
  const dropRefinements = () =>
    solutions.endUnwanted(({ line, request }) => line !== undefined && (request.refinement ?? 0) > 0);

  const watchAge = (lane: LaneId) => {
    const { lanes, parameters, actions } = store.getState();
    if (lanes[lane].curve?.key === laneKey(lane, parameters)) {
      clearStaleTimer(lane);
      if (lanes[lane].stale) actions.updateLane(lane, { stale: false });
    } else if (lanes[lane].curve !== null && !lanes[lane].stale && !staleTimers.has(lane)) {
      const mark = () => {
        staleTimers.delete(lane);
        const now = store.getState();
        if (now.lanes[lane].curve?.key === laneKey(lane, now.parameters)) return;
        now.actions.updateLane(lane, { stale: true });
        dropRefinements();
      };
      staleTimers.set(lane, setTimeout(mark, staleAfterMilliseconds));
    }
  };

  /** Puts down what is known of a wish, why it failed, and whether it is still to come. */
  const tell = (lane: LaneId) => {
    const wish = wishes[lane];
    const known = wish && solutions.get(wish);
    if (wish && known) show(lane, wish, known);
    const { lanes, actions } = store.getState();
    const { solving, error } = lanes[lane];
    const now = wish && !wish.isWaiting && isLacking(lane) ? wish.key : null;
    if (solving !== now) actions.updateLane(lane, { solving: now });
    const failure = wish && solutions.failure(wish);
    if (!wish || !failure) return;
    const { kind, message, refinement } = failure;
    if (error?.key === wish.key && error.tier === wish.tier && error.refinement === refinement) return;
    const told: LaneError = {
      key: wish.key,
      tier: wish.tier,
      refinement,
      message,
      ...(kind === 'refused' && { isRefused: true }),
      ...(kind === 'notConverged' && refinement > 0 && { isFinerGrid: true }),
    };
    actions.updateLane(lane, { error: told });
  };

  const plan = () => {
    const state = store.getState();
    const visible = lanesInView(state.view);
    wishes = laneRecord((lane) => wishOf(lane, state, visible.includes(lane)));
    const wanted = [...laneIds.map((lane) => wishes[lane]), wantedWarmUp()];
    solutions.want(
      owner,
      wanted.filter((wish) => wish !== undefined),
    );
    for (const lane of state.drag === null ? laneIds : visible) tell(lane);
    for (const lane of visible) watchAge(lane);
    if (visible.some((lane) => store.getState().lanes[lane].curve === null)) dropRefinements();
    watchQuiet();
  };

  const watchHand = () => {
    clearTimeout(restTimer);
    isResting = false;
    restTimer = setTimeout(() => {
      isResting = true;
      plan();
    }, restMilliseconds);
  };

  store.subscribe((state, previous) => {
    const hasMoved = state.drag !== previous.drag || state.parameters !== previous.parameters;
    const tabChanged =
      state.view !== previous.view && lanesInView(state.view).join() !== lanesInView(previous.view).join();
    const stopped = laneIds.filter((lane) => {
      const { error } = state.lanes[lane];
      return error?.isCancelled && error !== previous.lanes[lane].error;
    });
    if (hasMoved) watchHand();
    if (hasMoved || tabChanged) waitForQuiet();
    if (hasMoved || tabChanged || state.retries !== previous.retries || stopped.length > 0) plan();
    if (stopped.length > 0) solutions.endUnwanted(({ line }) => stopped.some((lane) => lane === line));
  });
  solutions.subscribe(plan);
  plan();
}
