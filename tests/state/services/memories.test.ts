import { afterEach, describe, expect, it, vi } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import { startGhostMemory } from '../../../src/state/services/ghostMemory';
import { keptText } from '../../../src/state/services/keptText';
import { isRecord, parsedText } from '../../../src/state/services/storedText';
import { rememberedTheme, rememberTheme } from '../../../src/state/services/theme';
import { createExplorerStore } from '../../../src/state/store';

function storageWith(entries: Readonly<Record<string, string>>) {
  const kept = new Map(Object.entries(entries));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

function forbidAccess(name: 'localStorage' | 'sessionStorage') {
  vi.stubGlobal(name, undefined);
  Object.defineProperty(globalThis, name, {
    configurable: true,
    get: () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    },
  });
}

afterEach(() => void vi.unstubAllGlobals());

const readings: readonly [string, () => void][] = [
  ['throws when asked for', () => forbidAccess('localStorage')],
  ['is null', () => vi.stubGlobal('localStorage', null)],
  [
    'throws when used',
    () => {
      const forbidden = () => {
        throw new DOMException('Full', 'QuotaExceededError');
      };
      vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden });
    },
  ],
];

describe('storage', () => {
  it.each(readings)('that %s keeps nothing and breaks nothing', (_how, set) => {
    set();
    expect(keptText('local', 'a').read()).toBeNull();
    expect(keptText('local', 'a').write('b')).toBe(false);
    expect(rememberedTheme()).toBe('system');
    rememberTheme('dark');
  });

  it('with a theme of another version has none', () => {
    vi.stubGlobal('localStorage', storageWith({ 'two-halo-theme': 'sepia' }));
    expect(rememberedTheme()).toBe('system');
    rememberTheme('dark');
    expect(rememberedTheme()).toBe('dark');
  });

  it('is read as what it is', () => {
    expect(parsedText('{')).toBeUndefined();
    expect(parsedText(null)).toBeUndefined();
    expect(isRecord(parsedText('{}'))).toBe(true);
    expect(isRecord(parsedText('[]'))).toBe(false);
    expect(isRecord(null)).toBe(false);
  });
});

describe('frozen curves of the session', () => {
  const remembered = (stored: string) => {
    vi.stubGlobal('sessionStorage', storageWith({ 'two-halo-ghosts': stored }));
    const store = createExplorerStore();
    startGhostMemory(store);
    return store;
  };

  it('last through a reload', () => {
    const store = remembered('[]');
    store.getState().actions.change('delta0', 0.3);
    store.getState().actions.freeze('Flat');
    const again = createExplorerStore();
    startGhostMemory(again);
    expect(again.getState().ghosts).toMatchObject([
      { name: 'Flat', parameters: { ...paperExplorer, delta0: 0.3 } },
    ]);
  });

  it('that cannot be read lose only themselves, and are told', () => {
    const good = '{"name":"Good","address":"v1&xi=0.2"}';
    const bad = [
      '7',
      'null',
      '{"name":"No address"}',
      '{"name":1,"address":""}',
      // A curve of the paper's parameters under this name would be a lie.
      '{"name":"Newer","address":"v2&xi=0.2"}',
      '{"name":"Other","address":"v1&unheard=1"}',
    ];
    const store = remembered(`[${[...bad.slice(0, 3), good, ...bad.slice(3)].join(',')}]`);
    expect(store.getState().ghosts).toMatchObject([{ name: 'Good', parameters: { xi: 0.2 } }]);
    expect(store.getState().notices).toHaveLength(1);
    expect(store.getState().notices[0]?.details).toEqual([
      'One without a name.',
      '"No address".',
      '"Newer".',
      '"Other".',
    ]);
  });

  it.each(['{', '{}', '7', 'null', '""'])('are none in %s', (stored) => {
    const store = remembered(stored);
    expect(store.getState().ghosts).toEqual([]);
    expect(store.getState().notices).toEqual([]);
  });
});
