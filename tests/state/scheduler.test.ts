import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { laneStatus, tabStatus } from '../../src/state/laneStatus';
import { startScheduler } from '../../src/state/scheduler';
import { createExplorerStore } from '../../src/state/store';
import { fakeClient } from './fakes';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An explorer whose four curves are up to date; its solver says that a solve takes so long. */
async function settled(milliseconds = 5) {
  const store = createExplorerStore();
  const client = fakeClient(milliseconds);
  startScheduler(store, client);
  const answerAll = async () => {
    for (const call of client.calls.splice(0)) await call.answer();
  };
  await answerAll();
  vi.advanceTimersByTime(500);
  await answerAll();
  return { store, client, actions: store.getState().actions };
}

const lanes = (client: ReturnType<typeof fakeClient>) => client.calls.map((call) => call.lane);

describe('what is solved', () => {
  it('the shown tab first, the other one when that is done', async () => {
    const store = createExplorerStore();
    const client = fakeClient();
    startScheduler(store, client);
    expect(lanes(client)).toEqual(['thm:p', 'cm:p']);
    for (const call of client.calls.splice(0)) await call.answer();
    expect(lanes(client)).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(lanes(client)).toEqual(['thm:e-', 'cm:e-']);
  });

  it('nothing for normalisation and modulation', async () => {
    const { client, actions } = await settled();
    actions.change('p.norm', 0.1);
    actions.change('cm.e.norm', 0.01);
    actions.change('phi.p', 300);
    vi.advanceTimersByTime(500);
    expect(lanes(client)).toEqual([]);
  });

  it('only the conventional model for its own slope', async () => {
    const { client, actions } = await settled();
    actions.change('cm.delta', 0.4);
    expect(lanes(client)).toEqual(['cm:p']);
  });

  it.each(['delta0', 'Delta', 'xi', 'n'] as const)('only the two-halo model for %s', async (id) => {
    const { client, actions } = await settled();
    actions.change(id, id === 'n' ? 7 : 0.3);
    expect(lanes(client)).toEqual(['thm:p']);
  });

  it('both models for a shared parameter, and no proton for electron injection', async () => {
    const { client, actions } = await settled();
    actions.change('D0', 6e28);
    expect(lanes(client)).toEqual(['thm:p', 'cm:p']);
    for (const call of client.calls.splice(0)) await call.answer();
    vi.advanceTimersByTime(500);
    for (const call of client.calls.splice(0)) await call.answer();
    actions.change('e.alpha1', 2.5);
    expect(lanes(client)).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(lanes(client)).toEqual(['thm:e-', 'cm:e-']);
  });

  it('nothing again for values that were solved before', async () => {
    const { client, store, actions } = await settled();
    actions.change('delta0', 0.3);
    await client.calls.splice(0)[0]?.answer();
    actions.undo();
    expect(lanes(client)).toEqual([]);
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
  });
});

describe('which answer is shown', () => {
  it('the last one wins, and an older one never overwrites it', async () => {
    const { client, store, actions } = await settled();
    actions.change('delta0', 0.2);
    actions.change('delta0', 0.3);
    const [older, newer] = client.calls.splice(0);
    await newer?.answer();
    const shown = store.getState().lanes['thm:p'].curve;
    await older?.answer();
    expect(store.getState().lanes['thm:p'].curve).toBe(shown);
    expect(laneStatus(store.getState(), 'thm:p')).toBe('fresh');
  });

  it('a curve of other values is called stale after 150 ms, not before', async () => {
    const { client, store, actions } = await settled();
    actions.change('delta0', 0.3);
    vi.advanceTimersByTime(140);
    expect(tabStatus(store.getState()).status).toBe('solving');
    vi.advanceTimersByTime(20);
    expect(tabStatus(store.getState()).status).toBe('stale');
    await client.calls[0]?.answer();
    expect(tabStatus(store.getState()).status).toBe('fresh');
  });

  it('an error is told, the last good curve stays, and Retry asks again', async () => {
    const { client, store, actions } = await settled();
    const good = store.getState().lanes['thm:p'].curve;
    actions.change('delta0', 0.3);
    await client.calls
      .splice(0)[0]
      ?.answer({ ok: false, kind: 'notConverged', message: 'It did not converge.' });
    expect(tabStatus(store.getState())).toEqual({ status: 'error', message: 'It did not converge.' });
    expect(store.getState().lanes['thm:p'].curve).toBe(good);
    expect(lanes(client)).toEqual([]);
    actions.retry();
    expect(lanes(client)).toEqual(['thm:p']);
  });

  it('a superseded request is no error', async () => {
    const { client, store, actions } = await settled();
    actions.change('delta0', 0.2);
    actions.change('delta0', 0.3);
    const [older] = client.calls;
    await older?.answer({ ok: false, kind: 'superseded', message: '' });
    expect(laneStatus(store.getState(), 'thm:p')).toBe('solving');
  });
});

describe('a solve that is stopped', () => {
  const givenUp = { ok: false, kind: 'cancelled', message: '' } as const;

  it('keeps the curve, says so, and is not asked for again by itself', async () => {
    const { store, client, actions } = await settled();
    const before = store.getState().lanes['thm:p'].curve;
    actions.change('delta0', 0.3);
    vi.advanceTimersByTime(400);
    actions.cancel(['thm:p', 'cm:p']);
    // The conventional curve was not being solved.
    expect(client.cancelled).toEqual(['thm:p']);
    await client.calls.splice(0)[0]!.answer(givenUp);
    expect(store.getState().lanes['thm:p'].curve).toBe(before);
    expect(tabStatus(store.getState())).toMatchObject({
      status: 'cancelled',
      message: expect.stringMatching(/^Stopped/),
    });
    vi.advanceTimersByTime(1000);
    expect(lanes(client)).not.toContain('thm:p');
  });

  it('is solved after a retry, or for other values', async () => {
    const { store, client, actions } = await settled();
    actions.change('delta0', 0.3);
    actions.cancel(['thm:p']);
    await client.calls.splice(0)[0]!.answer(givenUp);
    actions.retry();
    expect(lanes(client)).toEqual(['thm:p']);
    actions.cancel(['thm:p']);
    await client.calls.splice(0)[0]!.answer(givenUp);
    actions.change('delta0', 0.31);
    expect(lanes(client)).toEqual(['thm:p']);
    await client.calls.splice(0)[0]!.answer();
    expect(tabStatus(store.getState()).status).toBe('fresh');
  });
});

describe('tiers', () => {
  it('a drag is answered by the settled tier where that can follow', async () => {
    const { client, actions } = await settled(5);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    expect(client.calls[0]?.request.tier).toBe('settled');
  });

  it('else by the live tier, and settled once it ends', async () => {
    const { client, store, actions } = await settled(300);
    actions.beginDrag('delta0');
    actions.change('delta0', 0.25);
    const [live] = client.calls.splice(0);
    expect(live?.request.tier).toBe('live');
    await live?.answer();
    expect(tabStatus(store.getState()).status).toBe('fresh');
    actions.endDrag();
    expect(client.calls[0]?.request).toMatchObject({ tier: 'settled', parameters: { delta0: 0.25 } });
  });
});
