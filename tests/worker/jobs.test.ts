import { afterEach, describe, expect, it, vi } from 'vitest';
import { idleMilliseconds } from '../../src/worker/jobs';
import type { SolveOutcome } from '../../src/worker/protocol';
import { createSolverJobs, hangsAfterMilliseconds } from '../../src/worker/solverJobs';
import { type FakeWorker, fakeWorkers, ownerOf, requestWithSlope, settled } from './fakeWorkers';

function slopeOf(outcome: SolveOutcome | undefined): number | undefined {
  return outcome?.ok ? outcome.propagated.flux[0] : undefined;
}
const kindOf = (outcome: SolveOutcome) => (outcome.ok ? 'ok' : outcome.kind);

describe('one lane', () => {
  it('of a burst of 100 requests only the first and the last reach the solver, and the last is delivered', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 4));
    const slopes = Array.from({ length: 100 }, (_, index) => 0.1 + index / 1000);
    const outcomes = slopes.map((slope) => owner.solve('thm:p', requestWithSlope(slope)));
    await settled();
    expect(made).toHaveLength(1);
    expect(made[0]!.received).toHaveLength(1);
    made[0]!.answer();
    await settled();
    expect(made[0]!.received).toHaveLength(2);
    made[0]!.answer();
    expect(slopeOf(await outcomes.at(0))).toBe(slopes[0]);
    expect(slopeOf(await outcomes.at(-1))).toBe(slopes.at(-1));
    expect(made).toHaveLength(1);
    // What was never begun is not heard of.
    const open = Symbol('open');
    const between = outcomes
      .slice(1, -1)
      .map((outcome) => Promise.race([outcome, settled().then(() => open)]));
    expect(new Set(await Promise.all(between))).toEqual(new Set([open]));
  });

  it('while events keep coming, never has more than one running and one pending', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 2));
    const outcomes: Promise<SolveOutcome>[] = [];
    let answered = 0;
    for (let event = 0; event < 100; event += 1) {
      outcomes.push(owner.solve('thm:p', requestWithSlope(0.1 + event / 1000)));
      if (event % 7 === 6) {
        made[0]!.answer();
        answered += 1;
        await settled();
      }
      expect(made).toHaveLength(1);
      expect(made[0]!.received.length - answered).toBe(1);
    }
    made[0]!.answer();
    await settled();
    made[0]!.answer();
    expect(slopeOf(await outcomes.at(-1))).toBe(0.199);
  });
});

describe('several lanes', () => {
  it('run beside one another and return to their own worker', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 2));
    for (const round of [0.1, 0.2, 0.3]) {
      const both = [
        owner.solve('thm:p', requestWithSlope(round)),
        owner.solve('cm:p', requestWithSlope(round + 0.5)),
      ];
      // The answers come in the other order.
      made[1]!.answer();
      await settled();
      made[0]!.answer();
      await Promise.all(both);
    }
    expect(made[0]!.received.map((request) => request.parameters.delta0)).toEqual([0.1, 0.2, 0.3]);
    expect(made[1]!.received.map((request) => request.parameters.delta0)).toEqual([0.6, 0.7, 0.8]);
  });

  it('share one worker in the order they came', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const outcomes = ['a', 'b', 'c'].map((lane, index) =>
      owner.solve(lane, requestWithSlope(0.1 + index / 10)),
    );
    for (let turn = 0; turn < 3; turn += 1) {
      made[0]!.answer();
      await settled();
    }
    expect((await Promise.all(outcomes)).map(kindOf)).toEqual(['ok', 'ok', 'ok']);
    expect(made[0]!.received.map((request) => request.parameters.delta0)).toEqual([0.1, 0.2, 0.1 + 2 / 10]);
  });

  it('a lane whose worker is busy takes an idle one', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 2));
    const lanes = ['a', 'b', 'c'];
    void owner.solve('a', requestWithSlope(0.1));
    void owner.solve('b', requestWithSlope(0.2));
    made[0]!.answer();
    made[1]!.answer();
    await settled();
    void owner.solve(lanes[2]!, requestWithSlope(0.3)); // makes its home with a
    void owner.solve('a', requestWithSlope(0.4)); // finds its home taken
    expect(made[0]!.received.map((request) => request.parameters.delta0)).toEqual([0.1, 0.3]);
    expect(made[1]!.received.map((request) => request.parameters.delta0)).toEqual([0.2, 0.4]);
  });
});

describe('a worker that dies', () => {
  it('is told to the caller in words and replaced for the pending request', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const lost = owner.solve('thm:p', requestWithSlope(0.2));
    const next = owner.solve('thm:p', requestWithSlope(0.3));
    made[0]!.crash('out of memory');
    const outcome = await lost;
    expect(kindOf(outcome)).toBe('crashed');
    expect(outcome.ok ? '' : outcome.message).toMatch(/out of memory.*Retry/);
    expect(made[0]!.terminated()).toBe(true);
    expect(made).toHaveLength(2);
    made[1]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('cannot speak afterwards', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const lost = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.crash('gone');
    await lost;
    const next = owner.solve('thm:p', requestWithSlope(0.3));
    made[0]!.answer();
    made[0]!.crash('gone again');
    await settled();
    // The late answer must not free the lane: a newer request still waits for the one that runs.
    const last = owner.solve('thm:p', requestWithSlope(0.4));
    expect(made[1]!.received).toHaveLength(1);
    expect(made[1]!.terminated()).toBe(false);
    made[1]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
    made[1]!.answer();
    expect(slopeOf(await last)).toBe(0.4);
  });

  it('while idle is replaced at the next request', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const first = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    made[0]!.crash('idle');
    const second = owner.solve('thm:p', requestWithSlope(0.3));
    made[1]!.answer();
    expect(slopeOf(await second)).toBe(0.3);
  });

  it('a call that is rejected is a crash, not a rejection', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const outcome = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.refuseToAnswer(new Error('could not be cloned'));
    expect(kindOf(await outcome)).toBe('crashed');
  });
});

describe('a worker that cannot be had', () => {
  it('is told for every lane, and had again once it can be made', async () => {
    const { made, createWorker } = fakeWorkers();
    let isBlocked = true;
    const make = () => {
      if (isBlocked) throw new Error('blocked');
      return createWorker();
    };
    const owner = ownerOf(createSolverJobs(make, 1));
    const outcomes = ['a', 'b', 'c'].map((lane) => owner.solve(lane, requestWithSlope(0.2)));
    expect((await Promise.all(outcomes)).map(kindOf)).toEqual(Array(3).fill('unavailable'));
    isBlocked = false;
    const next = owner.solve('a', requestWithSlope(0.3));
    made[0]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('is told when its program does not load', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const outcome = owner.solve('a', requestWithSlope(0.2));
    made[0]!.lose('unavailable');
    expect(kindOf(await outcome)).toBe('unavailable');
    expect(made[0]!.terminated()).toBe(true);
  });
});

describe('a worker that is gone without a word', () => {
  it('is replaced, and what it solved is solved again, without anyone hearing of it', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const outcome = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.lose('silent');
    expect(made[1]!.received.map((request) => request.parameters.delta0)).toEqual([0.2]);
    // The one that is gone has nothing to say any more.
    made[0]!.answer();
    made[1]!.answer();
    expect(slopeOf(await outcome)).toBe(0.2);
    expect(made).toHaveLength(2);
  });

  it('a second time is told', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const outcome = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.lose('silent');
    made[1]!.lose('silent');
    expect(kindOf(await outcome)).toBe('crashed');
    const next = owner.solve('thm:p', requestWithSlope(0.3));
    made[2]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('leaves what is no longer wanted, and goes on with what is', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const older = owner.solve('thm:p', requestWithSlope(0.2));
    const newer = owner.solve('thm:p', requestWithSlope(0.3));
    made[0]!.lose('silent');
    expect(kindOf(await older)).toBe('cancelled');
    expect(made[1]!.received.map((request) => request.parameters.delta0)).toEqual([0.3]);
    made[1]!.answer();
    expect(slopeOf(await newer)).toBe(0.3);
  });

  it('while idle is replaced at once, but not again and again', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const first = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    made[0]!.lose('silent');
    expect(made).toHaveLength(2);
    made[1]!.lose('silent');
    expect(made).toHaveLength(2);
    const next = owner.solve('thm:p', requestWithSlope(0.3));
    made[2]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('can be cancelled after it was replaced', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const outcome = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.lose('silent');
    owner.cancel('thm:p');
    expect(kindOf(await outcome)).toBe('cancelled');
    expect(made[1]!.terminated()).toBe(true);
  });
});

describe('a worker without work', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('of the background is ended after its time, and the next wish has a new one; that of a curve is kept', async () => {
    vi.useFakeTimers();
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 2));
    const curve = owner.solve('thm:p', requestWithSlope(0.1));
    made[0]!.answer();
    await curve;
    const first = owner.solve('a', requestWithSlope(0.2), 'background');
    made[1]!.answer();
    await first;
    await vi.advanceTimersByTimeAsync(idleMilliseconds - 100);
    const second = owner.solve('a', requestWithSlope(0.3), 'background');
    await vi.advanceTimersByTimeAsync(5000);
    expect(made[1]!.terminated()).toBe(false);
    made[1]!.answer();
    await second;
    await vi.advanceTimersByTimeAsync(idleMilliseconds + 1);
    expect(made.map((worker) => worker.terminated())).toEqual([false, true]);
    const third = owner.solve('a', requestWithSlope(0.4), 'background');
    made[2]!.answer();
    expect(slopeOf(await third)).toBe(0.4);
  });
});

describe('cancel', () => {
  it('ends the worker that solves, tells so, begins nothing that waited, and the next wish has a new worker', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const running = owner.solve('thm:p', requestWithSlope(0.2));
    void owner.solve('thm:p', requestWithSlope(0.3));
    owner.cancel('thm:p');
    expect(kindOf(await running)).toBe('cancelled');
    expect(made[0]!.terminated()).toBe(true);
    await settled();
    expect(made).toHaveLength(1);
    const next = owner.solve('thm:p', requestWithSlope(0.4));
    made[0]!.answer();
    made[1]!.answer();
    expect(slopeOf(await next)).toBe(0.4);
  });

  it('of one lane leaves the others; without a name it is for all of them', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 2));
    const outcomes = ['a', 'b', 'c'].map((lane, index) =>
      owner.solve(lane, requestWithSlope(0.1 + index / 10)),
    );
    owner.cancel('a');
    expect(kindOf(await outcomes[0]!)).toBe('cancelled');
    expect(made.map((worker) => worker.terminated())).toEqual([true, false, false]);
    // The lane that waited for a worker has the new one.
    expect(made[2]!.received.map((request) => request.parameters.delta0)).toEqual([0.1 + 2 / 10]);
    owner.cancel();
    expect((await Promise.all(outcomes)).map(kindOf)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    owner.cancel();
    expect(made).toHaveLength(3);
  });

  it('of an idle lane keeps its worker and its warm start', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const first = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    owner.cancel('thm:p');
    owner.cancel('never asked');
    expect(made[0]!.terminated()).toBe(false);
  });
});

describe('a worker that hangs', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is taken for crashed after its time, and the next request is solved by another', async () => {
    vi.useFakeTimers();
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const lost = owner.solve('thm:p', requestWithSlope(0.2));
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds - 1);
    expect(made[0]!.terminated()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await lost).toMatchObject({ kind: 'crashed', message: expect.stringMatching(/20 s.*Retry/) });
    expect(made[0]!.terminated()).toBe(true);
    const next = owner.solve('thm:p', requestWithSlope(0.3));
    made[1]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('an answer in time stops the clock', async () => {
    vi.useFakeTimers();
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    const first = owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    await vi.advanceTimersByTimeAsync(2 * hangsAfterMilliseconds);
    expect(made[0]!.terminated()).toBe(false);
  });
});

describe('what is urgent', () => {
  const slopes = (worker: FakeWorker | undefined) =>
    worker?.received.map((request) => request.parameters.delta0);

  it('is begun first, whatever came first', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    void owner.solve('running', requestWithSlope(0.1), 'soon');
    void owner.solve('a', requestWithSlope(0.4), 'soon');
    void owner.solve('b', requestWithSlope(0.3), 'shown');
    void owner.solve('c', requestWithSlope(0.2), 'hand');
    for (let turn = 0; turn < 3; turn += 1) {
      made[0]!.answer();
      await settled();
    }
    expect(slopes(made[0])).toEqual([0.1, 0.2, 0.3, 0.4]);
  });

  it('lines of one urgency take turns, however often one of them moves', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    for (let move = 0; move < 4; move += 1) {
      void owner.solve('a', requestWithSlope(0.1 + move / 100), 'hand');
      void owner.solve('b', requestWithSlope(0.5 + move / 100), 'hand');
      void owner.solve('c', requestWithSlope(0.7 + move / 100), 'hand');
      await settled();
      made[0]!.answer();
      await settled();
    }
    const order = slopes(made[0])?.map((slope) => (slope < 0.4 ? 'a' : slope < 0.6 ? 'b' : 'c'));
    expect(order).toEqual(['a', 'b', 'c', 'a', 'b']);
  });

  it('finds a worker free: what comes soon leaves one, where there are more', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 2));
    void owner.solve('a', requestWithSlope(0.1), 'soon');
    void owner.solve('b', requestWithSlope(0.2), 'soon');
    expect(made).toHaveLength(1);
    void owner.solve('c', requestWithSlope(0.3), 'hand');
    expect(made.map(slopes)).toEqual([[0.1], [0.3]]);
    made[0]!.answer();
    await settled();
    expect(made.map(slopes)).toEqual([[0.1], [0.3]]);
    made[1]!.answer();
    await settled();
    expect(made.flatMap((worker) => slopes(worker))).toContain(0.2);
  });

  it('never waits for the background, which has workers of its own, as many as leave a core', async () => {
    for (const [cores, aside] of [
      [1, 1],
      [2, 1],
      [3, 2],
      [8, 2],
    ] as const) {
      const { made, createWorker } = fakeWorkers();
      const owner = ownerOf(createSolverJobs(createWorker, cores));
      for (const line of ['a', 'b', 'c', 'd']) void owner.solve(line, requestWithSlope(0.2), 'background');
      expect(made).toHaveLength(aside);
      void owner.solve('thm:p', requestWithSlope(0.3), 'hand');
      expect(slopes(made[aside])).toEqual([0.3]);
    }
  });

  it('is begun before the answer before it is told, so that no drawing stands in its way', async () => {
    const { made, createWorker } = fakeWorkers();
    const owner = ownerOf(createSolverJobs(createWorker, 1));
    let begunByThen = 0;
    const first = owner.solve('thm:p', requestWithSlope(0.1)).then(() => {
      begunByThen = made[0]!.received.length;
    });
    void owner.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    expect(begunByThen).toBe(2);
  });
});

describe('the background', () => {
  it('goes on where it was: a finer grid of what was just solved has the same worker', async () => {
    const { made, createWorker } = fakeWorkers();
    const jobs = createSolverJobs(createWorker, 4);
    const wish = (refinement: number, slope: number) => ({
      id: `${slope} ${refinement}`,
      request: { ...requestWithSlope(slope), refinement },
      urgency: 'background' as const,
      settle: () => jobs.want(refinement < 2 ? [wish(refinement + 1, slope)] : []),
    });
    jobs.want([wish(0, 0.1), wish(0, 0.2)]);
    made[0]!.answer();
    await settled();
    made[1]!.answer();
    await settled();
    made[1]!.answer();
    await settled();
    expect(made[1]!.received.map(({ refinement }) => refinement)).toEqual([0, 1, 2]);
  });

  it('what two want is solved once', () => {
    const { made, createWorker } = fakeWorkers();
    const jobs = createSolverJobs(createWorker, 4);
    const wish = {
      id: 'one',
      request: requestWithSlope(0.1),
      urgency: 'background' as const,
      settle: () => {},
    };
    jobs.want([wish, { ...wish }]);
    jobs.want([{ ...wish }]);
    expect(made.flatMap(({ received }) => received)).toHaveLength(1);
  });
});
