/** A model spectrum as seen by a published table: its axis, its flux unit, modulated or interstellar as it was measured. */
import { convertAbscissa, fluxJacobian } from '../measurements/axes';
import {
  bandRatio,
  electronNormalisation,
  type ModelFlux,
  type NormalisationWindow,
  protonNormalisation,
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

/**
 * Factor by which the reference flux must change for the spectrum to meet its window on average; null without data. Nearby
 * sources are as bright as they are: only the rest is scaled.
 */
export function factorToData(spectrum: Spectrum, tables: readonly MeasuredTable[]): number | null {
  const window = normalisationWindows[spectrum.species];
  const table = tables.find((candidate) => candidate.id === window.tableId);
  if (table === undefined) return null;
  const without = { ...spectrum, modulated: spectrum.smooth };
  const whole = bandRatio(fluxOnTable(spectrum, table), table, window.band);
  const scaled = bandRatio(fluxOnTable(without, table), table, window.band);
  if (whole === null || scaled === null || !(scaled.ratio > 0)) return null;
  const factor = (1 - (whole.ratio - scaled.ratio)) / scaled.ratio;
  return factor > 0 ? factor : null;
}
