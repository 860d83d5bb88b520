/** To what "Normalise to data" would scale the curves, in words. */
import {
  type NormalisationTarget,
  normalisationTarget,
  normalisationWindows,
} from '../../inference/spectrumOnTable';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { particles, type SpeciesKey } from '../../model/particles';
import { tableTitle } from '../../plot/hover';

function curves(species: SpeciesKey): string {
  return `both ${particles[species].singular.toLowerCase()} curves`;
}

export function windowText(species: SpeciesKey): string {
  const { axis, band } = normalisationWindows[species];
  return `${band.low}–${band.high} ${axis === 'R' ? 'GV' : 'GeV'}`;
}

/** The rule is inference/spectrumOnTable's `normalisationTarget`. */
export function targetText(species: SpeciesKey, target: NormalisationTarget | null): string {
  const where = windowText(species);
  if (target === null) return `No data set shown has a point at ${where} to scale ${curves(species)} to.`;
  const isStandard = target.table.id === normalisationWindows[species].tableId;
  const why = isStandard ? '' : ', of the sets shown the one with most points there';
  return `Scales ${curves(species)} to ${tableTitle(target.table)} at ${where}${why}.`;
}

/** The same for a species of which these tables are shown. */
export function shownTargetText(species: SpeciesKey, shown: readonly MeasuredTable[]): string {
  return targetText(species, normalisationTarget(species, shown));
}
