/** One place for what is solved: whoever asked for it, all have it, and none has it solved again. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { solveOf } from '../../../src/model/key';
import { paperExplorer } from '../../../src/model/presets';
import { laneStatus } from '../../../src/state/selectors/laneStatus';
import { startGhostSolver } from '../../../src/state/services/ghostSolver';
import { startScheduler } from '../../../src/state/services/scheduler';
import { createSolutions, type Wish } from '../../../src/state/services/solutions';
import { createExplorerStore } from '../../../src/state/store';
import { fakeJobs } from '../fakes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function opened(jobs = fakeJobs()) {
  const store = createExplorerStore();
  const solutions = createSolutions(store, jobs);
  return { store, jobs, solutions, actions: store.getState().actions };
}

const wishFor = (change: Partial<typeof paperExplorer>, more: Partial<Wish> = {}): Wish => ({
  ...solveOf({ ...paperExplorer, ...change }, 'p'),
  name: JSON.stringify(change),
  urgency: 'background',
  ...more,
});

const notConverged = { ok: false, kind: 'notConverged', message: 'It did not converge.' } as const;

describe('what one has asked for', () => {
  test('all have: a curve whose values a variation had is there without a solve', async () => {
    const { store, jobs, solutions, actions } = opened();
    solutions.want({}, [wishFor({ delta0: 0.3 })]);
    await jobs.calls.splice(0)[0]?.answer();
    startScheduler(store, solutions);
    for (const call of jobs.calls.splice(0)) await call.answer();
    actions.change('delta0', 0.3);
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
    expect(jobs.calls).toEqual([]);
  });

  test('and a frozen curve of values that the sliders had', async () => {
    const { store, jobs, solutions, actions } = opened();
    startScheduler(store, solutions);
    for (const call of jobs.calls.splice(0)) await call.answer();
    const { parameters, view } = store.getState();
    startGhostSolver(store, solutions);
    actions.open({ parameters, view, ghosts: [{ name: 'from a file', parameters }] });
    const solved = store.getState().ghosts[0]?.curves ?? {};
    expect(Object.keys(solved).sort()).toEqual(['cm:p', 'thm:p']);
  });

  test('two curves that are one are solved once, and both shown', async () => {
    const { store, jobs, solutions, actions } = opened();
    startScheduler(store, solutions);
    for (const call of jobs.calls.splice(0)) await call.answer();
    actions.apply({ ...paperExplorer, profile: 'uniform', delta0: 0.37, 'cm.delta': 0.37 });
    const calls = jobs.calls.splice(0);
    expect(calls).toHaveLength(1);
    await calls[0]?.answer();
    for (const lane of ['thm:p', 'cm:p'] as const) expect(laneStatus(store.getState(), lane)).toBe('fresh');
    expect(jobs.calls).toEqual([]);
  });

  test('the finest grid is given to who does not say which, and no other to who does', async () => {
    const { jobs, solutions } = opened(fakeJobs(5, (refinement) => (refinement === 0 ? 0.04 : 0.004)));
    const [any, first] = [wishFor({}, { isRefined: true }), wishFor({}, { name: 'first', refinement: 0 })];
    solutions.want({}, [any]);
    while (jobs.calls.length > 0) await jobs.calls.shift()?.answer();
    expect(solutions.get(any)?.report.refinement).toBe(1);
    expect(solutions.get(first)?.report.refinement).toBe(0);
    solutions.want({}, [wishFor({}, { refinement: 2 })]);
    expect(jobs.calls.map(({ request }) => request.refinement)).toEqual([2]);
  });
});

describe('what is kept', () => {
  test('is whatever is wanted, through a drag of any length', async () => {
    const { jobs, solutions, actions } = opened();
    const wanted = [0.31, 0.32, 0.33].map((delta0) => wishFor({ delta0 }));
    solutions.want({}, wanted);
    for (const call of jobs.calls.splice(0)) await call.answer();
    actions.beginDrag('D0');
    const hand = {};
    for (let step = 0; step < 1000; step++) {
      solutions.want(hand, [wishFor({ D0: 3e28 + step * 1e25 }, { urgency: 'hand' })]);
      await jobs.calls.shift()?.answer();
    }
    actions.endDrag();
    expect(jobs.calls).toEqual([]);
    for (const wish of wanted) expect(solutions.get(wish)).toBeDefined();
  });

  test('is no answer of the live tier', async () => {
    const { jobs, solutions } = opened();
    const answered = vi.fn();
    const live = wishFor({}, { tier: 'live', urgency: 'hand', answered });
    const hand = {};
    solutions.want(hand, [live]);
    solutions.want(hand, []);
    await jobs.calls.shift()?.answer();
    expect(answered).toHaveBeenCalledOnce();
    expect(solutions.get(live)).toBeUndefined();
  });
});

describe('what cannot be solved', () => {
  test('is told of the same values at once when they come back, and asked for again at Retry', async () => {
    const { store, jobs, solutions, actions } = opened();
    startScheduler(store, solutions);
    for (const call of jobs.calls.splice(0)) await call.answer();
    actions.change('delta0', 0.3);
    await jobs.calls.shift()?.answer(notConverged);
    actions.change('delta0', 0.2);
    await jobs.calls.shift()?.answer();
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
    actions.undo();
    expect(jobs.calls).toEqual([]);
    expect(store.getState().lanes['thm:p'].error?.message).toBe(notConverged.message);
    actions.retry();
    expect(jobs.calls.map(({ lane }) => lane)).toEqual(['thm:p']);
  });

  test('is not heard of by who has gone', async () => {
    const { jobs, solutions } = opened();
    const failed = vi.fn();
    const owner = {};
    for (const stays of [true, false]) {
      solutions.want(owner, [wishFor({ delta0: stays ? 0.3 : 0.4 }, { failed })]);
      if (!stays) solutions.want(owner, []);
      await jobs.calls.shift()?.answer(notConverged);
      expect(failed).toHaveBeenCalledOnce();
    }
  });
});

test('a wish that waits stands, and is not begun', () => {
  const { jobs, solutions } = opened();
  const owner = {};
  const wish = wishFor({}, { urgency: 'soon', isWaiting: true });
  solutions.want(owner, [wish]);
  expect(jobs.calls).toEqual([]);
  expect(solutions.isLacking(wish)).toBe(true);
  solutions.want(owner, [{ ...wish, isWaiting: false }]);
  expect(jobs.calls).toHaveLength(1);
});
