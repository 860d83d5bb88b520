import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type AddressBar, readAddress, startAddress } from '../../src/state/address';
import { createExplorerStore } from '../../src/state/store';

/** A window's address bar with Back. */
function fakeBar() {
  const entries = [''];
  let listener: () => void = () => undefined;
  const hashOf = (address: string | URL | null | undefined) => String(address).replace(/^[^#]*/, '');
  const bar: AddressBar = {
    location: {
      get hash() {
        return entries.at(-1) ?? '';
      },
      pathname: '/any/base/',
      search: '',
    },
    history: {
      pushState: (_data, _unused, address) => void entries.push(hashOf(address)),
      replaceState: (_data, _unused, address) => void entries.splice(-1, 1, hashOf(address)),
    },
    addEventListener: (_type, added) => {
      listener = added;
    },
  };
  const back = () => {
    entries.pop();
    listener();
  };
  return { bar, entries, back };
}

function opened() {
  const store = createExplorerStore();
  const fake = fakeBar();
  startAddress(store, fake.bar);
  return { store, actions: store.getState().actions, ...fake };
}

beforeEach(() => void vi.useFakeTimers());

describe('the address bar', () => {
  it('gets one entry for a whole drag, kept up to date while it lasts', () => {
    const { actions, entries } = opened();
    actions.beginDrag('delta0');
    for (const value of [0.2, 0.25, 0.3]) {
      actions.change('delta0', value);
      vi.advanceTimersByTime(400);
    }
    expect(entries).toEqual(['', '#v1&delta0=0.3']);
    actions.change('delta0', 0.31);
    actions.endDrag();
    expect(entries).toEqual(['', '#v1&delta0=0.31']);
  });

  it('gets one entry for each drag, of one hand after another and of two at once', () => {
    const { actions, entries } = opened();
    actions.beginDrag('delta0', 'pointer 1');
    for (const value of [0.2, 0.3]) actions.change('delta0', value, 'pointer 1');
    actions.endDrag('pointer 1');
    actions.beginDrag('xi', 'pointer 1');
    actions.endDrag('keys');
    for (const value of [0.2, 0.25, 0.3]) actions.change('xi', value, 'pointer 1');
    actions.endDrag('pointer 1');
    expect(entries).toEqual(['', '#v1&delta0=0.3', '#v1&delta0=0.3&xi=0.3']);
    actions.beginDrag('Delta', 'pointer 2');
    actions.change('Delta', 0.4, 'pointer 2');
    actions.beginDrag('n', 'pointer 3');
    actions.change('n', 6, 'pointer 3');
    actions.endDrag('pointer 3');
    actions.change('Delta', 0.5, 'pointer 2');
    actions.endDrag('pointer 2');
    expect(entries).toHaveLength(5);
    expect(entries.at(-1)).toBe('#v1&delta0=0.3&Delta=0.5&xi=0.3&n=6');
  });

  it('keeps no entry of a drag that was taken back or ended where it began', () => {
    const { actions, entries } = opened();
    actions.change('xi', 0.2);
    actions.beginDrag('delta0', 'pointer 1');
    actions.change('delta0', 0.3, 'pointer 1');
    actions.cancelDrag('pointer 1');
    expect(entries.at(-1)).toBe('#v1&xi=0.2');
    actions.change('xi', 0.3);
    expect(entries).toEqual(['', '#v1&xi=0.2', '#v1&xi=0.3']);
  });

  it('gets one entry for each typed value and none for a change of view', () => {
    const { actions, entries } = opened();
    actions.change('xi', 0.2);
    actions.setView({ tab: 'electrons' });
    expect(entries).toEqual(['', '#v1&tab=electrons&xi=0.2']);
  });

  it('leads the state on Back', () => {
    const { store, actions, back } = opened();
    actions.change('xi', 0.2);
    actions.change('xi', 0.3);
    back();
    expect(store.getState().parameters.xi).toBe(0.2);
  });

  it('is read with a notice for what it could not use', () => {
    const { store } = opened();
    readAddress(store, '#v1&xi=0.2&delta0=5');
    expect(store.getState().parameters).toMatchObject({ xi: 0.2, delta0: 0.19 });
    expect(store.getState().notices[0]?.details[0]).toContain('delta0 can be');
  });
});
