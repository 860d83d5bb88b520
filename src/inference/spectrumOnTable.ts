/** A model spectrum as seen by a published table: its axis, its flux unit, modulated or interstellar as it was measured. */
import { convertAbscissa, fluxJacobian } from '../measurements/axes';
import {
  electronNormalisation,
  type ModelFlux,
  type NormalisationWindow,
  protonNormalisation,
  scaleToData,
} from '../measurements/compare';
import type { MeasuredTable } from '../measurements/tableTypes';
import type { SpeciesKey, Spectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';

/** The data to which each species is tied: the presets' scale, and the action "normalise to data". */
export const normalisationWindows: Record<SpeciesKey, NormalisationWindow> = {
  p: protonNormalisation,
  'e-': electronNormalisation,
};

/** Flux of the spectrum at the table's abscissa x, in the table's flux unit. */
export function fluxOnTable(spectrum: Spectrum, table: MeasuredTable): ModelFlux {
  const flux = table.compareWith === 'interstellar' ? spectrum.interstellar : spectrum.modulated;
  return (x) => {
    const energy = convertAbscissa(table.quantity, table.axis, 'EKN', x);
    const jacobian = fluxJacobian(table.quantity, 'EKN', table.axis, energy);
    return interpolateLogLog(spectrum.kineticEnergyGeV, flux, energy) * jacobian;
  };
}

/** Factor by which the reference flux must change for the spectrum to meet its window on average; null without data. */
export function factorToData(spectrum: Spectrum, tables: readonly MeasuredTable[]): number | null {
  const window = normalisationWindows[spectrum.species];
  const table = tables.find((candidate) => candidate.id === window.tableId);
  return table === undefined ? null : scaleToData(fluxOnTable(spectrum, table), table, window.band);
}
