/**
 * The address bar follows the state and leads it on Back and Forward. A drag makes one history entry: pushed at
 * its first change, replaced (at most every 300 ms, browsers ration it) while it lasts. The view only replaces, as
 * sparingly: a zoom and the ends of the chi2 range are dragged too.
 */
import type { Hold } from './drag';
import { decodeHash, encodeHash } from './hashCodec';
import type { ExplorerStore } from './store';

const replaceEveryMilliseconds = 300;

/** The part of the browser window used here, so that tests can stand in for it. */
export interface AddressBar {
  readonly location: { readonly hash: string; readonly pathname: string; readonly search: string };
  readonly history: Pick<History, 'pushState' | 'replaceState'>;
  addEventListener(type: 'popstate' | 'hashchange', listener: () => void): void;
}

export function readAddress(store: ExplorerStore, hash: string): void {
  const { parameters, view, refused } = decodeHash(hash);
  const { actions } = store.getState();
  actions.restore(parameters, view);
  if (refused.length > 0)
    actions.notify('problem', 'Part of this link could not be used; defaults stand in.', refused);
}

export function startAddress(store: ExplorerStore, bar: AddressBar): void {
  let written = bar.location.hash.replace(/^#/, '');
  const pushed = new WeakSet<Hold>();
  /** What the entry below the present one says, if this page made the present one. */
  let below: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet = true;

  const addressOf = (hash: string) =>
    `${bar.location.pathname}${bar.location.search}${hash === '' ? '' : `#${hash}`}`;
  const replaceNow = () => {
    clearTimeout(timer);
    timer = undefined;
    written = encodeHash(store.getState());
    bar.history.replaceState(null, '', addressOf(written));
  };
  const replaceSoon = () => {
    timer ??= setTimeout(replaceNow, replaceEveryMilliseconds);
  };
  const replaceView = () => {
    if (!quiet) return replaceSoon();
    replaceNow();
    quiet = false;
    setTimeout(() => {
      quiet = true;
    }, replaceEveryMilliseconds);
  };

  store.subscribe((state, previous) => {
    if (
      state.parameters === previous.parameters &&
      state.view === previous.view &&
      state.drag === previous.drag
    )
      return;
    const hash = encodeHash(state);
    const hold = state.drag?.holds.at(-1);
    const isTakenBack = previous.drag !== null && hold === undefined && hash === below;
    const startsEntry =
      state.parameters !== previous.parameters && !isTakenBack && (hold === undefined || !pushed.has(hold));
    if (hash !== written && startsEntry) {
      if (hold !== undefined) pushed.add(hold);
      // A drag that was taken back, or ended where it began, left an entry that leads nowhere: this one takes its place.
      const way = written === below ? 'replaceState' : 'pushState';
      if (way === 'pushState') below = written;
      written = hash;
      bar.history[way](null, '', addressOf(hash));
    } else if (hash === written) {
      clearTimeout(timer);
      timer = undefined;
    } else if (state.drag !== null) {
      replaceSoon();
    } else if (state.drag === previous.drag) {
      replaceView();
    } else {
      replaceNow();
    }
  });

  const follow = () => {
    const hash = bar.location.hash.replace(/^#/, '');
    if (hash === written) return;
    written = hash;
    below = null;
    readAddress(store, hash);
  };
  bar.addEventListener('popstate', follow);
  bar.addEventListener('hashchange', follow);
}
