/** The workers of the curves. */
import { isSpecies } from '../model/particles';
import { createJobs, type Jobs, type JobsOptions } from './jobs';
import { crashed } from './outcomes';
import type { SolveReply, SolveRequest } from './protocol';
import { spawn } from './spawn';

export type SolverJobs = Jobs<SolveRequest, SolveReply>;

/** The slowest solve of the page takes about a second on a slow machine: after this long a worker is lost. */
export const hangsAfterMilliseconds = 20_000;
/** Of many particles together: seconds, and the first time their program and tables have to come. */
const severalHangAfterMilliseconds = 60_000;
/** On a finer grid than the tier's own. */
const refinedHangsAfterMilliseconds = 120_000;

// Written inline: this is the form Vite looks for when it bundles the worker.
const makeWorker = () => new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' });

/**
 * As many as the machine has cores, but no more than there are curves (two models times two species), and up to two beside them
 * that leave a core to these. Tests have workers and cores of their own.
 */
export function createSolverJobs(
  createWorker: JobsOptions<SolveRequest, SolveReply>['createWorker'] = () => spawn(makeWorker),
  cores = globalThis.navigator?.hardwareConcurrency ?? 1,
): SolverJobs {
  return createJobs({
    createWorker,
    workers: Math.min(4, Math.max(1, cores)),
    aside: Math.min(2, Math.max(1, cores - 1)),
    patience: ({ refinement = 0, species }) => {
      if (refinement > 0) return refinedHangsAfterMilliseconds;
      return isSpecies(species) ? hangsAfterMilliseconds : severalHangAfterMilliseconds;
    },
    crashed,
  });
}
