/** One request in, one reply out: the worker's logic without the worker. Never throws. */
import type { Propagated } from '../model/propagated';
import { SolverError } from '../solver/errors';
import { printableValue } from '../text/printable';
import { parseRequest } from './parseRequest';
import type { Refusal, SolveReply, SolveRequest } from './protocol';

export type Propagate = (request: SolveRequest) => Propagated;

export function refusal(error: unknown): Refusal {
  if (error instanceof SolverError) return { ok: false, kind: error.kind, message: error.message };
  const detail = error instanceof Error ? error.message : printableValue(error);
  return {
    ok: false,
    kind: 'crashed',
    message: `The solver failed on these values (${detail}). Change a parameter or undo, then retry.`,
  };
}

export const notFinite: Refusal = {
  ok: false,
  kind: 'notConverged',
  message: 'The solution is not finite for these values. Change a parameter or undo, then retry.',
};

/** Every array of a solution. */
export function arraysOf({ kineticEnergyGeV, flux, fluxes = {} }: Propagated) {
  return [kineticEnergyGeV, flux, ...Object.values(fluxes)];
}

/**
 * Solves what a message asks for. Refuses a message that the parameter table does not allow (`invalid`), and a
 * solution that is not finite (`notConverged`). The arrays of the reply are the reply's own, so that they may be
 * transferred while `propagate` keeps its grids and warm starts.
 */
export function answer(message: unknown, propagate: Propagate): SolveReply {
  const parsed = parseRequest(message);
  if (!parsed.ok) return { ok: false, kind: 'invalid', message: parsed.reason };
  try {
    const propagated = propagate(parsed.request);
    const { kineticEnergyGeV, flux, fluxes } = propagated;
    if (!arraysOf(propagated).every((values) => values.every(Number.isFinite))) return notFinite;
    const own = {
      ...propagated,
      kineticEnergyGeV: kineticEnergyGeV.slice(),
      flux: flux.slice(),
      ...(fluxes && {
        fluxes: Object.fromEntries(Object.entries(fluxes).map(([id, values]) => [id, values.slice()])),
      }),
    };
    return { ok: true, propagated: own };
  } catch (error) {
    return refusal(error);
  }
}
