/** Model fluxes at round energies, for the table view. */
import type { SpeciesKey, Spectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';

export interface CurveRow {
  readonly energyGeV: number;
  readonly thm: number;
  readonly cm: number;
}

const lastDecade: Record<SpeciesKey, number> = { p: 6, 'e-': 4 };

/** Modulated fluxes at 1, 3, 10, 30, ... GeV. */
export function energyRows(species: SpeciesKey, thm: Spectrum, cm: Spectrum): readonly CurveRow[] {
  const energies: number[] = [];
  for (let decade = 0; decade <= lastDecade[species]; decade++) energies.push(10 ** decade, 3 * 10 ** decade);
  return energies.map((energyGeV) => ({
    energyGeV,
    thm: interpolateLogLog(thm.kineticEnergyGeV, thm.modulated, energyGeV),
    cm: interpolateLogLog(cm.kineticEnergyGeV, cm.modulated, energyGeV),
  }));
}
