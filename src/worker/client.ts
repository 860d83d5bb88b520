/** The page's way to the solver. The only file that knows a Worker exists. */
import { wrap } from 'comlink';
import { createSolverPool, type SolverWorker } from './pool';
import type { SolverClient, SolverEndpoint } from './protocol';

/** More workers than curves do not help: two models times two species. */
const mostWorkers = 4;

function spawnWorker(): SolverWorker {
  // Written inline: this is the form Vite looks for when it bundles the worker.
  const worker = new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' });
  // Kept alive by the closures below: Comlink loses the calls of a proxy that is collected.
  const endpoint = wrap<SolverEndpoint>(worker);
  return {
    solve: (request) => endpoint.solve(request),
    onCrash(listener) {
      worker.addEventListener('error', (event) => {
        // It is reported to the person by the listener; the console need not repeat it.
        event.preventDefault();
        listener(event.message || 'its program could not be loaded or run');
      });
      worker.addEventListener('messageerror', () => listener('its answer could not be read'));
    },
    terminate: () => worker.terminate(),
  };
}

export interface SolverClientOptions {
  /** How many workers at most; the machine's cores, up to four, unless told. */
  readonly workers?: number;
  /** Makes one worker; replaced in tests. */
  readonly createWorker?: () => SolverWorker;
}

/** A client over a pool of solver workers, each spawned when first needed. Its promises never reject. */
export function createSolverClient(options: SolverClientOptions = {}): SolverClient {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  const workers = options.workers ?? Math.min(mostWorkers, Math.max(1, cores));
  return createSolverPool(options.createWorker ?? spawnWorker, workers);
}
