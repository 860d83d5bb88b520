/**
 * The one writer of the page's address. Browsers ration changes of it (Safari throws after 100 in half a minute, Chrome
 * drops them without a word) and forbid them in some frames: then the address comes later, and nobody who asks for
 * it is held up. Each entry that is written remembers in `history.state` which state it stands for, so that Back
 * and Forward need not read its text again.
 */
import { memoByIdentity } from '../../memo/memoByIdentity';

const againMilliseconds = 3000;
/** Longer than the half minute of rationing. What fails for good is not tried for ever: only at the next change. */
const mostAttempts = 12;

/** The part of the browser window used here, so that tests can stand in for it. */
export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState' | 'state'>;
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
}

export interface AddressWriter {
  /** Query, empty or with its "?", and fragment without its "#", as they should be: also while the browser makes us wait. */
  readonly search: string;
  readonly hash: string;
  /** The address as it was meant: from now on it is written so, but not at once. */
  mend(link: { readonly search: string; readonly hash: string }): void;
  /** A new entry; in `reading`, the present one. */
  push(hash: string): void;
  replace(hash: string): void;
  /** The text of the present entry stays as somebody wrote it; it stands for this state. */
  keep(state: string): void;
  setSearch(search: string): void;
  /**
   * Follows the browser to another entry, and gives up what was still to be written. Null if the fragment is the same; else
   * the state that the entry stands for, which is null if it is a link that nobody has read yet.
   */
  adopt(): { readonly state: string | null } | null;
  /** Reading an address must not push: one could never go back past it. */
  reading(work: () => void): void;
}

function rememberedIn(state: unknown): string | null {
  const known = typeof state === 'object' && state !== null && 'explorer' in state ? state.explorer : null;
  return typeof known === 'string' ? known : null;
}

function createAddressWriter(bar: AddressBar): AddressWriter {
  let search = bar.location.search;
  let hash = bar.location.hash.replace(/^#/, '');
  /** As the browser has it. */
  let seen = bar.location.hash;
  let state = hash;
  let isNew = false;
  let isReading = false;
  let attempts = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const attempt = () => {
    clearTimeout(timer);
    timer = undefined;
    const address = `${bar.location.pathname}${search}${hash === '' ? '' : `#${hash}`}`;
    try {
      if (isNew) bar.history.pushState({ explorer: state }, '', address);
      else bar.history.replaceState({ explorer: state }, '', address);
      if (rememberedIn(bar.history.state) === state) {
        isNew = false;
        seen = bar.location.hash;
        return;
      }
    } catch {
      // Rationed or forbidden: see below.
    }
    attempts += 1;
    if (attempts < mostAttempts) timer = setTimeout(attempt, againMilliseconds);
  };
  const write = () => {
    attempts = 0;
    if (timer === undefined) attempt();
  };
  const set = (wanted: string) => {
    hash = wanted;
    state = wanted;
    write();
  };
  return {
    get search() {
      return search;
    },
    get hash() {
      return hash;
    },
    mend: (link) => {
      search = link.search;
      hash = link.hash.replace(/^#/, '');
      state = hash;
    },
    push: (wanted) => {
      isNew ||= !isReading;
      set(wanted);
    },
    replace: set,
    keep: (wanted) => {
      state = wanted;
      write();
    },
    setSearch: (wanted) => {
      if (wanted === search) return;
      search = wanted;
      write();
    },
    adopt: () => {
      const hasMoved = bar.location.hash !== seen;
      const known = rememberedIn(bar.history.state);
      if (hasMoved) {
        clearTimeout(timer);
        timer = undefined;
        isNew = false;
        seen = bar.location.hash;
        hash = seen.replace(/^#/, '');
        state = known ?? hash;
      }
      // Within the life of the page only this writer changes the query: another one is of an older entry.
      if (bar.location.search !== search) write();
      return hasMoved ? { state: known } : null;
    },
    reading: (work) => {
      isReading = true;
      try {
        work();
      } finally {
        isReading = false;
      }
    },
  };
}

/** One writer for one window. */
export const addressWriter = memoByIdentity(createAddressWriter);
