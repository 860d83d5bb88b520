/** "Normalise to data": scales both models of a species so that each meets the data of its window on average. */
import { factorToData } from '../inference/spectrumOnTable';
import { type ExplorerParameters, isNumberParameter, parameterDefinition } from '../model/parameters';
import type { SpeciesKey } from '../model/propagated';
import { type LaneId, laneModelKey, laneOf, laneSpecies } from './lanes';
import { laneKey } from './solverKey';
import { laneSpectrum } from './spectra';
import type { ExplorerState } from './store';

type NormParameter = 'p.norm' | 'e.norm' | 'cm.p.norm' | 'cm.e.norm';

/** The parameter that scales a lane. */
export function normParameter(lane: LaneId): NormParameter {
  const own = laneSpecies[lane] === 'p' ? 'p.norm' : 'e.norm';
  return laneModelKey[lane] === 'thm' ? own : `cm.${own}`;
}

export type Normalised =
  | { readonly ok: true; readonly parameters: ExplorerParameters }
  | { readonly ok: false; readonly reason: string };

export function normalisedToData(
  state: Pick<ExplorerState, 'parameters' | 'lanes' | 'catalogue'>,
  species: SpeciesKey,
): Normalised {
  if (state.catalogue.kind !== 'ready') return { ok: false, reason: 'The data are not loaded.' };
  const changed: Partial<Record<NormParameter, number>> = {};
  for (const model of ['thm', 'cm'] as const) {
    const lane = laneOf(model, species);
    const curve = state.lanes[lane].curve;
    // A curve of earlier values would be scaled by the wrong factor.
    if (curve?.key !== laneKey(lane, state.parameters))
      return { ok: false, reason: 'The curves are not solved yet; try again in a moment.' };
    const spectrum = laneSpectrum(lane, curve.propagated, state.parameters);
    const factor = factorToData(spectrum, state.catalogue.tables);
    const id = normParameter(lane);
    const entry = parameterDefinition(id);
    if (factor === null || entry === undefined || !isNumberParameter(entry)) {
      return { ok: false, reason: 'There is no data, or no positive flux, in the window to normalise in.' };
    }
    const value = Number((state.parameters[id] * factor).toPrecision(5));
    if (value < entry.minimum || value > entry.maximum) {
      return { ok: false, reason: `${entry.label} would be ${value.toPrecision(3)}, outside its range.` };
    }
    changed[id] = value;
  }
  return { ok: true, parameters: { ...state.parameters, ...changed } };
}
