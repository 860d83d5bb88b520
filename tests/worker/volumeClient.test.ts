/** The client of the three-dimensional solve: parts side by side, progress, an end at once, and no promise left open. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoxRequest } from '../../src/model/boxGalaxy';
import { standardParameters } from '../../src/model/parameters/values';
import type { PartProgress, PartResult } from '../../src/model/volume';
import type { Loss } from '../../src/worker/spawn';
import {
  createVolumeClient,
  hangsAfterMilliseconds,
  idleMilliseconds,
  type VolumeWorker,
} from '../../src/worker/volumeClient';
import type { PartReply, VolumeRequest } from '../../src/worker/volumeProtocol';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Open {
  readonly request: BoxRequest;
  readonly tell: (progress: PartProgress) => void;
  readonly resolve: (reply: PartReply) => void;
  readonly reject: (error: Error) => void;
}

function fakes() {
  const made: { open: Open | null; ended: boolean; lose: (kind: Loss['kind']) => void }[] = [];
  const createWorker = (): VolumeWorker => {
    const listeners: ((loss: Loss) => void)[] = [];
    const state = {
      open: null as Open | null,
      ended: false,
      lose: (kind: Loss['kind']) => {
        for (const listener of listeners) listener({ kind, reason: 'out of memory' });
      },
    };
    made.push(state);
    return {
      solve: (request, tell) =>
        new Promise((resolve, reject) => {
          state.open = { request, tell, resolve, reject };
        }),
      onLoss: (listener) => void listeners.push(listener),
      terminate: () => {
        state.ended = true;
      },
    };
  };
  return { made, createWorker };
}

const smooth: VolumeRequest = { species: 'p', parameters: standardParameters };
const arms: VolumeRequest = { species: 'p', parameters: { ...standardParameters, sources: 'arms' } };
const result = (part: string) => ({ slices: { part } }) as unknown as PartResult;
const soon = () => vi.advanceTimersByTimeAsync(0);

describe('parts', () => {
  it('one where nothing depends on azimuth, two side by side with arms', async () => {
    const { made, createWorker } = fakes();
    const client = createVolumeClient(createWorker);
    const first = client.solve(smooth, () => undefined);
    expect(made.map(({ open }) => open?.request.part)).toEqual(['even']);
    made[0]!.open!.resolve({ ok: true, result: result('even') });
    expect(await first).toEqual({ ok: true, parts: [result('even')] });
    const second = client.solve(arms, () => undefined);
    // The idle worker is used again.
    expect(made.map(({ open }) => open?.request.part).sort()).toEqual(['even', 'odd']);
    for (const { open } of made) open!.resolve({ ok: true, result: result(open!.request.part) });
    expect(await second).toEqual({ ok: true, parts: [result('even'), result('odd')] });
  });

  it('progress is that of all parts, the spectrum that of the one that has it', async () => {
    const { made, createWorker } = fakes();
    const told: PartProgress[] = [];
    void createVolumeClient(createWorker).solve(arms, (progress) => told.push(progress));
    const [even, odd] = [...made].sort((a, b) => (a.open!.request.part < b.open!.request.part ? -1 : 1));
    const flux = Float64Array.of(1);
    even!.open!.tell({ share: 0.5, flux });
    odd!.open!.tell({ share: 0.25, flux: null });
    expect(told).toEqual([
      { share: 0.25, flux },
      { share: 0.375, flux },
    ]);
  });
});

describe('an end', () => {
  it('a cancelled run ends its workers and says so at once', async () => {
    const { made, createWorker } = fakes();
    const client = createVolumeClient(createWorker);
    const run = client.solve(arms, () => expect.unreachable());
    client.cancel();
    expect(await run).toMatchObject({ ok: false, kind: 'cancelled' });
    expect(made.map(({ ended }) => ended)).toEqual([true, true]);
    // What an ended worker still says is not heard.
    made[0]!.open!.tell({ share: 1, flux: null });
    // The next run gets workers of its own.
    void client.solve(smooth, () => undefined);
    expect(made).toHaveLength(3);
  });

  it('a new run takes the place of the one before', async () => {
    const { createWorker, made } = fakes();
    const client = createVolumeClient(createWorker);
    const first = client.solve(smooth, () => undefined);
    const second = client.solve(arms, () => undefined);
    expect(await first).toMatchObject({ kind: 'cancelled' });
    for (const { open, ended } of made)
      if (!ended) open!.resolve({ ok: true, result: result(open!.request.part) });
    expect(await second).toMatchObject({ ok: true });
  });

  it('a crash, a refusal and silence are told, and the other part is not waited for', async () => {
    const { createWorker, made } = fakes();
    const client = createVolumeClient(createWorker);
    const crashed = client.solve(arms, () => undefined);
    made[0]!.lose('crashed');
    expect(await crashed).toMatchObject({ ok: false, kind: 'crashed' });
    expect(made.every(({ ended }) => ended)).toBe(true);

    const refused = client.solve(smooth, () => undefined);
    made.at(-1)!.open!.resolve({ ok: false, kind: 'notConverged', message: 'no' });
    expect(await refused).toEqual({ ok: false, kind: 'notConverged', message: 'no' });

    const silent = client.solve(smooth, () => undefined);
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds - 1);
    made.at(-1)!.open!.tell({ share: 0.1, flux: null });
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds - 1);
    made.at(-1)!.open!.tell({ share: 0.2, flux: null });
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds + 1);
    expect(await silent).toMatchObject({ kind: 'crashed' });
  });

  it('a worker that is gone without a word is replaced once by itself', async () => {
    const { createWorker, made } = fakes();
    const client = createVolumeClient(createWorker);
    const run = client.solve(smooth, () => undefined);
    made[0]!.lose('silent');
    await soon();
    made[1]!.open!.resolve({ ok: true, result: result('even') });
    expect(await run).toEqual({ ok: true, parts: [result('even')] });

    const lost = client.solve(smooth, () => undefined);
    made[1]!.lose('silent');
    await soon();
    made[2]!.lose('silent');
    expect(await lost).toMatchObject({ ok: false, kind: 'crashed' });
    // While idle it is not used again.
    const next = client.solve(smooth, () => undefined);
    made[3]!.open!.resolve({ ok: true, result: result('even') });
    await next;
    made[3]!.lose('silent');
    void client.solve(smooth, () => undefined);
    expect(made).toHaveLength(5);
  });

  it('a worker that cannot be made is told, and not thrown', async () => {
    const client = createVolumeClient(() => {
      throw new Error('blocked');
    });
    for (const request of [smooth, arms])
      expect(await client.solve(request, () => undefined)).toMatchObject({ ok: false, kind: 'unavailable' });
  });

  it('idle workers give back their memory after a while', async () => {
    const { createWorker, made } = fakes();
    const client = createVolumeClient(createWorker);
    const run = client.solve(smooth, () => undefined);
    made[0]!.open!.resolve({ ok: true, result: result('even') });
    await run;
    await soon();
    expect(made[0]!.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(idleMilliseconds + 1);
    expect(made[0]!.ended).toBe(true);
  });
});
