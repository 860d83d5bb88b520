import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { needsRefinement } from '../../../src/model/tiers';
import { laneKey } from '../../../src/state/laneKeys';
import { laneIds, speciesLaneIds, visibleLanes } from '../../../src/state/lanes';
import { laneStatus, tabStatus } from '../../../src/state/selectors/laneStatus';
import {
  idleMilliseconds,
  restMilliseconds,
  warmUpAfterMilliseconds,
} from '../../../src/state/services/scheduler';
import { createExplorerStore } from '../../../src/state/store';
import { fakeJobs, propagated, startCurves } from '../fakes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An explorer whose four curves are up to date, and warm; its solver says that a solve takes so long. */
async function settled(milliseconds = 5) {
  const store = createExplorerStore();
  const jobs = fakeJobs(milliseconds);
  startCurves(store, jobs);
  const answerAll = async () => {
    while (jobs.calls.length > 0) for (const call of jobs.calls.splice(0)) await call.answer();
  };
  await answerAll();
  vi.advanceTimersByTime(idleMilliseconds);
  await answerAll();
  vi.advanceTimersByTime(warmUpAfterMilliseconds);
  await answerAll();
  return { store, jobs, answerAll, actions: store.getState().actions };
}

const lanes = (jobs: ReturnType<typeof fakeJobs>) => jobs.calls.map((call) => call.lane);

describe('what is solved', () => {
  it('the shown tab first, the other one when that is done', async () => {
    const store = createExplorerStore();
    const jobs = fakeJobs();
    startCurves(store, jobs);
    expect(lanes(jobs)).toEqual(['thm:p', 'cm:p']);
    for (const call of jobs.calls.splice(0)) await call.answer();
    expect(lanes(jobs)).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(lanes(jobs)).toEqual(['thm:e-', 'cm:e-']);
  });

  it('nothing for normalisation and modulation', async () => {
    const { jobs, actions } = await settled();
    actions.change('p.norm', 0.1);
    actions.change('cm.e.norm', 0.01);
    actions.change('phi.p', 300);
    vi.advanceTimersByTime(500);
    expect(lanes(jobs)).toEqual([]);
  });

  it('only the conventional model for its own slope', async () => {
    const { jobs, actions } = await settled();
    actions.change('cm.delta', 0.4);
    expect(lanes(jobs)).toEqual(['cm:p']);
  });

  it.each(['delta0', 'Delta', 'xi', 'n'] as const)('only the two-halo model for %s', async (id) => {
    const { jobs, actions } = await settled();
    actions.change(id, id === 'n' ? 7 : 0.3);
    expect(lanes(jobs)).toEqual(['thm:p']);
  });

  it('both models for a shared parameter, and no proton for electron injection', async () => {
    const { jobs, actions } = await settled();
    actions.change('D0', 6e28);
    expect(lanes(jobs)).toEqual(['thm:p', 'cm:p']);
    for (const call of jobs.calls.splice(0)) await call.answer();
    vi.advanceTimersByTime(500);
    for (const call of jobs.calls.splice(0)) await call.answer();
    actions.change('e.alpha1', 2.5);
    expect(lanes(jobs)).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(lanes(jobs)).toEqual(['thm:e-', 'cm:e-']);
  });

  it('nothing again for values that were solved before', async () => {
    const { jobs, store, actions } = await settled();
    actions.change('delta0', 0.3);
    await jobs.calls.splice(0)[0]?.answer();
    actions.undo();
    expect(lanes(jobs)).toEqual([]);
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
  });
});

describe('which answer is shown', () => {
  it('the last one wins, and an older one never overwrites it', async () => {
    const { jobs, store, actions } = await settled();
    actions.change('delta0', 0.2);
    actions.change('delta0', 0.3);
    const [older, newer] = jobs.calls.splice(0);
    await newer?.answer();
    const shown = store.getState().lanes['thm:p'].curve;
    await older?.answer();
    expect(store.getState().lanes['thm:p'].curve).toBe(shown);
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
  });

  it('a curve of other values is called stale after 150 ms, not before', async () => {
    const { jobs, store, actions } = await settled();
    actions.change('delta0', 0.3);
    vi.advanceTimersByTime(140);
    expect(tabStatus(store.getState()).status).toBe('solving');
    vi.advanceTimersByTime(20);
    expect(tabStatus(store.getState()).status).toBe('stale');
    await jobs.calls[0]?.answer();
    expect(tabStatus(store.getState()).status).toBe('fresh');
  });

  it('an error is told, the last good curve stays, and Retry asks again', async () => {
    const { jobs, store, actions } = await settled();
    const good = store.getState().lanes['thm:p'].curve;
    actions.change('delta0', 0.3);
    await jobs.calls
      .splice(0)[0]
      ?.answer({ ok: false, kind: 'notConverged', message: 'It did not converge.' });
    expect(tabStatus(store.getState())).toEqual({ status: 'error', message: 'It did not converge.' });
    expect(store.getState().lanes['thm:p'].curve).toBe(good);
    expect(lanes(jobs)).toEqual([]);
    actions.retry();
    expect(lanes(jobs)).toEqual(['thm:p']);
  });

  it('a request that was given up is no error', async () => {
    const { jobs, store, actions } = await settled();
    actions.change('delta0', 0.2);
    actions.change('delta0', 0.3);
    const [older] = jobs.calls;
    await older?.answer({ ok: false, kind: 'cancelled', message: '' });
    expect(laneStatus(store.getState(), 'thm:p')).toBe('solving');
  });
});

describe('a solve that is stopped', () => {
  const givenUp = { ok: false, kind: 'cancelled', message: '' } as const;

  it('keeps the curve, says so, and is not asked for again by itself', async () => {
    const { store, jobs, actions } = await settled();
    const before = store.getState().lanes['thm:p'].curve;
    actions.change('delta0', 0.3);
    vi.advanceTimersByTime(400);
    actions.cancel(['thm:p', 'cm:p']);
    // The conventional curve was not being solved.
    expect(jobs.ended).toEqual(['thm:p']);
    await jobs.calls.splice(0)[0]!.answer(givenUp);
    expect(store.getState().lanes['thm:p'].curve).toBe(before);
    expect(tabStatus(store.getState())).toMatchObject({
      status: 'cancelled',
      message: expect.stringMatching(/^Stopped/),
    });
    vi.advanceTimersByTime(1000);
    expect(lanes(jobs)).not.toContain('thm:p');
  });

  it('is solved after a retry, or for other values', async () => {
    const { store, jobs, actions } = await settled();
    actions.change('delta0', 0.3);
    actions.cancel(['thm:p']);
    await jobs.calls.splice(0)[0]!.answer(givenUp);
    actions.retry();
    expect(lanes(jobs)).toEqual(['thm:p']);
    actions.cancel(['thm:p']);
    await jobs.calls.splice(0)[0]!.answer(givenUp);
    actions.change('delta0', 0.31);
    expect(lanes(jobs)).toEqual(['thm:p']);
    await jobs.calls.splice(0)[0]!.answer();
    expect(tabStatus(store.getState()).status).toBe('fresh');
  });
});

describe('tiers', () => {
  it('a drag is answered by the settled tier where that can follow', async () => {
    const { jobs, actions } = await settled(5);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    expect(jobs.calls[0]?.request.tier).toBe('settled');
  });

  it('else by the live tier, and settled once it ends', async () => {
    const { jobs, store, actions } = await settled(300);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    const [live] = jobs.calls.splice(0);
    expect(live?.request.tier).toBe('live');
    await live?.answer();
    expect(tabStatus(store.getState()).status).toBe('fresh');
    actions.endDrag();
    expect(jobs.calls[0]?.request).toMatchObject({ tier: 'settled', parameters: { delta0: 0.25 } });
  });

  it('a hand that holds still has its curve settled, and the live tier back when it moves on', async () => {
    const { jobs, store, actions, answerAll } = await settled(300);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    await answerAll();
    vi.advanceTimersByTime(restMilliseconds);
    expect(jobs.calls.map(({ request }) => request.tier)).toEqual(['settled']);
    await answerAll();
    expect(store.getState().lanes['thm:p'].curve?.propagated.report.tier).toBe('settled');
    actions.change('delta0', 0.26);
    expect(jobs.calls.map(({ request }) => request.tier)).toEqual(['live']);
  });

  it('a curve that only the live tier could not solve is settled when the drag ends', async () => {
    const { jobs, store, actions } = await settled(300);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    await jobs.calls.splice(0)[0]!.answer({ ok: false, kind: 'notConverged', message: 'too coarse' });
    expect(tabStatus(store.getState()).status).toBe('error');
    actions.endDrag();
    await jobs.calls.splice(0)[0]!.answer();
    expect(tabStatus(store.getState()).status).toBe('fresh');
  });
});

describe('the pace of a drag', () => {
  /** A solver whose first solve of a lane is cold. */
  function coldAtFirst(cold: number, warm: number) {
    const store = createExplorerStore();
    const jobs = fakeJobs();
    startCurves(store, jobs);
    const solved = new Set<string | undefined>();
    const tiers: string[] = [];
    const answerAll = async () => {
      while (jobs.calls.length > 0)
        for (const { lane, request, answer } of jobs.calls.splice(0)) {
          tiers.push(request.tier);
          const milliseconds = solved.has(lane) ? warm : cold;
          solved.add(lane);
          await answer({ ok: true, propagated: propagated(request.species, request.tier, milliseconds) });
        }
    };
    const drag = async (steps: number) => {
      tiers.length = 0;
      const { actions } = store.getState();
      actions.beginDrag('delta0');
      for (let step = 0; step < steps; step++) {
        actions.change('delta0', 0.2 + step / 100);
        await answerAll();
      }
      actions.endDrag();
      await answerAll();
      return [...tiers];
    };
    return { store, jobs, answerAll, drag };
  }

  it('is not that of the cold solve: the first drag is settled from its first step, warmed up or not', async () => {
    for (const isWarmedUp of [false, true]) {
      const { answerAll, drag } = coldAtFirst(500, 15);
      await answerAll();
      for (const wait of isWarmedUp ? [idleMilliseconds, warmUpAfterMilliseconds] : []) {
        vi.advanceTimersByTime(wait);
        await answerAll();
      }
      expect(await drag(5)).toEqual(Array(5).fill('settled'));
    }
  });

  it('is known before the first drag where settled solves cannot follow', async () => {
    const { store, jobs, answerAll, drag } = coldAtFirst(500, 60);
    await answerAll();
    vi.advanceTimersByTime(idleMilliseconds);
    await answerAll();
    expect(jobs.calls).toHaveLength(0);
    const before = store.getState();
    vi.advanceTimersByTime(warmUpAfterMilliseconds);
    // A value close by, of which nobody sees anything.
    expect(jobs.calls.map(({ lane, request }) => [lane, request.tier])).toEqual([['thm:p', 'settled']]);
    expect(jobs.calls[0]!.request.parameters.D0).not.toBe(before.parameters.D0);
    await answerAll();
    expect(store.getState()).toBe(before);
    expect(await drag(3)).toEqual(['live', 'live', 'live', 'settled']);
  });

  it('is not measured while a slider is held, nor once it is known', async () => {
    const { jobs, actions } = await settled(300);
    vi.advanceTimersByTime(60_000);
    expect(jobs.calls).toHaveLength(0);
    const cold = coldAtFirst(500, 15);
    await cold.answerAll();
    vi.advanceTimersByTime(idleMilliseconds);
    await cold.answerAll();
    cold.store.getState().actions.beginDrag('delta0');
    vi.advanceTimersByTime(60_000);
    expect(cold.jobs.calls).toHaveLength(0);
    actions.endDrag();
  });
});

describe('answers that come late', () => {
  it('an undone value never comes back over the present one', async () => {
    const { jobs, store, actions } = await settled();
    const present = store.getState().lanes['thm:p'].curve;
    actions.change('delta0', 0.3);
    actions.undo();
    expect(store.getState().lanes['thm:p'].solving).toBeNull();
    const shown: (string | undefined)[] = [];
    store.subscribe(({ lanes: now }) => shown.push(now['thm:p'].curve?.key));
    await jobs.calls.splice(0)[0]!.answer();
    expect(shown.every((key) => key === present?.key)).toBe(true);
    expect(tabStatus(store.getState()).status).toBe('fresh');
  });

  const step = fc.oneof(
    fc.record({ do: fc.constant('set' as const), value: fc.constantFrom(0.2, 0.25, 0.3, 0.35) }),
    fc.record({
      do: fc.constant('answer' as const),
      which: fc.nat(20),
      good: fc.boolean(),
      slow: fc.boolean(),
    }),
    fc.record({ do: fc.constant('wait' as const), milliseconds: fc.constantFrom(20, 130, 700) }),
    fc.record({
      do: fc.constantFrom('undo' as const, 'redo' as const, 'take', 'let go', 'retry', 'cancel', 'tab'),
    }),
  );

  it('whatever their order, in the end each curve is of the present values or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const store = createExplorerStore();
        const { actions } = store.getState();
        const jobs = fakeJobs();
        startCurves(store, jobs);
        let violation = '';
        store.subscribe((state, previous) => {
          for (const lane of speciesLaneIds) {
            const [now, before] = [state.lanes[lane].curve, previous.lanes[lane].curve];
            if (now === before || now === null || before === null) continue;
            const key = laneKey(lane, state.parameters);
            if (now.key !== key && (before.key === key || now.order < before.order)) violation = lane;
          }
        });
        const answer = async (which: number, good: boolean, slow: boolean) => {
          const [call] = jobs.calls.splice(which % Math.max(1, jobs.calls.length), 1);
          if (call === undefined) return;
          const { species, tier, refinement = 0 } = call.request;
          const report = { refinement, errorEstimate: which % 3 === 0 ? 0.04 : 0.002 };
          const kind = (['crashed', 'cancelled', 'notConverged'] as const)[which % 3]!;
          await call.answer(
            good
              ? { ok: true, propagated: propagated(species, tier, slow ? 300 : 5, report) }
              : { ok: false, kind, message: kind },
          );
        };
        for (const one of steps) {
          if (one.do === 'set') actions.change('delta0', one.value);
          else if (one.do === 'answer') await answer(one.which, one.good, one.slow);
          else if (one.do === 'wait') vi.advanceTimersByTime(one.milliseconds);
          else if (one.do === 'undo') actions.undo();
          else if (one.do === 'redo') actions.redo();
          else if (one.do === 'take') actions.beginDrag('delta0');
          else if (one.do === 'let go') actions.endDrag();
          else if (one.do === 'retry') actions.retry();
          else if (one.do === 'cancel') actions.cancel(laneIds);
          else actions.setView({ tab: store.getState().view.tab === 'protons' ? 'electrons' : 'protons' });
        }
        actions.endDrag();
        for (let round = 0; round < 12; round++) {
          for (let call = 0; jobs.calls.length > 0; call += 7) await answer(call, true, false);
          vi.advanceTimersByTime(1000);
        }
        vi.clearAllTimers();
        expect(violation).toBe('');
        const { lanes: curves, parameters, view } = store.getState();
        for (const lane of speciesLaneIds) {
          const key = laneKey(lane, parameters);
          const { curve, error, solving } = curves[lane];
          expect([curve?.key, error?.key]).toContain(key);
          if (curve?.key === key && error?.key !== key) {
            expect(curve.propagated.report.tier).toBe('settled');
            if (visibleLanes(view.tab).includes(lane))
              expect(needsRefinement(curve.propagated.report)).toBe(false);
          }
          expect(solving).toBeNull();
        }
      }),
      { numRuns: 120 },
    );
  });
});
