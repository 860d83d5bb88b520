/** Parts that do not come when the state asks for them: told once for each wish, tried again without haste. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { volumeStatus } from '../../../src/state/selectors/volumes';
import { againAfterMilliseconds, startOnDemand } from '../../../src/state/services/onDemand';
import type { Solutions } from '../../../src/state/services/solutions';
import { createExplorerStore } from '../../../src/state/store';

const loads = vi.hoisted(() => ({ volume: 0, nearby: 0, isThere: false }));
vi.mock('../../../src/parts/loadPart', () => ({
  reasonOf: () => 'It could not be loaded.',
  loadPart: async (load: () => Promise<unknown>) => {
    const text = String(load);
    if (text.includes('ghostMemory')) return { startGhostMemory: () => undefined };
    if (text.includes('volumeRunner')) loads.volume += 1;
    if (text.includes('nearby')) loads.nearby += 1;
    if (!loads.isThere) throw new Error('missing');
    return { startVolumeRunner: () => undefined };
  },
}));

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

// The cast: no frozen curve asks for it here.
const solutions = {} as Solutions;
const moment = () => vi.advanceTimersByTimeAsync(0);

it('a three-dimensional solve that cannot begin says so, and begins when it is asked for again', async () => {
  const store = createExplorerStore();
  const { actions } = store.getState();
  startOnDemand(store, solutions);
  actions.solveVolumes(['thm:p']);
  await moment();
  expect(volumeStatus(store.getState(), 'thm:p')).toBe('error');
  expect(store.getState().notices.map(({ title }) => title)).toEqual([
    'The solve in three dimensions could not begin.',
  ]);
  loads.isThere = true;
  actions.solveVolumes(['thm:p']);
  await moment();
  expect(loads.volume).toBe(2);
  expect(volumeStatus(store.getState(), 'thm:p')).toBe('running');
  expect(store.getState().notices).toHaveLength(1);
});

it('what is still wanted is told once, and tried again at rest after a while, not with every move', async () => {
  loads.isThere = false;
  const store = createExplorerStore();
  const { actions } = store.getState();
  startOnDemand(store, solutions);
  actions.change('near.vela', 'on');
  await moment();
  expect(loads.nearby).toBe(1);
  for (let value = 0.2; value < 0.3; value += 0.01) {
    actions.change('delta0', value);
    await moment();
  }
  expect(loads.nearby).toBe(1);
  await vi.advanceTimersByTimeAsync(againAfterMilliseconds);
  actions.beginDrag('delta0');
  actions.change('delta0', 0.4);
  await moment();
  expect(loads.nearby).toBe(1);
  actions.endDrag();
  await moment();
  expect(loads.nearby).toBe(2);
  expect(store.getState().notices).toHaveLength(1);
});
