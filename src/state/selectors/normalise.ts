/**
 * "Normalise to data": scales both models of a species so that each meets, on average over the species' window, a set that
 * is shown.
 */
import { factorToData, type NormalisationTarget, normalisationTarget } from '../../inference/spectrumOnTable';
import { type ModelKey, modelKeys, modelRecord, sliderOf } from '../../model/models';
import {
  type ExplorerParameters,
  isNumberParameter,
  parameterDefinition,
} from '../../model/parameters/values';
import { particles } from '../../model/particles';
import type { SpeciesKey } from '../../model/propagated';
import type { ExplorerState } from '../explorerState';
import { laneModelKey, laneOf, laneSpecies, type SpeciesLaneId } from '../lanes';
import { isSettled } from './laneStatus';
import { laneSpectrum } from './spectra';
import { visibleTables } from './tables';

/** The parameter that scales a lane. */
export function normParameter(lane: SpeciesLaneId) {
  return sliderOf(laneModelKey[lane], particles[laneSpecies[lane]].norm);
}

export interface Normalisation extends NormalisationTarget {
  /** By what each model is multiplied. */
  readonly factors: Readonly<Record<ModelKey, number>>;
}

export type Normalised =
  | { readonly ok: true; readonly parameters: ExplorerParameters; readonly normalisation: Normalisation }
  | { readonly ok: false; readonly reason: string };

export function normalisedToData(
  state: Pick<ExplorerState, 'parameters' | 'lanes' | 'catalogue' | 'view'>,
  species: SpeciesKey,
): Normalised {
  if (state.catalogue.kind !== 'ready') return { ok: false, reason: 'The data are not loaded.' };
  const target = normalisationTarget(species, visibleTables(state, species));
  if (target === null)
    return { ok: false, reason: 'None of the data sets shown has a point in the window to normalise in.' };
  const changed: Partial<Record<ReturnType<typeof normParameter>, number>> = {};
  const factors = modelRecord(() => 1);
  for (const model of modelKeys) {
    const lane = laneOf(model, species);
    const curve = state.lanes[lane].curve;
    if (curve === null || !isSettled(state, lane))
      return { ok: false, reason: 'The curves are not solved yet; try again in a moment.' };
    const factor = factorToData(laneSpectrum(lane, curve.propagated, state.parameters), target.table);
    const id = normParameter(lane);
    const entry = parameterDefinition(id);
    if (factor === null || entry === undefined || !isNumberParameter(entry)) {
      return { ok: false, reason: 'The curve has no positive flux in the window to normalise in.' };
    }
    const value = Number((state.parameters[id] * factor).toPrecision(5));
    if (value < entry.minimum || value > entry.maximum) {
      return { ok: false, reason: `${entry.label} would be ${value.toPrecision(3)}, outside its range.` };
    }
    changed[id] = value;
    factors[model] = value / state.parameters[id];
  }
  return {
    ok: true,
    parameters: { ...state.parameters, ...changed },
    normalisation: { ...target, factors },
  };
}
