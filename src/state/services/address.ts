/**
 * The address bar follows the state and leads it on Back and Forward. A drag makes one history entry: pushed at
 * its first change, replaced (at most every 300 ms, browsers ration it) while it lasts. The view only replaces, as
 * sparingly: a zoom and the ends of the chi2 range are dragged too.
 *
 * Reading never pushes, so that Back leads out of every link. A link that could be read in part stays as it is written until
 * something is changed: a newer version of this page may understand it. Fragments of others leave the state alone.
 */

import type { Hold } from '../drag';
import { hasLesson } from '../lessons/lessonsOpen';
import type { ExplorerStore } from '../store';
import { decodePlain, encodeHash, type SharedState } from '../texts/plainHash';
import { type AddressBar, addressWriter } from './addressWriter';
import { type LinkReader, loadReader, unreadableLink } from './openedLink';

const replaceEveryMilliseconds = 300;

/** A link to a state: the page's own address (in a frame that of the frame), with this query. */
export function linkTo(state: SharedState, search: string, pageAddress: string): string {
  const page = pageAddress.replace(/[?#].*$/s, '');
  // A link to a lesson without parameters begins with the lesson's own.
  const hash = encodeHash(state) || (hasLesson(search) ? 'v1' : '');
  return `${page}${search}${hash === '' ? '' : `#${hash}`}`;
}

/** `reader` reads the address that the page was opened with; null if it is plain, or if the reader could not be loaded. */
export function startAddress(store: ExplorerStore, bar: AddressBar, reader: LinkReader | null): void {
  const { actions } = store.getState();
  const writer = addressWriter(bar);
  /** The state that the address stands for, which is not always its text. */
  let written = '';
  /** The drags that have made their entry. */
  const pushed = new WeakSet<Hold>();
  /** What the entry below the present one says, if this page made the present one. */
  let below: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let quiet = true;

  const stopWaiting = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const replaceNow = () => {
    stopWaiting();
    written = encodeHash(store.getState());
    writer.replace(written);
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

  const take = (state: SharedState) => {
    written = encodeHash(state);
    actions.restore(state.parameters, state.view);
  };
  /** Takes over what people made of a link, and says what is lost of it. */
  const read = ({ decodeHash, tellRefused }: LinkReader) => {
    const decoded = decodeHash(writer.hash);
    const { kind, refused } = decoded;
    if (kind === 'state') take(decoded);
    const part = kind === 'state' ? 'Part of this link' : 'This link';
    tellRefused(store, `${part} could not be used.`, refused);
    if (kind === 'foreign') replaceNow();
    else writer.keep(written);
  };
  const opened = decodePlain(writer.hash);
  if (opened !== null) take(opened);
  else if (reader !== null) read(reader);

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
    if (hash === written) {
      stopWaiting();
    } else if (startsEntry) {
      stopWaiting();
      if (hold !== undefined) pushed.add(hold);
      // A drag that was taken back, or ended where it began, left an entry that leads nowhere: this one takes its place.
      const leadsNowhere = written === below;
      if (!leadsNowhere) below = written;
      written = hash;
      if (leadsNowhere) writer.replace(hash);
      else writer.push(hash);
    } else if (state.drag !== null) {
      replaceSoon();
    } else if (state.drag === previous.drag) {
      replaceView();
    } else {
      replaceNow();
    }
  });

  const follow = () => {
    const entry = writer.adopt();
    if (entry === null) return;
    stopWaiting();
    below = null;
    const state = decodePlain(entry.state ?? writer.hash);
    if (state !== null) return take(state);
    const { hash } = writer;
    loadReader().then(
      (loaded) => {
        // Unless somebody has moved on meanwhile.
        if (writer.hash === hash) read(loaded);
      },
      () => actions.notify('problem', unreadableLink),
    );
  };
  bar.addEventListener('popstate', follow);
  bar.addEventListener('hashchange', follow);
}
