/**
 * Models that cannot be solved, known before anything is tried. Light: the page asks here before it bothers a worker.
 */
import { SolverError } from '../solver/errors';
import type { Parameters } from './parameters';
import type { SpeciesKey } from './propagated';

/**
 * Why a model is not solved, as one sentence that says what to change; undefined where nothing speaks against it. It depends on
 * nothing but what the solve reads, and asks no solve.
 */
export function refusalOf(_parameters: Parameters, _species: SpeciesKey): string | undefined {
  return undefined;
}

/** @throws SolverError of the kind `refused`. */
export function refuse(parameters: Parameters, species: SpeciesKey): void {
  const reason = refusalOf(parameters, species);
  if (reason !== undefined) throw new SolverError('refused', reason);
}
