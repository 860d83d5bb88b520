/** The pool over a browser Worker: a stand-in whose messages go through a real channel. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../../src/worker/answer';
import { serve } from '../../src/worker/serve';
import { createSolverJobs } from '../../src/worker/solverJobs';
import { spawn } from '../../src/worker/spawn';
import { ownerOf, requestWithSlope, solutionOf } from './fakeWorkers';

const spawned: StandInWorker[] = [];
/** What the worker does with a request. */
let answering: Parameters<typeof serve>[0];

class StandInWorker extends EventTarget {
  readonly #page: MessagePort;
  readonly #worker: MessagePort;
  terminated = false;

  constructor(
    readonly address: URL,
    readonly options: WorkerOptions,
  ) {
    super();
    const { port1, port2 } = new MessageChannel();
    this.#page = port1;
    this.#worker = port2;
    serve((message, tell) => answering(message, tell), {
      postMessage: port2.postMessage.bind(port2),
      addEventListener: port2.addEventListener.bind(port2),
      navigator: {},
    });
    port2.start();
    port1.addEventListener('message', ({ data }) =>
      this.dispatchEvent(new MessageEvent('message', { data })),
    );
    port1.start();
    spawned.push(this);
  }

  postMessage(message: unknown, transfer: Transferable[] = []): void {
    this.#page.postMessage(message, transfer);
  }

  terminate(): void {
    this.terminated = true;
    this.#page.close();
    this.#worker.close();
  }
}

const makeStandIn = () => new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' });

beforeEach(() => {
  spawned.length = 0;
  answering = (message) => {
    const reply = answer(message, solutionOf);
    return { reply, arrays: reply.ok ? [reply.propagated.flux] : [] };
  };
  vi.stubGlobal('Worker', StandInWorker);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('the pool in a browser', () => {
  it('spawns a module worker at the first request and brings its arrays over', async () => {
    const owner = ownerOf(createSolverJobs(undefined, 4));
    expect(spawned).toHaveLength(0);
    const request = requestWithSlope(0.3);
    expect(await owner.solve('thm:p', request)).toEqual({ ok: true, propagated: solutionOf(request) });
    expect(spawned).toHaveLength(1);
    expect(spawned[0]!.address.pathname).toMatch(/solver\.worker\.ts$/);
    expect(spawned[0]!.options).toEqual({ type: 'module' });
    void owner.solve('thm:p', request);
    owner.cancel();
    expect(spawned[0]!.terminated).toBe(true);
  });

  it.each([
    ['error', false, 'unavailable', /could not be loaded/],
    ['error', true, 'crashed', /could not be loaded or run/],
    ['messageerror', true, 'crashed', /could not be read/],
  ])('turns an %s event (after it ran: %s) into an outcome: %s', async (type, hasRun, kind, reason) => {
    const owner = ownerOf(createSolverJobs(undefined, 1));
    if (hasRun) await owner.solve('thm:p', requestWithSlope(0.2));
    const lost = owner.solve('thm:p', requestWithSlope(0.3));
    spawned[0]!.dispatchEvent(new Event(type));
    expect(await lost).toMatchObject({ ok: false, kind, message: expect.stringMatching(reason) });
    expect(spawned[0]!.terminated).toBe(true);
    expect(await owner.solve('thm:p', requestWithSlope(0.3))).toMatchObject({ ok: true });
    expect(spawned).toHaveLength(2);
    for (const worker of spawned) worker.terminate();
  });

  it("hears how far a request is before it hears the reply, and that it is the reply's own arrays", async () => {
    const sent = Float64Array.of(1, 2);
    answering = async (_message, tell) => {
      tell({ share: 0.5, flux: Float64Array.of(1) });
      await Promise.resolve();
      return { reply: { sent }, arrays: [sent] };
    };
    const worker = spawn<string, { readonly sent: Float64Array }>(makeStandIn);
    const told: number[] = [];
    const reply = await worker.solve('anything', ({ share }) => told.push(share));
    expect(told).toEqual([0.5]);
    expect(reply.sent).toEqual(Float64Array.of(1, 2));
    expect(sent).toHaveLength(0);
    worker.terminate();
  });

  it.each([
    ['cannot be made', () => Promise.reject(new Error('no room'))],
    ['cannot be sent', () => ({ reply: { send: () => undefined }, arrays: [] })],
  ])('takes a worker whose answer %s for crashed', async (_what, made) => {
    answering = made;
    const owner = ownerOf(createSolverJobs(undefined, 1));
    expect(await owner.solve('thm:p', requestWithSlope(0.2))).toMatchObject({ ok: false, kind: 'crashed' });
    expect(spawned[0]!.terminated).toBe(true);
  });
});
