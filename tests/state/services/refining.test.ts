/** A curve that its own estimate calls too coarse: shown at once, said so, and solved again on finer grids when nothing moves. */
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { acceptedError, finestRefinement, needsRefinement } from '../../../src/model/tiers';
import type { LaneId } from '../../../src/state/lanes';
import { isSettled, laneStatus, tabStatus } from '../../../src/state/selectors/laneStatus';
import {
  idleMilliseconds,
  restMilliseconds,
  staleAfterMilliseconds,
  warmUpAfterMilliseconds,
} from '../../../src/state/services/scheduler';
import { createExplorerStore } from '../../../src/state/store';
import type { SolveOutcome } from '../../../src/worker/protocol';
import { fakeJobs, propagated, startCurves } from '../fakes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Good after one refinement. */
const once = (refinement: number) => (refinement === 0 ? 0.04 : 0.004);
/** Never good. */
const never = () => 0.031;

const notConverged = { ok: false, kind: 'notConverged', message: 'It did not converge.' } as const;
const givenUp = { ok: false, kind: 'cancelled', message: '' } as const;

/** An explorer of good curves, warm; from then on the solver says of its grids what `errorOf` does. */
async function started(errorOf: (refinement: number) => number, milliseconds = 5) {
  const store = createExplorerStore();
  let isReady = false;
  const jobs = fakeJobs(milliseconds, (refinement) => (isReady ? errorOf(refinement) : 0.002));
  startCurves(store, jobs);
  const answerAll = async () => {
    while (jobs.calls.length > 0) for (const call of jobs.calls.splice(0)) await call.answer();
  };
  for (const wait of [0, idleMilliseconds, warmUpAfterMilliseconds]) {
    vi.advanceTimersByTime(wait);
    await answerAll();
  }
  isReady = true;
  const { actions } = store.getState();
  /** The grids that a lane is asked for; the other tab's lanes are asked for too. */
  const asked = (lane: LaneId = 'thm:p') =>
    jobs.calls.filter((call) => call.lane === lane).map(({ request }) => request.refinement ?? 0);
  const takeCall = (lane: LaneId = 'thm:p') =>
    jobs.calls.splice(
      jobs.calls.findIndex((call) => call.lane === lane),
      1,
    )[0]!;
  const answerNext = (outcome?: SolveOutcome, lane: LaneId = 'thm:p') => takeCall(lane).answer(outcome);
  const status = () => tabStatus(store.getState());
  const rest = () => vi.advanceTimersByTime(restMilliseconds);
  return { store, jobs, actions, answerAll, answerNext, takeCall, asked, status, rest };
}

describe('a report', () => {
  const report = propagated('p').report;
  it.each([
    ['good', { errorEstimate: acceptedError }, false],
    ['too coarse', { errorEstimate: 1.01 * acceptedError }, true],
    ['without a number', { errorEstimate: Number.NaN }, true],
    ['of the finest grid', { errorEstimate: 0.5, refinement: finestRefinement }, false],
    ['of a drag', { tier: 'live', errorEstimate: 0.5 }, false],
    ['of the tier for doubt', { tier: 'reference', errorEstimate: 0.5 }, false],
  ] as const)('%s', (_, change, expected) => {
    expect(needsRefinement({ ...report, ...change })).toBe(expected);
  });
});

describe('at rest', () => {
  it('the curve is shown at once, says how far off it is, and is refined in its own lane until it is good', async () => {
    const { store, actions, answerNext, asked, status, rest } = await started(once);
    actions.change('delta0', 0.3);
    await answerNext();
    expect(store.getState().lanes['thm:p'].curve?.propagated.report.errorEstimate).toBe(0.04);
    expect(status()).toEqual({ status: 'refining', message: 'Curves off by up to 4 %: refining' });
    expect(isSettled(store.getState(), 'thm:p')).toBe(false);
    expect(asked()).toEqual([]);
    rest();
    expect(asked()).toEqual([1]);
    await answerNext();
    expect(store.getState().lanes['thm:p'].curve?.propagated.report.refinement).toBe(1);
    expect(status()).toEqual({ status: 'fresh', message: 'Up to date' });
    vi.advanceTimersByTime(10_000);
    expect(asked()).toEqual([]);
  });

  it('no further than to the finest grid, and then it says how far off that is', async () => {
    const { store, actions, answerNext, asked, status, rest } = await started(never);
    actions.change('delta0', 0.3);
    await answerNext();
    rest();
    for (let refinement = 1; refinement <= finestRefinement; refinement++) {
      expect(asked()).toEqual([refinement]);
      await answerNext();
    }
    expect(status()).toEqual({ status: 'inaccurate', message: 'Curves off by up to 4 % on the finest grid' });
    expect(isSettled(store.getState(), 'thm:p')).toBe(true);
    vi.advanceTimersByTime(10_000);
    expect(asked()).toEqual([]);
  });

  it('where a finer grid does not converge the curve stands, and nothing is to be retried', async () => {
    const { store, actions, answerNext, asked, status, rest } = await started(once);
    actions.change('delta0', 0.3);
    await answerNext();
    rest();
    await answerNext(notConverged);
    expect(status()).toEqual({ status: 'inaccurate', message: 'Curves off by up to 4 % on the finest grid' });
    expect(store.getState().lanes['thm:p'].stale).toBe(false);
    vi.advanceTimersByTime(10_000);
    expect(asked()).toEqual([]);
    // A failure of a finer grid says nothing about the curve itself when its values come back.
    actions.change('delta0', 0.2);
    await answerNext();
    actions.undo();
    expect(laneStatus(store.getState(), 'thm:p')).toBe('refining');
  });

  it('a lost worker is told, and a retry refines', async () => {
    const { actions, answerNext, asked, status, rest } = await started(once);
    actions.change('delta0', 0.3);
    await answerNext();
    rest();
    await answerNext({ ok: false, kind: 'crashed', message: 'It stopped.' });
    expect(status()).toEqual({ status: 'error', message: 'It stopped.' });
    actions.retry();
    expect(asked()).toEqual([1]);
  });

  it('can be stopped, which leaves the curve and says what it is', async () => {
    const { store, jobs, actions, answerNext, asked, status, rest } = await started(once);
    actions.change('delta0', 0.3);
    await answerNext();
    rest();
    actions.cancel(['thm:p']);
    expect(jobs.ended).toEqual(['thm:p']);
    await answerNext(givenUp);
    expect(status()).toEqual({
      status: 'cancelled',
      message: 'Stopped; the curves are off by up to 4 %',
    });
    expect(store.getState().lanes['thm:p'].curve).not.toBeNull();
    vi.advanceTimersByTime(10_000);
    expect(asked()).toEqual([]);
  });

  it('curves of a tab that is not shown wait until it is', async () => {
    const { store, actions, answerAll, answerNext, asked } = await started(once);
    actions.change('e.alpha1', 2.5);
    vi.advanceTimersByTime(idleMilliseconds + restMilliseconds);
    await answerAll();
    vi.advanceTimersByTime(10_000);
    expect([asked('thm:e-'), asked('cm:e-')]).toEqual([[], []]);
    actions.setView({ tab: 'electrons' });
    expect([asked('thm:e-'), asked('cm:e-')]).toEqual([[1], [1]]);
    await answerNext(undefined, 'thm:e-');
    expect(laneStatus(store.getState(), 'thm:e-')).toBe('fresh');
    // And is given up when it goes.
    actions.setView({ tab: 'protons' });
    expect(store.getState().lanes['cm:e-'].solving).toBeNull();
    await answerNext(givenUp, 'cm:e-');
    vi.advanceTimersByTime(10_000);
    expect(asked('cm:e-')).toEqual([]);
    expect(store.getState().lanes['cm:e-'].error).toBeNull();
  });

  it('a slow finer grid says nothing about the pace of drags', async () => {
    const { actions, answerNext, takeCall, rest } = await started(once, 5);
    actions.change('delta0', 0.3);
    await answerNext();
    rest();
    for (let step = 0; step < 4; step++) {
      const slow = propagated('p', 'settled', 4000, { errorEstimate: 0.001, refinement: 1 });
      await answerNext({
        ok: true,
        propagated: { ...slow, report: { ...slow.report, errorEstimate: 0.001 } },
      });
      actions.change('delta0', 0.31 + step / 100);
      await answerNext();
      rest();
    }
    takeCall();
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    expect(takeCall().request.tier).toBe('settled');
  });
});

test('nothing is warmed up beside a finer grid', async () => {
  const store = createExplorerStore();
  const jobs = fakeJobs(5, once);
  startCurves(store, jobs);
  for (const call of jobs.calls.splice(0)) await call.answer();
  const finer = jobs.calls.splice(0);
  expect(finer.map(({ request }) => request.refinement)).toEqual([1, 1]);
  vi.advanceTimersByTime(idleMilliseconds);
  for (const call of jobs.calls.splice(0)) await call.answer();
  vi.advanceTimersByTime(10 * warmUpAfterMilliseconds);
  expect(jobs.calls).toEqual([]);
  for (const call of finer) await call.answer();
  vi.advanceTimersByTime(warmUpAfterMilliseconds);
  expect(jobs.calls.map(({ request }) => request.parameters.D0)).not.toContain(
    store.getState().parameters.D0,
  );
  expect(jobs.calls).toHaveLength(1);
});

describe('under a hand', () => {
  it('nothing is refined, not even where it holds still; once it lets go it is', async () => {
    const { actions, answerAll, asked, rest } = await started(once);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.3);
    await answerAll();
    rest();
    vi.advanceTimersByTime(10_000);
    expect(asked()).toEqual([]);
    actions.endDrag();
    rest();
    expect(asked()).toEqual([1]);
  });

  it('coarse answers of the live tier are marked as ever', async () => {
    const { store, actions, takeCall } = await started(() => 0.04, 300);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.3);
    const live = takeCall();
    expect(live.request.tier).toBe('live');
    await live.answer();
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
  });

  it('a refinement gives way: its worker is ended if the next curve waits longer than a blink', async () => {
    const { store, jobs, actions, answerNext, takeCall, asked, rest } = await started(once);
    actions.change('delta0', 0.3);
    await answerNext();
    rest();
    const refining = takeCall();
    actions.beginDrag('delta0');
    actions.change('delta0', 0.31);
    expect(asked()).toEqual([0]);
    vi.advanceTimersByTime(staleAfterMilliseconds - 1);
    expect(jobs.ended).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(jobs.ended).toEqual(['thm:p']);
    // Both requests of the lane are given up; the one that is wanted is asked for again.
    const waiting = takeCall();
    await refining.answer(givenUp);
    await waiting.answer(givenUp);
    expect(asked()).toEqual([0]);
    await answerNext();
    expect(store.getState().lanes['thm:p'].error).toBeNull();
    expect(store.getState().lanes['thm:p'].stale).toBe(false);
  });

  it('an answer of values that have moved on is never shown, but known when they come back', async () => {
    const { store, actions, answerNext, takeCall, asked, rest } = await started(once);
    actions.change('delta0', 0.3);
    await answerNext();
    rest();
    const refining = takeCall();
    actions.change('delta0', 0.31);
    await answerNext();
    const shown = store.getState().lanes['thm:p'].curve;
    await refining.answer();
    expect(store.getState().lanes['thm:p'].curve).toBe(shown);
    actions.undo();
    expect(store.getState().lanes['thm:p'].curve?.propagated.report.refinement).toBe(1);
    rest();
    expect(asked()).toEqual([]);
  });

  it('quick steps without a hand do not begin a finer grid between them', async () => {
    const { actions, answerNext, asked, rest } = await started(once);
    for (const value of [0.3, 0.31, 0.32]) {
      actions.change('delta0', value);
      await answerNext();
      vi.advanceTimersByTime(restMilliseconds / 2);
      expect(asked()).toEqual([]);
    }
    rest();
    expect(asked()).toEqual([1]);
  });
});

describe('a refused model', () => {
  const reason = 'Nothing is left of the particles before they reach the Sun. Lower the losses.';
  const refused = { ok: false, kind: 'refused', message: reason } as const;

  it('keeps the last good curve, marked, says why and of which curve; the others go on', async () => {
    const { store, actions, answerNext, asked, status } = await started(() => 0.002);
    const good = store.getState().lanes['thm:p'].curve;
    actions.change('D0', 6e28);
    await answerNext(refused);
    expect(status()).toEqual({ status: 'refused', message: `Two halos: ${reason}` });
    expect(asked()).toEqual([]);
    await answerNext(undefined, 'cm:p');
    vi.advanceTimersByTime(staleAfterMilliseconds);
    expect(store.getState().lanes['thm:p']).toMatchObject({ curve: good, stale: true });
    expect(laneStatus(store.getState(), 'cm:p')).toBe('fresh');
    actions.change('D0', 6.1e28);
    await answerNext();
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
  });

  it('has the name of those curves that it is about, if not of all', async () => {
    const { actions, answerNext, status } = await started(() => 0.002);
    actions.change('D0', 6e28);
    await answerNext(refused);
    await answerNext(refused, 'cm:p');
    expect(status().message).toBe(reason);
    actions.setView({ tab: 'both' });
    expect(status().message).toBe(`Protons: ${reason}`);
    await answerNext(refused, 'thm:e-');
    await answerNext(undefined, 'cm:e-');
    // Of three curves in four there is no short name.
    expect(status().message).toBe(reason);
    actions.change('cm.delta', 0.4);
    await answerNext(undefined, 'cm:p');
    await answerNext(undefined, 'cm:e-');
    expect(status().message).toBe(`Two halos: ${reason}`);
    actions.change('e.alpha1', 2.5);
    await answerNext(undefined, 'thm:e-');
    await answerNext(undefined, 'cm:e-');
    expect(status().message).toBe(`Two halos, protons: ${reason}`);
  });

  it('is not warmed up on', async () => {
    const store = createExplorerStore();
    const jobs = fakeJobs();
    startCurves(store, jobs);
    for (const call of jobs.calls.splice(0)) await call.answer(refused);
    vi.advanceTimersByTime(idleMilliseconds);
    for (const call of jobs.calls.splice(0)) await call.answer(refused);
    vi.advanceTimersByTime(60_000);
    expect(jobs.calls).toEqual([]);
  });
});
