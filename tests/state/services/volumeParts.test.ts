/** The three-dimensional solve and its workers: parts side by side, progress, an end at once, and no run left open. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoxRequest } from '../../../src/model/boxGalaxy';
import type { PartProgress } from '../../../src/model/volume';
import { startVolumeRunner } from '../../../src/state/services/volumeRunner';
import { createExplorerStore } from '../../../src/state/store';
import { idleMilliseconds } from '../../../src/worker/jobs';
import type { PartReply } from '../../../src/worker/protocol';
import type { Loss, PoolWorker } from '../../../src/worker/spawn';
import { createVolumeJobs, hangsAfterMilliseconds } from '../../../src/worker/volumeJobs';
import { partResult } from '../fakes';

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
  const createWorker = (): PoolWorker<BoxRequest, PartReply> => {
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
          state.open = { request, tell: (progress) => tell?.(progress), resolve, reject };
        }),
      onLoss: (listener) => void listeners.push(listener),
      terminate: () => {
        state.ended = true;
      },
    };
  };
  return { made, createWorker };
}

/** An explorer whose runs go through a pool of such workers; with arms there are two parts. */
function explorer({ isBlocked = false } = {}) {
  const { made, createWorker } = fakes();
  const store = createExplorerStore();
  const { actions } = store.getState();
  const blocked = () => {
    throw new Error('blocked');
  };
  startVolumeRunner(store, createVolumeJobs(isBlocked ? blocked : createWorker));
  const volume = () => store.getState().volumes['thm:p'];
  return {
    made,
    actions,
    volume,
    withArms: () => actions.change('sources', 'arms'),
    run: () => actions.solveVolumes(['thm:p']),
  };
}

const soon = () => vi.advanceTimersByTimeAsync(0);
const answer = async (worker: { open: Open | null } | undefined) => {
  const { open } = worker ?? { open: null };
  open?.resolve({ ok: true, result: partResult(open.request.part) });
  await soon();
};

describe('parts', () => {
  it('one where nothing depends on azimuth, two side by side with arms', async () => {
    const { made, volume, run, withArms } = explorer();
    run();
    expect(made.map(({ open }) => open?.request.part)).toEqual(['even']);
    await answer(made[0]);
    expect(volume()).toMatchObject({ run: null, error: null });
    expect(volume().curve).not.toBeNull();
    withArms();
    run();
    // The idle worker is used again.
    expect(made.map(({ open }) => open?.request.part).sort()).toEqual(['even', 'odd']);
    await answer(made[0]);
    expect(volume().run).not.toBeNull();
    await answer(made[1]);
    expect(volume().run).toBeNull();
    expect(volume().curve?.parameters.sources).toBe('arms');
  });

  it('progress is that of all parts, the spectrum that of the one that has it', () => {
    const { made, volume, run, withArms } = explorer();
    withArms();
    run();
    const [even, odd] = [...made].sort((a, b) => (a.open!.request.part < b.open!.request.part ? -1 : 1));
    const flux = Float64Array.of(1);
    even!.open!.tell({ share: 0.5, flux });
    expect(volume().run).toMatchObject({ share: 0.25, flux });
    odd!.open!.tell({ share: 0.25, flux: null });
    expect(volume().run).toMatchObject({ share: 0.375, flux });
  });
});

describe('an end', () => {
  it('a cancelled run ends its workers at once', async () => {
    const { made, actions, volume, run, withArms } = explorer();
    withArms();
    run();
    actions.cancelVolumes();
    expect(made.map(({ ended }) => ended)).toEqual([true, true]);
    expect(volume()).toMatchObject({ run: null, error: { isCancelled: true } });
    // What an ended worker still says is not heard.
    made[0]!.open!.tell({ share: 1, flux: null });
    await answer(made[0]);
    expect(volume()).toMatchObject({ run: null, curve: null });
    // The next run gets workers of its own.
    run();
    expect(made).toHaveLength(4);
  });

  it('a run of other values takes the place of the one before', async () => {
    const { made, actions, volume, run } = explorer();
    run();
    actions.change('delta0', 0.3);
    run();
    expect(made.map(({ ended }) => ended)).toEqual([true, false]);
    await answer(made[1]);
    expect(volume().curve?.parameters.delta0).toBe(0.3);
  });

  it('a crash, a refusal and silence are told, and the other part is not waited for', async () => {
    const { made, volume, run, withArms } = explorer();
    withArms();
    run();
    made[0]!.lose('crashed');
    expect(volume()).toMatchObject({
      run: null,
      error: { message: expect.stringContaining('out of memory') },
    });
    expect(made.every(({ ended }) => ended)).toBe(true);

    run();
    made.at(-1)!.open!.resolve({ ok: false, kind: 'notConverged', message: 'no' });
    await soon();
    expect(volume()).toMatchObject({ run: null, error: { message: 'no' } });

    run();
    const silent = made.at(-1)!.open!;
    for (const worker of made) if (worker.open !== silent) await answer(worker);
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds - 1);
    silent.tell({ share: 0.1, flux: null });
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds - 1);
    silent.tell({ share: 0.2, flux: null });
    expect(volume().run).not.toBeNull();
    await vi.advanceTimersByTimeAsync(hangsAfterMilliseconds + 1);
    expect(volume()).toMatchObject({ run: null, error: { message: expect.stringContaining('120 s') } });
  });

  it('a worker that is gone without a word is replaced once by itself', async () => {
    const { made, actions, volume, run } = explorer();
    run();
    made[0]!.lose('silent');
    await answer(made[1]);
    expect(volume()).toMatchObject({ run: null, error: null });

    actions.change('delta0', 0.3);
    run();
    made[1]!.lose('silent');
    made[2]!.lose('silent');
    expect(volume()).toMatchObject({
      run: null,
      error: { message: expect.stringContaining('unexpectedly') },
    });
    // While idle it is not used again.
    run();
    await answer(made[3]);
    made[3]!.lose('silent');
    actions.change('delta0', 0.31);
    run();
    expect(made[3]!.ended).toBe(true);
    expect(made[4]!.open).not.toBeNull();
  });

  it('a worker that cannot be made is told, and not thrown', async () => {
    const { volume, run, withArms } = explorer({ isBlocked: true });
    for (const hasArms of [false, true]) {
      if (hasArms) withArms();
      run();
      await soon();
      expect(volume()).toMatchObject({ run: null, error: { message: expect.stringMatching(/.{20}/) } });
    }
  });

  it('idle workers give back their memory after a while', async () => {
    const { made, run } = explorer();
    run();
    await answer(made[0]);
    expect(made[0]!.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(idleMilliseconds + 1);
    expect(made[0]!.ended).toBe(true);
  });
});
