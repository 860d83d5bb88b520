/** Solves beside the curves: each once, the most wanted first, none while a slider is held. */
import { describe, expect, test } from 'vitest';
import { standardParameters } from '../../../src/model/parameters/values';
import { createSolutions } from '../../../src/state/services/solutions';
import { type Variation, variationWish } from '../../../src/state/services/variations';
import { createExplorerStore, type ExplorerStore } from '../../../src/state/store';
import { fakeJobs, propagated } from '../fakes';

const slower: Variation = {
  key: 'slower',
  species: 'p',
  parameters: { ...standardParameters, D0: 3e28 },
};
const steeper: Variation = {
  key: 'steeper',
  species: 'p',
  parameters: { ...standardParameters, delta0: 0.4 },
};

function solverOf(store: ExplorerStore, jobs: ReturnType<typeof fakeJobs>) {
  const solutions = createSolutions(store, jobs);
  const wishOf = (variation: Variation) => variationWish(store, variation);
  return {
    want: (owner: object, wanted: readonly Variation[]) => solutions.want(owner, wanted.map(wishOf)),
    solution: (variation: Variation) => solutions.get(wishOf(variation)),
    subscribe: solutions.subscribe,
  };
}

function started(atOnce = 1) {
  const store = createExplorerStore();
  const jobs = fakeJobs(5, undefined, atOnce);
  return { store, jobs, solver: solverOf(store, jobs) };
}

describe('the solver of variations', () => {
  test('solves one after another, in the order wanted, and tells', async () => {
    const { jobs, solver } = started();
    let told = 0;
    solver.subscribe(() => {
      told += 1;
    });
    solver.want({}, [slower, steeper]);
    expect(jobs.calls).toHaveLength(1);
    expect(jobs.calls[0]?.request.parameters.D0).toBe(3e28);
    await jobs.calls[0]?.answer();
    expect(solver.solution(slower)).toBeDefined();
    expect(solver.solution(steeper)).toBeUndefined();
    expect(jobs.calls).toHaveLength(2);
    await jobs.calls[1]?.answer();
    expect(solver.solution(steeper)).toBeDefined();
    expect(told).toBe(2);
  });

  test('solves nothing twice, whoever asks and whatever acts after the solve', async () => {
    const { jobs, solver } = started(2);
    solver.want({}, [slower]);
    solver.want({}, [{ ...slower, key: 'again', parameters: { ...slower.parameters, 'phi.p': 300 } }]);
    expect(jobs.calls).toHaveLength(1);
    await jobs.calls[0]?.answer();
    solver.want({}, [slower]);
    expect(jobs.calls).toHaveLength(1);
  });

  test('another grid is another request', () => {
    const { jobs, solver } = started(2);
    solver.want({}, [slower, { ...slower, coarsening: 2 }]);
    expect(jobs.calls.map(({ request }) => request.coarsening)).toEqual([undefined, 2]);
  });

  test('begins nothing while a slider is held, nor what is no longer wanted', async () => {
    const { store, jobs, solver } = started();
    const { actions } = store.getState();
    const owner = {};
    actions.beginDrag('D0');
    solver.want(owner, [slower]);
    expect(jobs.calls).toHaveLength(0);
    actions.endDrag();
    expect(jobs.calls).toHaveLength(1);
    solver.want(owner, [slower, steeper]);
    solver.want(owner, []);
    await jobs.calls[0]?.answer();
    expect(jobs.calls).toHaveLength(1);
  });

  test('a failure is told once and not tried again', async () => {
    const { store, jobs, solver } = started();
    solver.want({}, [slower]);
    await jobs.calls[0]?.answer({ ok: false, kind: 'notConverged', message: 'the residual stays' });
    solver.want({}, [slower]);
    expect(jobs.calls).toHaveLength(1);
    expect(store.getState().notices[0]).toMatchObject({
      tone: 'problem',
      title: expect.stringContaining('slower'),
      details: ['the residual stays'],
    });
  });

  test('a solve that was given up is asked for again', async () => {
    const { jobs, solver } = started();
    solver.want({}, [slower]);
    await jobs.calls[0]?.answer({ ok: false, kind: 'cancelled', message: '' });
    expect(jobs.calls).toHaveLength(2);
    await jobs.calls[1]?.answer({ ok: true, propagated: propagated('p') });
    expect(solver.solution(slower)).toBeDefined();
  });

  describe('a lost worker', () => {
    const lost = { ok: false, kind: 'crashed', message: 'It ended without a word.' } as const;

    test('is told once, with a way to try again, and the others are still tried', async () => {
      const { store, jobs, solver } = started();
      solver.want({}, [slower, steeper]);
      await jobs.calls[0]?.answer(lost);
      await jobs.calls[1]?.answer(lost);
      expect(jobs.calls).toHaveLength(2);
      expect(store.getState().notices).toHaveLength(1);
      store.getState().actions.retry();
      expect(jobs.calls).toHaveLength(3);
      await jobs.calls[2]?.answer();
      expect(solver.solution(slower)).toBeDefined();
    });

    test('is not held against the values: they are tried again when they are wanted again', async () => {
      const { jobs, solver } = started();
      const owner = {};
      solver.want(owner, [slower]);
      await jobs.calls[0]?.answer(lost);
      // The same wish stands.
      solver.want({}, [slower]);
      expect(jobs.calls).toHaveLength(1);
      solver.want(owner, [steeper]);
      await jobs.calls[1]?.answer();
      expect(jobs.calls).toHaveLength(2);
    });

    test('after other values, or when the view is opened again', async () => {
      const { jobs, solver } = started();
      const owner = {};
      solver.want(owner, [slower]);
      await jobs.calls[0]?.answer(lost);
      solver.want(owner, [steeper]);
      await jobs.calls[1]?.answer();
      solver.want(owner, [slower]);
      await jobs.calls[2]?.answer(lost);
      solver.want(owner, []);
      solver.want({}, [slower]);
      expect(jobs.calls).toHaveLength(4);
    });
  });
});

describe('a variation that is too coarse', () => {
  const settle = async (jobs: ReturnType<typeof fakeJobs>) => {
    const asked: (number | undefined)[] = [];
    while (jobs.calls.length > 0) {
      const call = jobs.calls.shift();
      asked.push(call?.request.refinement);
      await call?.answer();
    }
    return asked;
  };
  const coarse = (errorOf: (refinement: number) => number) => {
    const jobs = fakeJobs(5, errorOf, 1);
    return { jobs, solver: solverOf(createExplorerStore(), jobs) };
  };

  test('is known at once, and solved on finer grids until it is good', async () => {
    const { jobs, solver } = coarse((refinement) => (refinement < 2 ? 0.04 : 0.004));
    solver.want({}, [slower]);
    await jobs.calls.shift()?.answer();
    expect(solver.solution(slower)?.report.refinement).toBe(0);
    expect(await settle(jobs)).toEqual([1, 2]);
    expect(solver.solution(slower)?.report.refinement).toBe(2);
  });

  test('stops at the finest grid', async () => {
    const { jobs, solver } = coarse(() => 0.04);
    solver.want({}, [slower]);
    expect(await settle(jobs)).toEqual([undefined, 1, 2, 3]);
  });

  test('is left on the grid that is asked for, and on coarsened cells, which are there to show what they do', async () => {
    const { jobs, solver } = coarse(() => 0.04);
    solver.want({}, [
      { ...slower, refinement: 1 },
      { ...slower, coarsening: 2 },
    ]);
    expect(await settle(jobs)).toEqual([1, undefined]);
  });

  test('stands where a finer grid does not converge, without a word', async () => {
    const store = createExplorerStore();
    const jobs = fakeJobs(5, () => 0.04, 1);
    const solver = solverOf(store, jobs);
    solver.want({}, [slower]);
    await jobs.calls.shift()?.answer();
    await jobs.calls.shift()?.answer({ ok: false, kind: 'notConverged', message: 'It did not.' });
    expect(jobs.calls).toHaveLength(0);
    expect(solver.solution(slower)).toBeDefined();
    expect(store.getState().notices).toEqual([]);
  });

  test('that is refused is told without a way to retry', async () => {
    const store = createExplorerStore();
    const jobs = fakeJobs();
    solverOf(store, jobs).want({}, [slower]);
    await jobs.calls.shift()?.answer({ ok: false, kind: 'refused', message: 'It has no answer.' });
    expect(store.getState().notices).toMatchObject([{ details: ['It has no answer.'], canRetry: false }]);
    store.getState().actions.change('delta0', 0.3);
    expect(jobs.calls).toHaveLength(0);
  });
});
