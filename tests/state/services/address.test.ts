import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import { linkTo, startAddress } from '../../../src/state/services/address';
import { addressWriter } from '../../../src/state/services/addressWriter';
import { createExplorerStore } from '../../../src/state/store';
import * as readLink from '../../../src/state/texts/readLink';
import { fakeAddressBar } from '../fakeAddressBar';

function opened(address = '') {
  const store = createExplorerStore();
  const fake = fakeAddressBar(address);
  startAddress(store, fake.bar, readLink);
  /** A link inside the page; who reads it comes when it is needed. */
  const enter = async (link: string) => {
    fake.enter(link);
    await vi.dynamicImportSettled();
  };
  return { store, actions: store.getState().actions, fake, enter };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the address bar', () => {
  it('gets one entry for a whole drag, kept up to date while it lasts', () => {
    const { actions, fake } = opened();
    actions.beginDrag('delta0');
    for (const value of [0.2, 0.25, 0.3]) {
      actions.change('delta0', value);
      vi.advanceTimersByTime(400);
    }
    expect(fake.entries).toEqual(['', '#v1&delta0=0.3']);
    actions.change('delta0', 0.31);
    actions.endDrag();
    expect(fake.entries).toEqual(['', '#v1&delta0=0.31']);
  });

  it('gets one entry for each drag, of one hand after another and of two at once', () => {
    const { actions, fake } = opened();
    actions.beginDrag('delta0', 'pointer 1');
    for (const value of [0.2, 0.3]) actions.change('delta0', value, 'pointer 1');
    actions.endDrag('pointer 1');
    actions.beginDrag('xi', 'pointer 1');
    actions.endDrag('keys');
    for (const value of [0.2, 0.25, 0.3]) actions.change('xi', value, 'pointer 1');
    actions.endDrag('pointer 1');
    expect(fake.entries).toEqual(['', '#v1&delta0=0.3', '#v1&delta0=0.3&xi=0.3']);
    actions.beginDrag('Delta', 'pointer 2');
    actions.change('Delta', 0.4, 'pointer 2');
    actions.beginDrag('n', 'pointer 3');
    actions.change('n', 6, 'pointer 3');
    actions.endDrag('pointer 3');
    actions.change('Delta', 0.5, 'pointer 2');
    actions.endDrag('pointer 2');
    expect(fake.entries).toHaveLength(5);
    expect(fake.entries.at(-1)).toBe('#v1&delta0=0.3&Delta=0.5&xi=0.3&n=6');
  });

  it('keeps no entry of a drag that was taken back or ended where it began', () => {
    const { actions, fake } = opened();
    actions.change('xi', 0.2);
    actions.beginDrag('delta0', 'pointer 1');
    actions.change('delta0', 0.3, 'pointer 1');
    actions.cancelDrag('pointer 1');
    expect(fake.entries.at(-1)).toBe('#v1&xi=0.2');
    actions.change('xi', 0.3);
    expect(fake.entries).toEqual(['', '#v1&xi=0.2', '#v1&xi=0.3']);
  });

  it('gets one entry for each typed value and none for a change of view', () => {
    const { actions, fake } = opened();
    actions.change('xi', 0.2);
    actions.setView({ tab: 'electrons' });
    expect(fake.entries).toEqual(['', '#v1&tab=electrons&xi=0.2']);
  });

  it('leads the state on Back and Forward', () => {
    const { store, actions, fake } = opened();
    actions.change('xi', 0.2);
    actions.change('xi', 0.3);
    fake.back();
    expect(store.getState().parameters.xi).toBe(0.2);
    fake.forward();
    expect(store.getState().parameters.xi).toBe(0.3);
  });

  it('is read with a notice for what it could not use, and stays as it is written', () => {
    const { store, fake } = opened('#v1&xi=0.2&delta0=5');
    expect(store.getState().parameters).toMatchObject({ xi: 0.2, delta0: 0.19 });
    expect(store.getState().notices[0]?.details[0]).toContain('delta0 can be');
    expect(fake.entries).toEqual(['#v1&xi=0.2&delta0=5']);
  });

  it('is read without a reader where it is plain', () => {
    const store = createExplorerStore();
    startAddress(store, fakeAddressBar('#v1&tab=electrons&xi=0.2').bar, null);
    expect(store.getState().parameters.xi).toBe(0.2);
    expect(store.getState().view.tab).toBe('electrons');
  });
});

describe('Back leads out of', () => {
  it.each([
    '#v1&foo=1',
    '#v1&xi=0.2&delta0=5',
    '#v1&xi=0.2',
    '#v1&delta0=0.3&delta0=0.4',
    '#v1&xi=0.2.',
    '#v2&a=1',
    '#main',
  ])('a link that was entered inside the page, with Forward back to it: %s', async (link) => {
    const { store, actions, fake, enter } = opened();
    actions.change('L', 7);
    await enter(link);
    const entered = store.getState().parameters;
    expect(fake.entries).toHaveLength(3);
    const told = store.getState().notices.length;
    fake.back();
    expect(fake.at).toBe(1);
    expect(store.getState().parameters.L).toBe(7);
    fake.forward();
    expect(fake.at).toBe(2);
    expect(store.getState().parameters).toEqual(entered);
    fake.back();
    fake.back();
    expect(fake.at).toBe(0);
    expect(fake.entries).toHaveLength(3);
    // What was told once is not told at each return.
    expect(store.getState().notices).toHaveLength(told);
  });

  it.each(['#v1&foo=1&xi=0.2', '#v2&delta0=0.3', '#main', '#gid=0', '?from=mail#v1&xi=0.2'])(
    'a link that the page was opened with: %s',
    (link) => {
      const { store, actions, fake } = opened(link);
      const first = store.getState().parameters;
      const told = store.getState().notices.length;
      actions.change('L', 7);
      expect(fake.entries).toHaveLength(2);
      fake.back();
      expect(store.getState().parameters).toEqual(first);
      expect(fake.entries).toHaveLength(2);
      expect(store.getState().notices).toHaveLength(told);
    },
  );

  it('a lesson that its link has set up', () => {
    const { actions, fake } = opened('?lesson=a');
    addressWriter(fake.bar).reading(() => actions.change('L', 7));
    expect(fake.entries).toEqual(['?lesson=a#v1&L=7']);
    actions.change('L', 8);
    expect(fake.entries).toHaveLength(2);
  });
});

it('a link that somebody has moved on from before it was read is not read', async () => {
  const { store, actions, fake } = opened();
  actions.change('L', 7);
  fake.enter('#v1&xi=0.2.');
  fake.back();
  await vi.dynamicImportSettled();
  expect(store.getState().parameters).toEqual({ ...paperExplorer, L: 7 });
});

describe('a fragment that is no link to a state', () => {
  it.each(['#main', '#gid=0', '#/route', '#:~:text=halo'])(
    'leaves the sliders as they are: %s',
    async (fragment) => {
      const { store, actions, fake, enter } = opened();
      actions.change('xi', 0.2);
      await enter(fragment);
      expect(store.getState().parameters.xi).toBe(0.2);
      expect(store.getState().notices).toEqual([]);
      // The address still holds the state, for a reload.
      expect(fake.entries.at(-1)).toBe('#v1&xi=0.2');
    },
  );

  it.each(['#v2&delta0=0.3', '#delta0=0.3', `#v1&${'x'.repeat(5000)}`])(
    'but was meant to be is told, and leaves them too: %.20s',
    async (link) => {
      const { store, actions, fake, enter } = opened();
      actions.change('xi', 0.2);
      await enter(link);
      expect(store.getState().parameters.xi).toBe(0.2);
      expect(store.getState().notices).toHaveLength(1);
      expect(fake.entries.at(-1)).toBe(link);
      actions.change('xi', 0.3);
      expect(fake.entries.at(-1)).toBe('#v1&xi=0.3');
    },
  );

  it('a hundred bad entries make one short notice', () => {
    const names = Array.from({ length: 100 }, (_, index) => `wrong${index}=1`);
    const { store } = opened(`#v1&${names.join('&')}&wrong0=1`);
    expect(store.getState().notices).toHaveLength(1);
    expect(store.getState().notices[0]?.details).toHaveLength(7);
    expect(store.getState().notices[0]?.details.at(-1)).toContain('94 more');
  });
});

describe('a browser that refuses', () => {
  it.each(['throws', 'drops'] as const)(
    'delays the address (%s), never those who listen to the state',
    (how) => {
      const { store, actions, fake } = opened();
      const heard = vi.fn();
      store.subscribe(heard);
      fake.refuse(how);
      actions.change('xi', 0.2);
      actions.change('xi', 0.3);
      expect(heard).toHaveBeenCalled();
      expect(store.getState().history.past).toHaveLength(2);
      fake.refuse('no');
      vi.advanceTimersByTime(10_000);
      // The last state, and one entry to go back from.
      expect(fake.entries).toEqual(['', '#v1&xi=0.3']);
      fake.back();
      expect(store.getState().parameters.xi).not.toBe(0.3);
    },
  );

  it('is asked again for a while, and not for ever', () => {
    const { actions, fake } = opened();
    fake.refuse('throws');
    actions.change('xi', 0.2);
    vi.advanceTimersByTime(3_600_000);
    expect(fake.calls).toBeLessThan(20);
    expect(vi.getTimerCount()).toBe(0);
    fake.refuse('no');
    actions.change('xi', 0.3);
    expect(fake.entries).toEqual(['', '#v1&xi=0.3']);
  });

  it('is not asked for what Back has left behind', () => {
    const { actions, fake, store } = opened();
    actions.change('xi', 0.2);
    fake.refuse('throws');
    actions.change('xi', 0.3);
    fake.refuse('no');
    fake.back();
    vi.advanceTimersByTime(60_000);
    expect(fake.entries).toEqual(['', '#v1&xi=0.2']);
    expect(store.getState().parameters).toEqual(paperExplorer);
  });

  it('takes the query and the fragment together', () => {
    const { actions, fake } = opened('?lesson=a&step=1');
    fake.refuse('throws');
    actions.change('xi', 0.2);
    addressWriter(fake.bar).setSearch('?lesson=a&step=2');
    fake.refuse('no');
    vi.advanceTimersByTime(10_000);
    expect(fake.entries.at(-1)).toBe('?lesson=a&step=2#v1&xi=0.2');
    fake.back();
    expect(fake.bar.location.search).toBe('?lesson=a&step=2');
  });
});

describe('a link to the present state', () => {
  const page = 'https://example.org/halo/?embed=1#v1&xi=0.1';

  it('holds what was changed a moment ago, also while the address waits', () => {
    const { store, actions, fake } = opened();
    fake.refuse('throws');
    actions.beginDrag('xi');
    actions.change('xi', 0.2);
    actions.change('xi', 0.25);
    expect(linkTo(store.getState(), '', page)).toBe('https://example.org/halo/#v1&xi=0.25');
    expect(linkTo(store.getState(), '?hide=fit', page)).toBe('https://example.org/halo/?hide=fit#v1&xi=0.25');
  });

  it("is of the paper's state in a lesson too, which would begin with its own", () => {
    const { store } = opened();
    expect(linkTo(store.getState(), '', page)).toBe('https://example.org/halo/');
    expect(linkTo(store.getState(), '?lesson=a', page)).toBe('https://example.org/halo/?lesson=a#v1');
    expect(linkTo(store.getState(), '', 'file:///C:/halo/index.html#v1')).toBe('file:///C:/halo/index.html');
  });
});
