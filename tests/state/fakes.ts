/** Stand-ins for the solver and for solved curves. */
import type { Propagated, SpeciesKey, Tier } from '../../src/model/propagated';
import type { SolveOutcome, SolveRequest, SolverClient } from '../../src/worker/protocol';

export function propagated(
  species: SpeciesKey,
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

export interface Call {
  readonly lane: string;
  readonly request: SolveRequest;
  /** Solved in so many milliseconds, unless told otherwise. */
  answer(outcome?: SolveOutcome): Promise<void>;
}

/** A solver that answers when the test says so, on the grid that is asked for, with the estimate that the test gives that. */
export function fakeClient(
  milliseconds = 5,
  errorOf: (refinement: number) => number = () => 0.002,
): SolverClient & {
  readonly calls: Call[];
  /** Lanes that were given up. */
  readonly cancelled: string[];
} {
  const calls: Call[] = [];
  const cancelled: string[] = [];
  return {
    calls,
    cancelled,
    cancel: (lane = 'all') => void cancelled.push(lane),
    dispose: () => undefined,
    solve: (lane, request) =>
      new Promise((resolve) => {
        const { species, tier, refinement = 0 } = request;
        const report = { refinement, errorEstimate: errorOf(refinement) };
        const good: SolveOutcome = { ok: true, propagated: propagated(species, tier, milliseconds, report) };
        const answer = async (outcome = good) => {
          resolve(outcome);
          // Lets the scheduler's own continuation run.
          await Promise.resolve();
          await Promise.resolve();
        };
        calls.push({ lane, request, answer });
      }),
  };
}
