/** One worker of the page: made, known to run, and missed when it is gone. */
import { proxy, type Remote, wrap } from 'comlink';
import type { PartProgress } from '../model/volume';
import { isReady, watchLifeLine } from './lifeLine';
import type { WorkerEndpoint } from './serve';

/**
 * How a worker was lost. `unavailable`: it could not be made or its program could not be loaded; `crashed`: it said what went
 * wrong; `silent`: it is gone without a word.
 */
export interface Loss {
  readonly kind: 'unavailable' | 'crashed' | 'silent';
  readonly reason: string;
}

/** One worker as the pool sees it. */
export interface PoolWorker<Request, Reply> {
  /** @param tell hears how far it is, if anybody wants to know. */
  solve(request: Request, tell?: (progress: PartProgress) => void): Promise<Reply>;
  /** Called at most once, when the worker dies or can no longer be understood. */
  onLoss(listener: (loss: Loss) => void): void;
  terminate(): void;
}

/** What can be asked about where the page stands; replaced in tests. */
interface Place {
  readonly hasWorkers: boolean;
  /** "null" where the page has no origin of its own. */
  readonly origin: string;
  readonly protocol: string;
}

function presentPlace(): Place {
  return {
    hasWorkers: typeof Worker !== 'undefined',
    origin: globalThis.origin ?? '',
    protocol: globalThis.location?.protocol ?? '',
  };
}

/** Why the page can have no workers where it stands, and what would help; null if nothing is known to speak against them. */
export function whyNoWorkers({ hasWorkers, origin, protocol }: Place = presentPlace()): string | null {
  if (!hasWorkers) return 'Nothing can be solved here: this browser has no workers. Use a current one.';
  if (protocol === 'file:')
    return 'Nothing can be solved here: a page opened as a file may start no workers. Open it from a web server, such as `npm start`.';
  if (origin === 'null')
    return 'Nothing can be solved here: this frame allows no workers. Add allow-same-origin to its sandbox attribute.';
  return null;
}

/** What a person is told when no worker could be made. */
export function unavailableMessage(reason: string): string {
  return (
    whyNoWorkers() ??
    `The solver could not be loaded (${reason}). Check the connection, then retry; if that does not help, reload the page.`
  );
}

/** @throws what the browser throws where workers are not allowed. */
export function spawn<Request, Reply>(make: () => Worker): PoolWorker<Request, Reply> {
  const worker = make();
  // Kept alive by the closures below: Comlink loses the calls of a proxy that is collected. The cast: a promise of a reply is one.
  const endpoint = wrap<WorkerEndpoint<Reply & object>>(worker) as Remote<unknown> & {
    solve(request: Request, tell?: (progress: PartProgress) => void): Promise<Reply>;
  };
  const listeners: ((loss: Loss) => void)[] = [];
  let hasRun = false;
  let stopWatching = () => {};
  const lose = (loss: Loss) => {
    stopWatching();
    for (const listener of listeners.splice(0)) listener(loss);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    hasRun = true;
    if (!isReady(data) || data.ready === null) return;
    const end = () => lose({ kind: 'silent', reason: 'it ended without a word' });
    stopWatching = watchLifeLine(data.ready, end);
  });
  worker.addEventListener('error', (event) => {
    // It is reported to the person by the listener; the console need not repeat it.
    event.preventDefault();
    const kind = hasRun ? 'crashed' : 'unavailable';
    lose({ kind, reason: event.message || 'its program could not be loaded or run' });
  });
  worker.addEventListener('messageerror', () =>
    lose({ kind: 'crashed', reason: 'its answer could not be read' }),
  );
  return {
    solve: (request, tell) => endpoint.solve(request, tell && proxy(tell)),
    onLoss: (listener) => void listeners.push(listener),
    terminate: () => {
      stopWatching();
      listeners.length = 0;
      worker.terminate();
    },
  };
}
