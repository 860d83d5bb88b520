import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSolverClient } from '../../src/worker/client';
import { hangsAfterMilliseconds } from '../../src/worker/pool';
import type { SolveOutcome } from '../../src/worker/protocol';
import { fakeWorkers, requestWithSlope, settled } from './fakeWorkers';

function slopeOf(outcome: SolveOutcome | undefined): number | undefined {
  return outcome?.ok ? outcome.propagated.flux[0] : undefined;
}
const kindOf = (outcome: SolveOutcome) => (outcome.ok ? 'ok' : outcome.kind);

describe('one lane', () => {
  it('of a burst of 100 requests only the first and the last reach the solver, and the last is delivered', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 4, createWorker });
    const slopes = Array.from({ length: 100 }, (_, index) => 0.1 + index / 1000);
    const outcomes = slopes.map((slope) => client.solve('thm:p', requestWithSlope(slope)));
    await settled();
    expect(made).toHaveLength(1);
    expect(made[0]!.received).toHaveLength(1);
    made[0]!.answer();
    await settled();
    expect(made[0]!.received).toHaveLength(2);
    made[0]!.answer();
    const results = await Promise.all(outcomes);
    expect(slopeOf(results.at(0))).toBe(slopes[0]);
    expect(slopeOf(results.at(-1))).toBe(slopes.at(-1));
    expect(new Set(results.slice(1, -1).map(kindOf))).toEqual(new Set(['superseded']));
    expect(made).toHaveLength(1);
  });

  it('while events keep coming, never has more than one running and one pending', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 2, createWorker });
    const outcomes: Promise<SolveOutcome>[] = [];
    let answered = 0;
    for (let event = 0; event < 100; event += 1) {
      outcomes.push(client.solve('thm:p', requestWithSlope(0.1 + event / 1000)));
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
    await Promise.all(outcomes);
  });
});

describe('several lanes', () => {
  it('run beside one another and return to their own worker', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 2, createWorker });
    for (const round of [0.1, 0.2, 0.3]) {
      const both = [
        client.solve('thm:p', requestWithSlope(round)),
        client.solve('cm:p', requestWithSlope(round + 0.5)),
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
    const client = createSolverClient({ workers: 1, createWorker });
    const outcomes = ['a', 'b', 'c'].map((lane, index) =>
      client.solve(lane, requestWithSlope(0.1 + index / 10)),
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
    const client = createSolverClient({ workers: 2, createWorker });
    const lanes = ['a', 'b', 'c'];
    void client.solve('a', requestWithSlope(0.1));
    void client.solve('b', requestWithSlope(0.2));
    made[0]!.answer();
    made[1]!.answer();
    await settled();
    void client.solve(lanes[2]!, requestWithSlope(0.3)); // makes its home with a
    void client.solve('a', requestWithSlope(0.4)); // finds its home taken
    expect(made[0]!.received.map((request) => request.parameters.delta0)).toEqual([0.1, 0.3]);
    expect(made[1]!.received.map((request) => request.parameters.delta0)).toEqual([0.2, 0.4]);
    client.dispose();
  });
});

describe('a worker that dies', () => {
  it('is told to the caller in words and replaced for the pending request', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const lost = client.solve('thm:p', requestWithSlope(0.2));
    const next = client.solve('thm:p', requestWithSlope(0.3));
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
    const client = createSolverClient({ workers: 1, createWorker });
    const lost = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.crash('gone');
    await lost;
    const next = client.solve('thm:p', requestWithSlope(0.3));
    made[0]!.answer();
    made[0]!.crash('gone again');
    await settled();
    // The late answer must not free the lane: a newer request still waits for the one that runs.
    const last = client.solve('thm:p', requestWithSlope(0.4));
    expect(made[1]!.received).toHaveLength(1);
    expect(made[1]!.terminated()).toBe(false);
    made[1]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
    made[1]!.answer();
    expect(slopeOf(await last)).toBe(0.4);
  });

  it('while idle is replaced at the next request', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const first = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    made[0]!.crash('idle');
    const second = client.solve('thm:p', requestWithSlope(0.3));
    made[1]!.answer();
    expect(slopeOf(await second)).toBe(0.3);
  });

  it('a call that is rejected is a crash, not a rejection', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const outcome = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.refuseToAnswer(new Error('could not be cloned'));
    expect(kindOf(await outcome)).toBe('crashed');
  });
});

describe('a worker that cannot be had', () => {
  it('is told for every lane, and had again once it can be made', async () => {
    const { made, createWorker } = fakeWorkers();
    let isBlocked = true;
    const client = createSolverClient({
      workers: 1,
      createWorker: () => {
        if (isBlocked) throw new Error('blocked');
        return createWorker();
      },
    });
    const outcomes = ['a', 'b', 'c'].map((lane) => client.solve(lane, requestWithSlope(0.2)));
    expect((await Promise.all(outcomes)).map(kindOf)).toEqual(Array(3).fill('unavailable'));
    isBlocked = false;
    const next = client.solve('a', requestWithSlope(0.3));
    made[0]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('is told when its program does not load', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const outcome = client.solve('a', requestWithSlope(0.2));
    made[0]!.lose('unavailable');
    expect(kindOf(await outcome)).toBe('unavailable');
    expect(made[0]!.terminated()).toBe(true);
  });
});

describe('a worker that is gone without a word', () => {
  it('is replaced, and what it solved is solved again, without anyone hearing of it', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const outcome = client.solve('thm:p', requestWithSlope(0.2));
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
    const client = createSolverClient({ workers: 1, createWorker });
    const outcome = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.lose('silent');
    made[1]!.lose('silent');
    expect(kindOf(await outcome)).toBe('crashed');
    const next = client.solve('thm:p', requestWithSlope(0.3));
    made[2]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('leaves what is no longer wanted, and goes on with what is', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const older = client.solve('thm:p', requestWithSlope(0.2));
    const newer = client.solve('thm:p', requestWithSlope(0.3));
    made[0]!.lose('silent');
    expect(kindOf(await older)).toBe('superseded');
    expect(made[1]!.received.map((request) => request.parameters.delta0)).toEqual([0.3]);
    made[1]!.answer();
    expect(slopeOf(await newer)).toBe(0.3);
  });

  it('while idle is replaced at once, but not again and again', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const first = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    made[0]!.lose('silent');
    expect(made).toHaveLength(2);
    made[1]!.lose('silent');
    expect(made).toHaveLength(2);
    const next = client.solve('thm:p', requestWithSlope(0.3));
    made[2]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('can be cancelled after it was replaced', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const outcome = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.lose('silent');
    client.cancel('thm:p');
    expect(kindOf(await outcome)).toBe('cancelled');
    expect(made[1]!.terminated()).toBe(true);
  });
});

describe('a worker without work', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is ended after its time, where that is wanted, and the next request has a new one', async () => {
    vi.useFakeTimers();
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 2, createWorker, idleMilliseconds: 1000 });
    const first = client.solve('a', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    await vi.advanceTimersByTimeAsync(900);
    const second = client.solve('a', requestWithSlope(0.3));
    await vi.advanceTimersByTimeAsync(5000);
    expect(made[0]!.terminated()).toBe(false);
    made[0]!.answer();
    await second;
    await vi.advanceTimersByTimeAsync(1001);
    expect(made[0]!.terminated()).toBe(true);
    const third = client.solve('a', requestWithSlope(0.4));
    made[1]!.answer();
    expect(slopeOf(await third)).toBe(0.4);
  });
});

describe('cancel', () => {
  it('ends the worker that solves, tells running and pending, and the next request has a new worker', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const running = client.solve('thm:p', requestWithSlope(0.2));
    const pending = client.solve('thm:p', requestWithSlope(0.3));
    client.cancel('thm:p');
    expect([kindOf(await running), kindOf(await pending)]).toEqual(['cancelled', 'cancelled']);
    expect(made[0]!.terminated()).toBe(true);
    const next = client.solve('thm:p', requestWithSlope(0.4));
    made[0]!.answer();
    made[1]!.answer();
    expect(slopeOf(await next)).toBe(0.4);
  });

  it('of one lane leaves the others; without a name it is for all of them', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 2, createWorker });
    const outcomes = ['a', 'b', 'c'].map((lane, index) =>
      client.solve(lane, requestWithSlope(0.1 + index / 10)),
    );
    client.cancel('a');
    expect(kindOf(await outcomes[0]!)).toBe('cancelled');
    expect(made.map((worker) => worker.terminated())).toEqual([true, false, false]);
    // The lane that waited for a worker has the new one.
    expect(made[2]!.received.map((request) => request.parameters.delta0)).toEqual([0.1 + 2 / 10]);
    client.cancel();
    expect((await Promise.all(outcomes)).map(kindOf)).toEqual(['cancelled', 'cancelled', 'cancelled']);
    client.cancel();
    expect(made).toHaveLength(3);
  });

  it('of an idle lane keeps its worker and its warm start', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const first = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    client.cancel('thm:p');
    client.cancel('never asked');
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
    const client = createSolverClient({ workers: 1, createWorker });
    const lost = client.solve('thm:p', requestWithSlope(0.2));
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds - 1);
    expect(made[0]!.terminated()).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await lost).toMatchObject({ kind: 'crashed', message: expect.stringMatching(/20 s.*Retry/) });
    expect(made[0]!.terminated()).toBe(true);
    const next = client.solve('thm:p', requestWithSlope(0.3));
    made[1]!.answer();
    expect(slopeOf(await next)).toBe(0.3);
  });

  it('an answer in time stops the clock', async () => {
    vi.useFakeTimers();
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 1, createWorker });
    const first = client.solve('thm:p', requestWithSlope(0.2));
    made[0]!.answer();
    await first;
    await vi.advanceTimersByTimeAsync(2 * hangsAfterMilliseconds);
    expect(made[0]!.terminated()).toBe(false);
  });
});

describe('dispose', () => {
  it('settles everything, ends the workers and refuses further work', async () => {
    const { made, createWorker } = fakeWorkers();
    const client = createSolverClient({ workers: 2, createWorker });
    const open = [1, 2, 3].map((index) => client.solve('thm:p', requestWithSlope(index / 10)));
    client.dispose();
    expect((await Promise.all(open)).map(kindOf)).toEqual(['superseded', 'superseded', 'superseded']);
    expect(made.map((worker) => worker.terminated())).toEqual([true]);
    expect(kindOf(await client.solve('thm:p', requestWithSlope(0.2)))).toBe('superseded');
    expect(made).toHaveLength(1);
  });
});
