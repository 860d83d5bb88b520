/** One solve of all nuclei from helium to silicon: a model in, their spectra at the Sun out. */
import { lastUsed } from '../memo/lastUsed';
import { type NuclideId, nuclideIds, nuclideTable } from '../physics/nuclides';
import { solvedParameters } from './key';
import { type NetworkSolution, reportOf, solveNetwork } from './network';
import { cellsOfNuclei, nucleiNetwork } from './nuclei';
import { parameterTable } from './parameters/parameterTable';
import type { Parameters } from './parameters/values';
import { type CellsRequest, fluxAtSun, givenEnergiesGeV, settingsOf } from './propagate';
import type { Propagated } from './propagated';
import { refuse } from './refusals';

/** What every nucleus reads, the cells aside; what only some do stands with them. */
export function sharedReads(parameters: Parameters): string {
  const transport = parameterTable.filter(
    ({ group, id }) =>
      group !== 'nucleiInjection' &&
      group !== 'abundances' &&
      group !== 'crossSections' &&
      id !== 'p.alpha0' &&
      id !== 'p.alpha1' &&
      id !== 'p.alpha2',
  );
  const read = solvedParameters(parameters, 'nuclei');
  return transport.map(({ id }) => read[id]).join('|');
}

/** The density of every nucleus everywhere, started from a solution of neighbouring parameters. */
export function solveNuclei(request: CellsRequest, near?: NetworkSolution): NetworkSolution {
  const { parameters } = request;
  refuse(parameters, 'nuclei');
  const settings = settingsOf(request);
  return solveNetwork(
    {
      parameters,
      reads: `${JSON.stringify(settings)} ${sharedReads(parameters)}`,
      members: nucleiNetwork(parameters),
      settings,
      cellsOf: cellsOfNuclei(parameters),
    },
    near,
  );
}

/** Whose flux stands for the solve where one is asked for. */
const leading: NuclideId = 'C12';

/** The last solution of each kind. */
const lastSolutions = lastUsed<string, NetworkSolution>(4);

/**
 * Started from the last solution of the same tier, grid and kind of halo: what a slider drag wants.
 *
 * @throws SolverError if the model is refused or a solve does not converge.
 */
export function propagateNuclei(request: CellsRequest): Propagated {
  const started = performance.now();
  const { parameters, tier, coarsening = 1, refinement = 0 } = request;
  const kind = `${tier} ${coarsening} ${refinement} ${parameters.profile}`;
  const solved = solveNuclei(request, lastSolutions.get(kind));
  // Nothing starts from finer grids, and they are large.
  if (refinement === 0) lastSolutions.set(kind, solved);
  const kineticEnergyGeV = givenEnergiesGeV(cellsOfNuclei(parameters).givenGeV);
  const ofNuclide = (id: NuclideId) => fluxAtSun(solved.get(id)!, nuclideTable[id], kineticEnergyGeV);
  const fluxes = Object.fromEntries(nuclideIds.map((id) => [id, ofNuclide(id)]));
  const all = [...solved.values()];
  const report = reportOf(all, all, request, performance.now() - started);
  return { species: 'nuclei', report, kineticEnergyGeV, flux: ofNuclide(leading), fluxes };
}
