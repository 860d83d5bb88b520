/** The page's way to the solver. */
import { refusalOf } from '../model/refusals';
import { createSolverPool, type SolverWorker } from './pool';
import type { SolverClient, SolverEndpoint } from './protocol';
import { spawn } from './spawn';

/** More workers than curves do not help: two models times two species. */
const mostWorkers = 4;

function spawnSolver(): SolverWorker {
  // Written inline: this is the form Vite looks for when it bundles the worker.
  const make = () => new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' });
  const { endpoint, onLoss, terminate } = spawn<SolverEndpoint>(make);
  return { solve: (request) => endpoint.solve(request), onLoss, terminate };
}

export interface SolverClientOptions {
  /** How many workers at most; the machine's cores, up to four, unless told. */
  readonly workers?: number;
  /** Workers without work are ended after this long; kept, with their warm starts, unless told (milliseconds). */
  readonly idleMilliseconds?: number;
  /** Makes one worker; replaced in tests. */
  readonly createWorker?: () => SolverWorker;
}

/**
 * A client over a pool of solver workers, each spawned when first needed. A model that is refused bothers none. Its promises
 * never reject.
 */
export function createSolverClient(options: SolverClientOptions = {}): SolverClient {
  const cores = globalThis.navigator?.hardwareConcurrency ?? 1;
  const workers = options.workers ?? Math.min(mostWorkers, Math.max(1, cores));
  const pool = createSolverPool(options.createWorker ?? spawnSolver, workers, options.idleMilliseconds);
  return {
    ...pool,
    solve: async (lane, request) => {
      const message = refusalOf(request.parameters, request.species);
      return message === undefined ? pool.solve(lane, request) : { ok: false, kind: 'refused', message };
    },
  };
}
