/**
 * Which worker solves what, and when. The owner of a pool says what it wants, again and again. What is wanted no more is not begun;
 * what runs goes on all the same, because its answer may be of use, unless it is ended. Whoever was begun hears how that ended.
 *
 * Every end is told by the pool, never by the worker's call alone: a call to a worker that has been terminated never settles.
 */
import type { Parameters } from '../model/parameters/values';
import type { SolveKey } from '../model/propagated';
import { refusalOf } from '../model/refusals';
import type { PartProgress } from '../model/volume';
import { cancelled, unavailable } from './outcomes';
import type { Cancelled, Refusal } from './protocol';
import type { Loss, PoolWorker } from './spawn';

/** What the hand moves, what is on screen, what will be there soon, and what goes on beside. */
const urgencies = ['hand', 'shown', 'soon', 'background'] as const;
export type Urgency = (typeof urgencies)[number];

export interface Wish<Request, Reply> {
  /** What is asked: two wishes of one id are one. */
  readonly id: string;
  readonly request: Request;
  readonly urgency: Urgency;
  /** One curve: one solve after another, where it can be in the same worker, because the warm start lives there. */
  readonly line?: string;
  tell?(progress: PartProgress): void;
  settle(outcome: Reply | Refusal | Cancelled): void;
}

export interface Jobs<Request, Reply> {
  /** All that is wanted now. Of one urgency the first is begun first, but lines take turns. */
  want(wishes: readonly Wish<Request, Reply>[]): void;
  /** Ends what runs and is wanted no more. A worker in the middle of a solve hears nothing: it is terminated. */
  endUnwanted(which: (wish: Wish<Request, Reply>) => boolean): void;
}

export interface JobsOptions<Request, Reply> {
  /** Makes one worker, when it is first needed. */
  readonly createWorker: () => PoolWorker<Request, Reply>;
  /** Workers that are kept, with their warm starts. */
  readonly workers: number;
  /** Workers of the background, so that nothing else waits for it: they are ended when idle, for what they keep in memory. */
  readonly aside: number;
  /** A worker that has said nothing for so long is lost (milliseconds). */
  readonly patience: (request: Request) => number;
  readonly crashed: (reason: string) => Refusal;
}

interface Slot<Request, Reply> {
  readonly isAside: boolean;
  worker: PoolWorker<Request, Reply> | null;
  job: { readonly wish: Wish<Request, Reply>; readonly isSecondTry: boolean } | null;
  /** The present worker has answered before. */
  hasAnswered: boolean;
  /** When it last began something. */
  turn: number;
  /** Runs out when the present job has been silent for too long. */
  patience?: ReturnType<typeof setTimeout>;
  /** Runs out when there has been no job for long. */
  idle?: ReturnType<typeof setTimeout>;
}

/** Idle workers of the background are ended after this long (milliseconds). */
export const idleMilliseconds = 30_000;

/** A model that is refused bothers no worker. */
export function createJobs<
  Request extends { readonly parameters: Parameters; readonly species: SolveKey },
  Reply,
>(options: JobsOptions<Request, Reply>): Jobs<Request, Reply> {
  type Wanted = Wish<Request, Reply>;
  type Worker = Slot<Request, Reply>;
  const slots = Array.from({ length: options.workers + options.aside }, (_, index): Worker => {
    const isAside = index >= options.workers;
    return { isAside, worker: null, job: null, hasAnswered: false, turn: 0 };
  });
  /** Where a line's warm start is, and when it had its last turn. */
  const lines = new Map<string, { readonly home: Worker; readonly turn: number }>();
  let wanted: readonly Wanted[] = [];
  let turns = 0;

  const isWanted = (wish: Wanted) => wanted.some(({ id }) => id === wish.id);
  const forget = ({ id }: Wanted) => {
    wanted = wanted.filter((wish) => wish.id !== id);
  };
  const isUnderWay = ({ id, line }: Wanted) =>
    slots.some(({ job }) => job?.wish.id === id || (line !== undefined && job?.wish.line === line));
  const turnOf = ({ line }: Wanted) => lines.get(line ?? '')?.turn ?? 0;

  /**
   * The line's own worker if idle, else the idle one that the fewest lines call their own. What is of no line may be what was just
   * solved, on a finer grid: it has the worker that was busy last.
   */
  function slotFor({ line, urgency }: Wanted): Worker | undefined {
    const crew = slots.filter(({ isAside }) => isAside === (urgency === 'background'));
    const idle = crew.filter(({ job }) => job === null);
    // One stays free for what the hand does next.
    if (urgency === 'soon' && idle.length < Math.min(2, crew.length)) return undefined;
    if (line === undefined) return idle.sort((one, two) => two.turn - one.turn)[0];
    const own = lines.get(line)?.home;
    if (own !== undefined && idle.includes(own)) return own;
    const residents = (slot: Worker) => [...lines.values()].filter(({ home }) => home === slot).length;
    return idle.sort((one, two) => residents(one) - residents(two))[0];
  }

  function startWaiting(): void {
    const byTurn = wanted.toSorted(
      (one, two) =>
        urgencies.indexOf(one.urgency) - urgencies.indexOf(two.urgency) || turnOf(one) - turnOf(two),
    );
    for (const wish of byTurn) {
      const slot = slotFor(wish);
      if (slot !== undefined && isWanted(wish) && !isUnderWay(wish)) start(wish, slot);
    }
  }

  function start(wish: Wanted, slot: Worker, isSecondTry = false): void {
    clearTimeout(slot.idle);
    const job = { wish, isSecondTry };
    slot.job = job;
    turns += 1;
    slot.turn = turns;
    if (wish.line !== undefined)
      lines.set(wish.line, { home: lines.get(wish.line)?.home ?? slot, turn: turns });
    // A late word from a worker that has been replaced, or of a solve that was given up, is not heard.
    const isPresent = () => slot.job === job;
    const refused = refusalOf(wish.request.parameters, wish.request.species);
    const worker = refused ?? tryWorkerOf(slot);
    if (typeof worker === 'string') {
      const outcome: Refusal =
        refused === undefined ? unavailable(worker) : { ok: false, kind: 'refused', message: worker };
      // Not before whoever wants it has said all it wants.
      queueMicrotask(() => isPresent() && finish(slot, outcome));
      return;
    }
    const patience = options.patience(wish.request);
    const wait = () => {
      clearTimeout(slot.patience);
      const silence = `it did not answer for ${patience / 1000} s`;
      slot.patience = setTimeout(() => end(slot, options.crashed(silence)), patience);
    };
    wait();
    const tell = (progress: PartProgress) => {
      if (!isPresent()) return;
      wait();
      wish.tell?.(progress);
    };
    worker.solve(wish.request, wish.tell && tell).then(
      (reply) => {
        if (!isPresent()) return;
        slot.hasAnswered = true;
        finish(slot, reply);
      },
      (error: unknown) => {
        if (isPresent()) end(slot, options.crashed(String(error)));
      },
    );
  }

  function finish(slot: Worker, outcome: Reply | Refusal | Cancelled): void {
    const { job } = slot;
    clearTimeout(slot.patience);
    slot.job = null;
    if (job !== null) forget(job.wish);
    // What waits does not wait until this answer is drawn. Beside it the same may be wanted on a finer grid, here where it is known.
    if (!slot.isAside) startWaiting();
    job?.wish.settle(outcome);
    startWaiting();
    if (slot.job === null && slot.isAside) slot.idle = setTimeout(() => endWorker(slot), idleMilliseconds);
  }

  /** The slot's next job gets a new worker. */
  function endWorker(slot: Worker): void {
    clearTimeout(slot.patience);
    clearTimeout(slot.idle);
    slot.worker?.terminate();
    slot.worker = null;
    slot.hasAnswered = false;
  }

  function end(slot: Worker, outcome: Refusal | Cancelled): void {
    endWorker(slot);
    if (slot.job !== null) finish(slot, outcome);
  }

  function lose(slot: Worker, { kind, reason }: Loss): void {
    const { job, hasAnswered } = slot;
    if (kind !== 'silent') {
      end(slot, kind === 'crashed' ? options.crashed(reason) : unavailable(reason));
    } else if (job === null) {
      endWorker(slot);
      // One that has never answered may be lost for a reason that would take the next one too.
      if (hasAnswered) tryWorkerOf(slot);
    } else if (!isWanted(job.wish)) {
      end(slot, cancelled);
    } else if (job.isSecondTry) {
      end(slot, options.crashed(reason));
    } else {
      // What takes a worker without a word is seldom the values: nobody needs to hear of it.
      endWorker(slot);
      start(job.wish, slot, true);
    }
  }

  /** The worker, or why there is none. */
  function tryWorkerOf(slot: Worker): PoolWorker<Request, Reply> | string {
    if (slot.worker !== null) return slot.worker;
    try {
      const worker = options.createWorker();
      slot.worker = worker;
      worker.onLoss((loss) => {
        if (slot.worker === worker) lose(slot, loss);
      });
      return worker;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  return {
    want(wishes) {
      wanted = wishes;
      startWaiting();
    },
    endUnwanted(which) {
      for (const slot of slots)
        if (slot.job !== null && !isWanted(slot.job.wish) && which(slot.job.wish)) end(slot, cancelled);
    },
  };
}
