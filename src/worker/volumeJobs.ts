/** The workers of the three-dimensional solve: a worker for each part, two at a time. Loaded when first needed. */
import type { BoxRequest } from '../model/boxGalaxy';
import { createJobs, type Jobs, type JobsOptions, type Wish } from './jobs';
import type { PartReply } from './protocol';
import { spawn } from './spawn';

export type VolumeJobs = Jobs<BoxRequest, PartReply>;
export type VolumeWish = Wish<BoxRequest, PartReply>;

/** A part that has told nothing for this long is lost (milliseconds): a step takes a few seconds on a slow machine. */
export const hangsAfterMilliseconds = 120_000;

// Written inline: this is the form Vite looks for when it bundles the worker.
const makeWorker = () => new Worker(new URL('./volume.worker.ts', import.meta.url), { type: 'module' });

/** @param createWorker makes one worker; replaced in tests. */
export function createVolumeJobs(
  createWorker: JobsOptions<BoxRequest, PartReply>['createWorker'] = () => spawn(makeWorker),
): VolumeJobs {
  return createJobs({
    createWorker,
    workers: 0,
    aside: 2,
    patience: () => hangsAfterMilliseconds,
    crashed: (reason) => ({
      ok: false,
      kind: 'crashed',
      message: `The 3D solve stopped unexpectedly (${reason}). Solve again: it starts afresh.`,
    }),
  });
}
