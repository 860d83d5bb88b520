/** The spectra that a lane shows. */
import { memoByIdentity } from '../../memo/memoByIdentity';
import type { ModelKey } from '../../model/models';
import type { ObservableId } from '../../model/observables';
import type { ObservableSpectrum, Propagated, SolveKey, Spectrum } from '../../model/propagated';
import type { ExplorerState } from '../explorerState';
import { laneOf, type SpeciesLaneId, speciesLaneIds } from '../lanes';
import { observableSpectrum } from './composition';
import { laneSpectrum } from './spectra';

/** A solve that goes on, as far as it has come, in the form of a solution; of each lane. */
const solvedSoFar = memoByIdentity(
  (axisymmetric: Propagated, flux: Float64Array): Propagated => ({
    ...axisymmetric,
    flux: new Float64Array(flux),
  }),
  speciesLaneIds.length,
);

/** The curve of a lane's three-dimensional solve: what is solved so far, or what was solved last. */
export function volumeSpectrum(
  state: Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters'>,
  lane: SpeciesLaneId,
): Spectrum | null {
  const { curve, run } = state.volumes[lane];
  if (run === null || run.flux === null)
    return curve === null ? null : laneSpectrum(lane, curve.propagated, state.parameters);
  const axisymmetric = state.lanes[lane].curve?.propagated;
  if (axisymmetric === undefined) return null;
  const partial = solvedSoFar(axisymmetric, run.flux);
  return laneSpectrum(lane, partial, state.parameters, axisymmetric.flux);
}

export function shownSpectrum(
  state: Pick<ExplorerState, 'lanes' | 'parameters'>,
  lane: SpeciesLaneId,
): Spectrum | null {
  const curve = state.lanes[lane].curve;
  return curve === null ? null : laneSpectrum(lane, curve.propagated, state.parameters);
}

/** What a model gives of an observable; null while something that it is made of is not solved. */
export function shownObservable(
  state: Pick<ExplorerState, 'lanes' | 'parameters'>,
  model: ModelKey,
  id: ObservableId,
): ObservableSpectrum | null {
  const solved = (solve: SolveKey) => state.lanes[laneOf(model, solve)].curve?.propagated;
  return observableSpectrum(id, model, solved, state.parameters);
}
