/** One solve of what collisions make: a model in, the spectra of antiprotons, positrons and electrons at the Sun out. */
import { lastUsed } from '../memo/lastUsed';
import { solveOf } from './key';
import { reportOf } from './network';
import { givenIn } from './particles';
import { type CellsRequest, fluxAtSun, givenEnergiesGeV } from './propagate';
import type { Propagated } from './propagated';
import { refuse } from './refusals';
import {
  type SecondariesSolution,
  type SecondaryId,
  secondariesSettings,
  secondaryIds,
  shownSecondaries,
  solveSecondaries,
  speciesOfSecondary,
} from './secondaries';

/** The last solution of each kind. */
const lastSolutions = lastUsed<string, SecondariesSolution>(4);

/**
 * Started from the last solution of the same tier, grid and kind of halo: what a slider drag wants.
 *
 * @throws SolverError if the model is refused or a solve does not converge.
 */
export function propagateSecondaries(request: CellsRequest): Propagated {
  const started = performance.now();
  const { parameters, tier, coarsening = 1, refinement = 0 } = request;
  refuse(parameters, 'secondaries');
  const kind = `${tier} ${coarsening} ${refinement} ${parameters.profile}`;
  const settings = secondariesSettings(request);
  const reads = `${JSON.stringify(settings)} ${solveOf(parameters, 'secondaries').key}`;
  const solved = solveSecondaries({ parameters, settings, reads }, lastSolutions.get(kind));
  // Nothing starts from finer grids, and they are large.
  if (refinement === 0) lastSolutions.set(kind, solved);
  const kineticEnergyGeV = givenEnergiesGeV(givenIn('secondaries'));
  const fluxOf = (id: SecondaryId) => fluxAtSun(solved.get(id)!, speciesOfSecondary[id], kineticEnergyGeV);
  const there = secondaryIds.filter((id) => solved.has(id));
  const fluxes = Object.fromEntries(there.map((id) => [id, fluxOf(id)]));
  const shown = shownSecondaries.flatMap((id) => solved.get(id) ?? []);
  const report = reportOf([...solved.values()], shown, request, performance.now() - started);
  return { species: 'secondaries', report, kineticEnergyGeV, flux: fluxOf('pbar'), fluxes };
}
