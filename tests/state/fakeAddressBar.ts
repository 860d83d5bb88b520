/** A window's address bar with its history, for tests: Back, Forward, links typed into it, and a browser that refuses. */
import type { AddressBar } from '../../src/state/services/addressWriter';

interface Entry {
  address: string;
  state: unknown;
}

export interface FakeAddressBar {
  readonly bar: AddressBar;
  /** Addresses of all entries, behind the path. */
  readonly entries: readonly string[];
  /** The present entry, counted from 0. */
  readonly at: number;
  back(): void;
  forward(): void;
  /** A link typed into the address bar, or followed, inside the page. */
  enter(hash: string): void;
  /** `throws` as Safari does, `drops` calls without a word as Chrome does. */
  refuse(how: 'throws' | 'drops' | 'no'): void;
  /** Calls of pushState and replaceState. */
  readonly calls: number;
}

const path = '/any/base/';

export function fakeAddressBar(opened = ''): FakeAddressBar {
  const entries: Entry[] = [{ address: opened, state: null }];
  const listeners: (() => void)[] = [];
  let at = 0;
  let calls = 0;
  let refusal: 'throws' | 'drops' | 'no' = 'no';
  const part = (pattern: RegExp) => pattern.exec(entries[at]?.address ?? '')?.[0] ?? '';
  const arrive = () => {
    // Browsers send both for a fragment.
    for (let event = 0; event < 2; event++) for (const listener of new Set(listeners)) listener();
  };
  const write = (isNew: boolean) => (state: unknown, _unused: string, address?: string | URL | null) => {
    calls += 1;
    if (refusal === 'throws') throw new DOMException('Attempt to use history too often', 'SecurityError');
    if (refusal === 'drops') return;
    if (isNew) at += 1;
    if (isNew) entries.splice(at);
    entries[at] = { address: String(address).replace(path, ''), state };
  };
  return {
    bar: {
      location: {
        pathname: path,
        get search() {
          return part(/\?[^#]*/);
        },
        get hash() {
          return part(/#.+/);
        },
      },
      history: {
        get state() {
          return entries[at]?.state ?? null;
        },
        pushState: write(true),
        replaceState: write(false),
      },
      addEventListener: (_type, listener) => void listeners.push(listener),
    },
    get entries() {
      return entries.map(({ address }) => address);
    },
    get at() {
      return at;
    },
    get calls() {
      return calls;
    },
    back: () => {
      at -= 1;
      if (at >= 0) arrive();
    },
    forward: () => {
      at += 1;
      arrive();
    },
    enter: (hash) => {
      const search = part(/\?[^#]*/);
      at += 1;
      entries.splice(at);
      entries[at] = { address: `${search}${hash}`, state: null };
      arrive();
    },
    refuse: (how) => {
      refusal = how;
    },
  };
}
