/** The pool over a browser Worker: a stand-in whose messages go through a real channel and Comlink. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answer } from '../../src/worker/answer';
import { serve } from '../../src/worker/serve';
import { createSolverJobs } from '../../src/worker/solverJobs';
import { ownerOf, requestWithSlope, solutionOf } from './fakeWorkers';

const spawned: StandInWorker[] = [];

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
    serve(
      (message) => {
        const reply = answer(message, solutionOf);
        return { reply, arrays: reply.ok ? [reply.propagated.flux] : [] };
      },
      {
        postMessage: (message: unknown, transfer: Transferable[] = []) =>
          port2.postMessage(message, transfer),
        addEventListener: port2.addEventListener.bind(port2),
        removeEventListener: port2.removeEventListener.bind(port2),
        start: () => port2.start(),
        navigator: {},
      },
    );
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

beforeEach(() => {
  spawned.length = 0;
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
});
