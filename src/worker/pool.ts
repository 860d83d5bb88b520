/**
 * Which worker solves what, and when. Each lane (one curve) has at most one running and one pending request, the
 * latest wins; a lane returns to the same worker where it can, because its warm start lives there.
 *
 * Every promise here is settled by the pool, never by the worker's call alone: a call to a worker that has been
 * terminated never settles.
 */
import { cancelled, closed, crashed, superseded, unavailable } from './outcomes';
import type { SolveOutcome, SolveReply, SolveRequest, SolverClient } from './protocol';
import type { Loss } from './spawn';

/** One worker as the pool sees it. */
export interface SolverWorker {
  solve(request: SolveRequest): Promise<SolveReply>;
  /** Called at most once, when the worker dies or can no longer be understood. */
  onLoss(listener: (loss: Loss) => void): void;
  terminate(): void;
}

interface Job {
  readonly lane: Lane;
  readonly request: SolveRequest;
  readonly settle: (outcome: SolveOutcome) => void;
  /** It is solved again because its first worker was lost. */
  readonly isSecondTry?: true;
}

interface Lane {
  running: Job | null;
  pending: Job | null;
  home: Slot | null;
}

interface Slot {
  worker: SolverWorker | null;
  job: Job | null;
  /** The present worker has answered before. */
  hasAnswered: boolean;
  /** Runs out when the present job has been silent for too long. */
  patience?: ReturnType<typeof setTimeout>;
  /** Runs out when there has been no job for long. */
  idle?: ReturnType<typeof setTimeout>;
}

/** The slowest solve of the page takes about a second on a slow machine: after this long a worker is lost. */
export const hangsAfterMilliseconds = 20_000;
/** On a finer grid than the tier's own. */
export const refinedHangsAfterMilliseconds = 120_000;

/**
 * A pool of `size` workers (at least one), each made by `createWorker` when it is first needed.
 *
 * @param idleMilliseconds workers without work are ended after this long; never, unless told.
 */
export function createSolverPool(
  createWorker: () => SolverWorker,
  size: number,
  idleMilliseconds = Number.POSITIVE_INFINITY,
): SolverClient {
  const slots = Array.from(
    { length: Math.max(1, size) },
    (): Slot => ({ worker: null, job: null, hasAnswered: false }),
  );
  const lanes = new Map<string, Lane>();
  /** Lanes with a pending request, longest waiting first. */
  const waiting: Lane[] = [];
  let disposed = false;

  function laneNamed(name: string): Lane {
    const lane = lanes.get(name) ?? { running: null, pending: null, home: null };
    lanes.set(name, lane);
    return lane;
  }

  /** The lane's own worker if idle, else the idle one that the fewest lanes call their own. */
  function idleSlotFor(lane: Lane): Slot | undefined {
    if (lane.home?.job === null) return lane.home;
    const residents = (slot: Slot) => [...lanes.values()].filter((other) => other.home === slot).length;
    return slots.filter((slot) => slot.job === null).sort((one, two) => residents(one) - residents(two))[0];
  }

  function finish(slot: Slot, job: Job, outcome: SolveOutcome): void {
    // A late word from a worker that has been replaced, or from a solve that was given up.
    if (slot.job !== job) return;
    clearTimeout(slot.patience);
    slot.job = null;
    job.lane.running = null;
    job.settle(outcome);
    startWaiting();
    if (slot.job === null && Number.isFinite(idleMilliseconds))
      slot.idle = setTimeout(() => endWorker(slot), idleMilliseconds);
  }

  /** The slot's next job gets a new worker. */
  function endWorker(slot: Slot): void {
    slot.worker?.terminate();
    slot.worker = null;
    slot.hasAnswered = false;
  }

  function end(slot: Slot, worker: SolverWorker, outcome: SolveOutcome): void {
    if (slot.worker !== worker) return;
    endWorker(slot);
    if (slot.job) finish(slot, slot.job, outcome);
  }

  function lose(slot: Slot, worker: SolverWorker, { kind, reason }: Loss): void {
    if (slot.worker !== worker) return;
    const { job, hasAnswered } = slot;
    if (kind !== 'silent') {
      end(slot, worker, kind === 'crashed' ? crashed(reason) : unavailable(reason));
    } else if (job === null) {
      endWorker(slot);
      // One that has never answered may be lost for a reason that would take the next one too.
      if (hasAnswered) tryWorkerOf(slot);
    } else if (job.lane.pending !== null) {
      end(slot, worker, superseded);
    } else if (job.isSecondTry) {
      end(slot, worker, crashed(reason));
    } else {
      // What takes a worker without a word is seldom the values: nobody needs to hear of it.
      endWorker(slot);
      clearTimeout(slot.patience);
      start({ ...job, isSecondTry: true }, slot);
    }
  }

  function workerOf(slot: Slot): SolverWorker {
    if (slot.worker) return slot.worker;
    const worker = createWorker();
    slot.worker = worker;
    worker.onLoss((loss) => lose(slot, worker, loss));
    return worker;
  }

  /** The worker, or why there is none. */
  function tryWorkerOf(slot: Slot): SolverWorker | string {
    try {
      return workerOf(slot);
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  function start(job: Job, slot: Slot): void {
    clearTimeout(slot.idle);
    slot.job = job;
    job.lane.running = job;
    job.lane.home ??= slot;
    const worker = tryWorkerOf(slot);
    if (typeof worker === 'string') {
      finish(slot, job, unavailable(worker));
      return;
    }
    try {
      const isRefined = (job.request.refinement ?? 0) > 0;
      const patience = isRefined ? refinedHangsAfterMilliseconds : hangsAfterMilliseconds;
      const silence = `it did not answer for ${patience / 1000} s`;
      slot.patience = setTimeout(() => end(slot, worker, crashed(silence)), patience);
      worker.solve(job.request).then(
        (reply) => {
          if (slot.worker === worker) slot.hasAnswered = true;
          finish(slot, job, reply);
        },
        (error: unknown) => end(slot, worker, crashed(String(error))),
      );
    } catch (error) {
      finish(slot, job, crashed(String(error)));
    }
  }

  function startWaiting(): void {
    for (const lane of [...waiting]) {
      const job = lane.pending;
      const slot = job && !lane.running ? idleSlotFor(lane) : undefined;
      if (!job || !slot) continue;
      lane.pending = null;
      waiting.splice(waiting.indexOf(lane), 1);
      start(job, slot);
    }
  }

  return {
    solve(name, request) {
      return new Promise((settle) => {
        if (disposed) return settle(closed);
        const lane = laneNamed(name);
        if (lane.pending) lane.pending.settle(superseded);
        else waiting.push(lane);
        lane.pending = { lane, request, settle };
        startWaiting();
      });
    },
    cancel(name) {
      for (const lane of name === undefined ? [...lanes.values()] : [laneNamed(name)]) {
        if (lane.pending) {
          waiting.splice(waiting.indexOf(lane), 1);
          lane.pending.settle(cancelled);
          lane.pending = null;
        }
        // A worker in the middle of a solve hears nothing: the way to stop it is to end it.
        const slot = slots.find((candidate) => candidate.job !== null && candidate.job === lane.running);
        if (slot?.worker) end(slot, slot.worker, cancelled);
      }
    },
    dispose() {
      disposed = true;
      waiting.length = 0;
      for (const slot of slots) {
        clearTimeout(slot.patience);
        clearTimeout(slot.idle);
        endWorker(slot);
        slot.job = null;
      }
      for (const lane of lanes.values()) {
        lane.running?.settle(closed);
        lane.pending?.settle(closed);
      }
      lanes.clear();
    },
  };
}
