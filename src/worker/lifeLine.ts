/**
 * How a worker's end is noticed. A worker that is ended from outside (its memory taken, its program gone wrong in the browser)
 * says nothing, and one in the middle of a solve cannot answer a question. So each holds a lock of its own for as long as it
 * lives; the browser gives the lock back at its end, whatever the end was, to the page, which waits for it.
 *
 * Where locks are not to be had (plain http, some frames) the page only has its patience.
 */

/** The first thing a worker says: it runs, and this is its lock; null if it could have none. */
export interface Ready {
  readonly ready: string | null;
}

export function isReady(message: unknown): message is Ready {
  return typeof message === 'object' && message !== null && 'ready' in message;
}

/** What is used of a worker's own side, so that tests can stand in for it. */
export interface WorkerSide {
  postMessage(message: Ready): void;
  readonly navigator: { readonly locks?: LockManager };
}

let count = 0;

/** In a worker, once its program runs. */
export function holdLifeLine(side: WorkerSide): void {
  const say = (ready: string | null) => side.postMessage({ ready } satisfies Ready);
  const { locks } = side.navigator;
  if (locks === undefined) {
    say(null);
    return;
  }
  count += 1;
  // Unlike any other of this origin: of another tab, or of an earlier worker.
  const name = `two-halo-worker ${count} ${performance.timeOrigin} ${Math.random()}`;
  locks
    .request(name, () => {
      say(name);
      // For ever: only the end of the worker gives it back.
      return new Promise<never>(() => undefined);
    })
    .catch(() => say(null));
}

/** On the page: calls `onEnd` once the worker that holds a lock is gone. Returns how to stop watching. */
export function watchLifeLine(
  name: string,
  onEnd: () => void,
  locks: LockManager | undefined = globalThis.navigator?.locks,
): () => void {
  const watch = new AbortController();
  // A rejection is the end of watching: by the call below, or because the page may have no locks.
  locks?.request(name, { signal: watch.signal }, onEnd).catch(() => undefined);
  return () => watch.abort();
}
