/** Stand-ins for the solver and for solved curves. */
import type { Part } from '../../src/model/boxSettings';
import type { Propagated, SolveKey, Tier } from '../../src/model/propagated';
import type { PartResult } from '../../src/model/volume';
import { startScheduler } from '../../src/state/services/scheduler';
import { createSolutions } from '../../src/state/services/solutions';
import type { ExplorerStore } from '../../src/state/store';
import type { SolveOutcome, SolveRequest } from '../../src/worker/protocol';
import type { SolverJobs } from '../../src/worker/solverJobs';

export function propagated(
  species: SolveKey,
  tier: Tier = 'settled',
  milliseconds = 5,
  { errorEstimate = 0.002, refinement = 0 } = {},
): Propagated {
  const kineticEnergyGeV = Float64Array.from({ length: 57 }, (_, index) => 10 ** (-1 + index / 8));
  return {
    species,
    report: {
      tier,
      grid: { r: 1, z: 1, momentum: 57 },
      iterations: 1,
      residual: 1e-6,
      milliseconds,
      errorEstimate,
      refinement,
    },
    kineticEnergyGeV,
    flux: kineticEnergyGeV.map((energy) => energy ** -2.7),
  };
}

/** One part of a solution in three dimensions. */
export function partResult(part: Part = 'even'): PartResult {
  const axis = Float64Array.of(0.5, 1);
  const { report, ...rest } = propagated('p');
  return {
    propagated: { ...rest, report },
    axisymmetricFlux: rest.flux,
    report,
    slices: {
      part,
      xKpc: axis,
      yKpc: axis,
      zKpc: axis,
      logMomentum: axis,
      plane: new Float32Array(8),
      cut: new Float32Array(8),
      sun: axis,
    },
  };
}

export interface Call {
  /** Of background solves there is none. */
  readonly lane: string | undefined;
  readonly request: SolveRequest;
  /** Solved in so many milliseconds, unless told otherwise. */
  answer(outcome?: SolveOutcome): Promise<void>;
}

/**
 * Workers that answer when the test says so, on the grid that is asked for, with the estimate that the test gives that. As many as
 * are wanted, so that answers may come in any order, unless the test says how many are at work at once.
 */
export function fakeJobs(
  milliseconds = 5,
  errorOf: (refinement: number) => number = () => 0.002,
  atOnce = Number.POSITIVE_INFINITY,
): SolverJobs & {
  readonly calls: Call[];
  /** Lanes of which something was ended. */
  readonly ended: string[];
} {
  type Wanted = Parameters<SolverJobs['want']>[0][number];
  const calls: Call[] = [];
  const ended: string[] = [];
  const running: Wanted[] = [];
  let wanted: readonly Wanted[] = [];
  const begin = () => {
    for (const wish of wanted) {
      if (running.length >= atOnce || running.some(({ id }) => id === wish.id)) continue;
      running.push(wish);
      const { species, tier, refinement = 0 } = wish.request;
      const report = { refinement, errorEstimate: errorOf(refinement) };
      const good: SolveOutcome = { ok: true, propagated: propagated(species, tier, milliseconds, report) };
      const answer = async (outcome = good) => {
        running.splice(running.indexOf(wish), 1);
        wanted = wanted.filter(({ id }) => id !== wish.id);
        wish.settle(outcome);
        begin();
      };
      calls.push({ lane: wish.line, request: wish.request, answer });
    }
  };
  return {
    calls,
    ended,
    want: (wishes) => {
      wanted = wishes;
      begin();
    },
    endUnwanted: (which) => {
      const isUnwanted = ({ id }: Wanted) => !wanted.some((wish) => wish.id === id);
      for (const wish of running) if (isUnwanted(wish) && which(wish)) ended.push(wish.line ?? '');
    },
  };
}

/** Curves that follow a store, solved by these workers. */
export function startCurves(store: ExplorerStore, jobs: SolverJobs): void {
  startScheduler(store, createSolutions(store, jobs));
}
