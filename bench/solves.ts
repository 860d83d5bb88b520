/** Every solve of the explorer as a worker does it: started from the last one of its kind. */
import { isSpecies, type SolveKey, solveKeys } from '../src/model/particles';
import { type CellsRequest, propagateNear } from '../src/model/propagate';
import type { Propagated } from '../src/model/propagated';
import { propagateNuclei } from '../src/model/propagateNuclei';
import { propagateSecondaries } from '../src/model/propagateSecondaries';

export function isSolveKey(text: string | undefined): text is SolveKey {
  return solveKeys.some((key) => key === text);
}

export function solveNear(solve: SolveKey, request: CellsRequest): Propagated {
  if (isSpecies(solve)) return propagateNear({ ...request, species: solve });
  return solve === 'nuclei' ? propagateNuclei(request) : propagateSecondaries(request);
}
