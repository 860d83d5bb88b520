/**
 * The last net: an error that nothing else has caught is told, once for each message, so that nothing on the page fails
 * without a word. It stays in the console for whoever looks there.
 */
import type { ExplorerStore } from '../state/store';

/** More would not help anyone. */
const mostTold = 3;

/** Scripts that browsers and their extensions put into the page, and what is no error though it is reported as one. */
function isForeign(message: string, place: string): boolean {
  return (
    /ResizeObserver loop|^Script error/.test(message) ||
    (/\b[a-z-]+:\/\//.test(place) && !place.includes(window.location.origin))
  );
}

export function startLastNet(store: ExplorerStore): void {
  const told = new Set<string>();
  const tell = (error: unknown, place: string) => {
    const message = error instanceof Error ? error.message : String(error);
    if (told.size >= mostTold || told.has(message) || isForeign(message, place)) return;
    told.add(message);
    store
      .getState()
      .actions.notify('problem', 'Something on this page went wrong; your parameters are kept.', [
        `If it does not do what it should, reload it. (${message})`,
      ]);
  };
  window.addEventListener('unhandledrejection', ({ reason }) =>
    tell(reason, reason instanceof Error ? (reason.stack ?? '') : ''),
  );
  window.addEventListener('error', ({ error, message, filename }) => tell(error ?? message, filename));
}
