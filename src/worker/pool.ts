/**
 * Which worker solves what, and when. Each lane (one curve) has at most one running and one pending request, the
 * latest wins; a lane returns to the same worker where it can, because its warm start lives there.
 *
 * Every promise here is settled by the pool, never by the worker's call alone: a call to a worker that has been
 * terminated never settles.
 */
import type { SolveOutcome, SolveReply, SolveRequest, SolverClient } from './protocol';

/** One worker as the pool sees it. */
export interface SolverWorker {
  solve(request: SolveRequest): Promise<SolveReply>;
  /** Called at most once, when the worker dies or can no longer be understood. */
  onCrash(listener: (reason: string) => void): void;
  terminate(): void;
}

interface Job {
  readonly lane: Lane;
  readonly request: SolveRequest;
  readonly settle: (outcome: SolveOutcome) => void;
}

interface Lane {
  running: Job | null;
  pending: Job | null;
  home: Slot | null;
}

interface Slot {
  worker: SolverWorker | null;
  job: Job | null;
  /** Runs out when the present job has been silent for too long. */
  patience?: ReturnType<typeof setTimeout>;
}

/** The slowest solve of the page takes about a second on a slow machine: after this long a worker is lost. */
export const hangsAfterMilliseconds = 20_000;

const superseded: SolveOutcome = {
  ok: false,
  kind: 'superseded',
  message: 'A newer request took the place of this one.',
};
const cancelled: SolveOutcome = { ok: false, kind: 'cancelled', message: 'The solve was stopped.' };
const closed: SolveOutcome = { ok: false, kind: 'superseded', message: 'The solver has been shut down.' };

function crashed(reason: string): SolveOutcome {
  const message = `The solver stopped unexpectedly (${reason}). Retry: it starts afresh. If it stops again, undo the last change or reload the page.`;
  return { ok: false, kind: 'crashed', message };
}

/** A pool of `size` workers (at least one), each made by `createWorker` when it is first needed. */
export function createSolverPool(createWorker: () => SolverWorker, size: number): SolverClient {
  const slots: Slot[] = Array.from({ length: Math.max(1, size) }, () => ({ worker: null, job: null }));
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
  }

  /** Ends a worker; the slot's next job gets a new one. */
  function end(slot: Slot, worker: SolverWorker, outcome: SolveOutcome): void {
    if (slot.worker !== worker) return;
    worker.terminate();
    slot.worker = null;
    if (slot.job) finish(slot, slot.job, outcome);
  }

  function workerOf(slot: Slot): SolverWorker {
    if (slot.worker) return slot.worker;
    const worker = createWorker();
    slot.worker = worker;
    worker.onCrash((reason) => end(slot, worker, crashed(reason)));
    return worker;
  }

  function start(job: Job, slot: Slot): void {
    slot.job = job;
    job.lane.running = job;
    job.lane.home ??= slot;
    try {
      const worker = workerOf(slot);
      const silence = `it did not answer for ${hangsAfterMilliseconds / 1000} s`;
      slot.patience = setTimeout(() => end(slot, worker, crashed(silence)), hangsAfterMilliseconds);
      worker.solve(job.request).then(
        (reply) => finish(slot, job, reply),
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
        slot.worker?.terminate();
        slot.worker = null;
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
