/** Three-dimensional solves: when they run, what stops them, what is stale, and what is kept. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BoxRequest } from '../../../src/model/boxGalaxy';
import type { PartProgress } from '../../../src/model/volume';
import { volumeKey } from '../../../src/state/laneKeys';
import { isOldVolume, volumeLanes, volumeStatus } from '../../../src/state/selectors/volumes';
import { restMilliseconds, startVolumeRunner } from '../../../src/state/services/volumeRunner';
import { createExplorerStore } from '../../../src/state/store';
import type { PartReply } from '../../../src/worker/protocol';
import type { VolumeJobs } from '../../../src/worker/volumeJobs';
import { partResult, propagated } from '../fakes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Workers that answer when told; what is ended hears so at once. */
function fakeVolumeJobs() {
  type Wanted = Parameters<VolumeJobs['want']>[0][number];
  const calls: {
    request: BoxRequest;
    tell: (progress: PartProgress) => void;
    answer: (outcome?: PartReply) => Promise<void>;
  }[] = [];
  let running: Wanted[] = [];
  let wanted: readonly Wanted[] = [];
  const jobs: VolumeJobs = {
    want: (wishes) => {
      wanted = wishes;
      for (const wish of wishes) {
        if (running.some(({ id }) => id === wish.id)) continue;
        running.push(wish);
        const isRunning = () => running.includes(wish);
        const answer = async (outcome: PartReply = { ok: true, result: partResult(wish.request.part) }) => {
          // The pool does not hear a worker that it has ended.
          if (!isRunning()) return;
          running = running.filter((one) => one !== wish);
          wish.settle(outcome);
          await vi.advanceTimersByTimeAsync(0);
        };
        const tell = (progress: PartProgress) => isRunning() && wish.tell?.(progress);
        calls.push({ request: wish.request, tell, answer });
      }
    },
    endUnwanted: (which) => {
      const unwanted = running.filter((one) => !wanted.some(({ id }) => id === one.id) && which(one));
      running = running.filter((one) => !unwanted.includes(one));
      for (const wish of unwanted) wish.settle({ ok: false, kind: 'cancelled', message: 'stopped' });
    },
  };
  return { jobs, calls };
}

/** An explorer with its four curves, and a runner over a client that answers when told. */
function explorer() {
  const store = createExplorerStore();
  const { actions, parameters } = store.getState();
  for (const lane of ['thm:p', 'cm:p', 'thm:e-', 'cm:e-'] as const) {
    const key = `${lane} ${parameters.D0}`;
    actions.updateLane(lane, { curve: { propagated: propagated('p'), key, order: 1 } });
  }
  const { jobs, calls } = fakeVolumeJobs();
  startVolumeRunner(store, jobs);
  return { store, actions, calls };
}

describe('on request', () => {
  it('runs the model that is chosen, for the species of the tab, one after the other', async () => {
    const { store, actions, calls } = explorer();
    actions.setView({ tab: 'both', volume: 'cm' });
    expect(volumeLanes(store.getState().view)).toEqual(['cm:p', 'cm:e-']);
    actions.solveVolumes(['cm:p', 'cm:e-']);
    expect(calls.map(({ request }) => request.species)).toEqual(['p']);
    await calls[0]!.answer();
    expect(calls.map(({ request }) => request.species)).toEqual(['p', 'e-']);
    expect(calls[0]!.request.parameters.profile).toBe('uniform');
  });

  it('tells how far it is, and keeps what was solved', async () => {
    const { store, actions, calls } = explorer();
    actions.solveVolumes(['thm:p']);
    const flux = Float64Array.of(Number.NaN, 1);
    calls[0]!.tell({ share: 0.4, flux });
    expect(store.getState().volumes['thm:p'].run).toMatchObject({ share: 0.4, flux });
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('running');
    await calls[0]!.answer();
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('fresh');
    expect(store.getState().volumes['thm:p'].curve?.slices.yKpc).toHaveLength(4);
  });

  it('is stale once a parameter that it reads has moved, and not for one that it does not', async () => {
    const { store, actions, calls } = explorer();
    actions.solveVolumes(['thm:p']);
    await calls[0]!.answer();
    actions.change('phi.p', 300);
    actions.change('near.vela', 'on');
    actions.change('armWidth', 0.5);
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('fresh');
    actions.change('sources', 'arms');
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('stale');
    expect(isOldVolume(store.getState(), 'thm:p')).toBe(true);
    const before = volumeKey('thm:p', store.getState().parameters);
    actions.change('armWidth', 0.6);
    expect(volumeKey('thm:p', store.getState().parameters)).not.toBe(before);
  });

  it('a failure is told and leaves the last good solution', async () => {
    const { store, actions, calls } = explorer();
    actions.solveVolumes(['thm:p']);
    await calls[0]!.answer();
    actions.change('delta0', 0.3);
    actions.solveVolumes(['thm:p']);
    await calls[1]!.answer({ ok: false, kind: 'notConverged', message: 'It did not settle.' });
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('error');
    expect(store.getState().volumes['thm:p'].error?.message).toBe('It did not settle.');
    expect(store.getState().volumes['thm:p'].curve).not.toBeNull();
  });
});

describe('what stops a run', () => {
  it('the person: nothing is lost, and nothing begins again by itself', async () => {
    const { store, actions, calls } = explorer();
    actions.solveVolumes(['thm:p']);
    actions.cancelVolumes();
    await vi.advanceTimersByTimeAsync(0);
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('cancelled');
    await vi.advanceTimersByTimeAsync(5000);
    expect(calls).toHaveLength(1);
    actions.solveVolumes(['thm:p']);
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('running');
  });

  it('what is asked for again before the stop is heard is solved', async () => {
    const { store, actions, calls } = explorer();
    actions.solveVolumes(['thm:p']);
    actions.cancelVolumes();
    actions.solveVolumes(['thm:p']);
    await vi.advanceTimersByTimeAsync(0);
    expect(calls).toHaveLength(2);
    await calls[1]!.answer();
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('fresh');
  });

  it('a parameter that moves: the machine belongs to the hand', async () => {
    const { store, actions, calls } = explorer();
    actions.solveVolumes(['thm:p']);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    await vi.advanceTimersByTimeAsync(0);
    expect(store.getState().volumes['thm:p'].run).toBeNull();
    // What comes late from the run that was stopped is not taken.
    await calls[0]!.answer();
    expect(store.getState().volumes['thm:p'].curve).toBeNull();
  });

  it('not a parameter that it does not read', async () => {
    const { store, actions, calls } = explorer();
    actions.solveVolumes(['thm:p']);
    actions.change('e.alpha1', 2.5);
    actions.change('phi.p', 400);
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('running');
    await calls[0]!.answer();
    expect(volumeStatus(store.getState(), 'thm:p')).toBe('fresh');
  });
});

describe('pinned', () => {
  it('runs when the parameters rest, and again after each rest', async () => {
    const { actions, calls } = explorer();
    actions.setView({ pin3d: true });
    expect(calls).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(restMilliseconds);
    expect(calls).toHaveLength(1);
    await calls[0]!.answer();
    await vi.advanceTimersByTimeAsync(5 * restMilliseconds);
    expect(calls).toHaveLength(1);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.3);
    await vi.advanceTimersByTimeAsync(5 * restMilliseconds);
    expect(calls).toHaveLength(1);
    actions.change('delta0', 0.31);
    actions.endDrag();
    await vi.advanceTimersByTimeAsync(restMilliseconds);
    expect(calls).toHaveLength(2);
    expect(calls[1]!.request.parameters.delta0).toBe(0.31);
  });
});
