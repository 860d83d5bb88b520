/** "Normalise to data": scales both models of a species so that each meets the data of its window on average. */
import { convertAbscissa, fluxJacobian } from '../measurements/axes';
import {
  electronNormalisation,
  type NormalisationWindow,
  protonNormalisation,
  scaleToData,
} from '../measurements/compare';
import type { MeasuredTable } from '../measurements/tableTypes';
import { type ExplorerParameters, isNumberParameter, parameterDefinition } from '../model/parameters';
import type { SpeciesKey, Spectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';
import { type LaneId, laneModelKey, laneOf } from './lanes';
import { laneSpectrum } from './spectra';
import type { ExplorerState } from './store';

export const normalisationWindows: Record<SpeciesKey, NormalisationWindow> = {
  p: protonNormalisation,
  'e-': electronNormalisation,
};

type NormParameter = 'p.norm' | 'e.norm' | 'cm.p.norm' | 'cm.e.norm';

export function normParameter(lane: LaneId, species: SpeciesKey): NormParameter {
  const own = species === 'p' ? 'p.norm' : 'e.norm';
  return laneModelKey[lane] === 'thm' ? own : `cm.${own}`;
}

/** A modulated spectrum as a function of the table's own abscissa, in the table's flux unit. */
function modelOnTable(spectrum: Spectrum, table: MeasuredTable): (x: number) => number {
  return (x) => {
    const energy = convertAbscissa(table.quantity, table.axis, 'EKN', x);
    const flux = interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.modulated, energy);
    return flux * fluxJacobian(table.quantity, 'EKN', table.axis, energy);
  };
}

export type Normalised =
  | { readonly ok: true; readonly parameters: ExplorerParameters }
  | { readonly ok: false; readonly reason: string };

export function normalisedToData(
  state: Pick<ExplorerState, 'parameters' | 'lanes' | 'catalogue'>,
  species: SpeciesKey,
): Normalised {
  const window = normalisationWindows[species];
  const tables = state.catalogue.kind === 'ready' ? state.catalogue.tables : [];
  const table = tables.find((candidate) => candidate.id === window.tableId);
  if (table === undefined)
    return { ok: false, reason: `The data to normalise to (${window.tableId}) are not loaded.` };
  const changed: Partial<Record<NormParameter, number>> = {};
  for (const model of ['thm', 'cm'] as const) {
    const lane = laneOf(model, species);
    const curve = state.lanes[lane].curve;
    if (curve === null) return { ok: false, reason: 'The curves are not solved yet; try again in a moment.' };
    const spectrum = laneSpectrum(lane, curve.propagated, state.parameters);
    const factor = scaleToData(modelOnTable(spectrum, table), table, window.band);
    const id = normParameter(lane, species);
    const entry = parameterDefinition(id);
    if (factor === null || entry === undefined || !isNumberParameter(entry)) {
      return { ok: false, reason: 'A curve has no positive flux in the window of the data.' };
    }
    const value = Number((state.parameters[id] * factor).toPrecision(5));
    if (value < entry.minimum || value > entry.maximum) {
      return { ok: false, reason: `${entry.label} would be ${value.toPrecision(3)}, outside its range.` };
    }
    changed[id] = value;
  }
  return { ok: true, parameters: { ...state.parameters, ...changed } };
}

/** What the action does for a species, in words. */
export function normalisationText(species: SpeciesKey): string {
  const { low, high } = normalisationWindows[species].band;
  return species === 'p'
    ? `Scales both proton curves to AMS-02 2015 between ${low} and ${high} GV.`
    : `Scales both electron curves to AMS-02 2014 e⁻ − e⁺ between ${low} and ${high} GeV.`;
}
