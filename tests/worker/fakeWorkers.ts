/** Workers that answer only when told, so that a test decides what happens first. */
import { standardParameters } from '../../src/model/parameters/values';
import type { Propagated } from '../../src/model/propagated';
import type { Urgency } from '../../src/worker/jobs';
import type { SolveOutcome, SolveReply, SolveRequest } from '../../src/worker/protocol';
import type { SolverJobs } from '../../src/worker/solverJobs';
import type { Loss, PoolWorker } from '../../src/worker/spawn';

export interface FakeWorker extends PoolWorker<SolveRequest, SolveReply> {
  readonly received: SolveRequest[];
  readonly terminated: () => boolean;
  /** Answers the oldest unanswered request. */
  answer(): void;
  refuseToAnswer(error: Error): void;
  crash(reason: string): void;
  /** Is gone without a word, or could not be loaded. */
  lose(kind: Loss['kind']): void;
}

/** A request that can be told apart by its slope. */
export function requestWithSlope(slope: number): SolveRequest {
  return { species: 'p', tier: 'settled', parameters: { ...standardParameters, delta0: slope } };
}

/** A solution of one point whose flux is the request's slope. */
export function solutionOf(request: SolveRequest): Propagated {
  return {
    species: request.species,
    report: {
      tier: request.tier,
      grid: { r: 1, z: 1, momentum: 1 },
      iterations: 1,
      residual: 0,
      milliseconds: 0,
      errorEstimate: 0,
      refinement: request.refinement ?? 0,
    },
    kineticEnergyGeV: Float64Array.of(1),
    flux: Float64Array.of(request.parameters.delta0),
  };
}

export function fakeWorker(): FakeWorker {
  const received: SolveRequest[] = [];
  const open: {
    request: SolveRequest;
    resolve: (reply: SolveReply) => void;
    reject: (error: Error) => void;
  }[] = [];
  const listeners: ((loss: Loss) => void)[] = [];
  const lose = (kind: Loss['kind'], reason: string) => {
    for (const listener of listeners) listener({ kind, reason });
  };
  let terminated = false;
  return {
    received,
    terminated: () => terminated,
    solve(request) {
      received.push(request);
      return new Promise((resolve, reject) => open.push({ request, resolve, reject }));
    },
    onLoss: (listener) => void listeners.push(listener),
    terminate: () => {
      terminated = true;
    },
    answer() {
      const call = open.shift();
      if (!call) throw new Error('No request is open.');
      call.resolve({ ok: true, propagated: solutionOf(call.request) });
    },
    refuseToAnswer: (error) => open.shift()?.reject(error),
    crash: (reason) => lose('crashed', reason),
    lose: (kind) => lose(kind, 'lost'),
  };
}

/** A factory that remembers what it made. */
export function fakeWorkers() {
  const made: FakeWorker[] = [];
  const createWorker = () => {
    const worker = fakeWorker();
    made.push(worker);
    return worker;
  };
  return { made, createWorker };
}

/** An owner of a pool that wants the latest of each line. */
export function ownerOf(jobs: SolverJobs) {
  type Wanted = Parameters<SolverJobs['want']>[0][number];
  const wanted = new Map<string, Wanted>();
  let count = 0;
  const want = () => jobs.want([...wanted.values()]);
  return {
    /** How it ended; for ever open if it is not begun. */
    solve: (line: string, request: SolveRequest, urgency: Urgency = 'shown') =>
      new Promise<SolveOutcome>((resolve) => {
        count += 1;
        const wish: Wanted = {
          id: `${count}`,
          line,
          request,
          urgency,
          settle: (outcome) => {
            if (wanted.get(line) === wish) wanted.delete(line);
            resolve(outcome);
          },
        };
        wanted.set(line, wish);
        want();
      }),
    /** Gives up a line, or all of them. */
    cancel: (line?: string) => {
      if (line === undefined) wanted.clear();
      else wanted.delete(line);
      want();
      jobs.endUnwanted((wish) => line === undefined || wish.line === line);
    },
  };
}

/** Lets everything already settled reach its listeners. */
export const settled = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
