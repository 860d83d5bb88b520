/** The workers of the curves. */
import { createJobs, type Jobs, type JobsOptions } from './jobs';
import { crashed } from './outcomes';
import type { SolveReply, SolveRequest } from './protocol';
import { spawn } from './spawn';

export type SolverJobs = Jobs<SolveRequest, SolveReply>;

/** More workers than curves do not help: two models times two species. */
const mostWorkers = 4;
const mostAside = 2;

/** The slowest solve of the page takes about a second on a slow machine: after this long a worker is lost. */
export const hangsAfterMilliseconds = 20_000;
/** On a finer grid than the tier's own. */
export const refinedHangsAfterMilliseconds = 120_000;

// Written inline: this is the form Vite looks for when it bundles the worker.
const makeWorker = () => new Worker(new URL('./solver.worker.ts', import.meta.url), { type: 'module' });

/** As many as the machine has cores, up to four, and beside them up to two for the background. Tests say how many, and which. */
export function createSolverJobs({
  cores = globalThis.navigator?.hardwareConcurrency ?? 1,
  createWorker = () => spawn(makeWorker),
}: {
  readonly cores?: number;
  readonly createWorker?: JobsOptions<SolveRequest, SolveReply, never>['createWorker'];
} = {}): SolverJobs {
  return createJobs({
    createWorker,
    workers: Math.min(mostWorkers, Math.max(1, cores)),
    aside: Math.min(mostAside, Math.max(1, cores - 1)),
    patience: ({ refinement = 0 }) =>
      refinement > 0 ? refinedHangsAfterMilliseconds : hangsAfterMilliseconds,
    crashed,
  });
}
