/** What the models give at round energies of what is in view, for the table view. */
import type { ObservableId } from '../model/observables';
import type { ObservableSpectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';
import { observableFigures } from './observableFigures';
import type { EnergyRange } from './vocabulary';

export interface CurveRow {
  readonly energyGeV: number;
  /** Of each spectrum; of a ratio its values. */
  readonly fluxes: readonly number[];
}

const fewestRows = 6;

function steps([from, to]: EnergyRange, digits: readonly number[]): readonly number[] {
  const energies: number[] = [];
  for (let decade = Math.floor(Math.log10(from)); decade <= Math.log10(to); decade++)
    for (const digit of digits) {
      const energy = Number((digit * 10 ** decade).toPrecision(3));
      if (energy >= from && energy <= to) energies.push(energy);
    }
  return energies;
}

/** 1, 3, 10, 30, ... GeV over the range in view; finer where a narrow range would leave few rows. */
export function roundEnergies(observable: ObservableId, inView: EnergyRange | null): readonly number[] {
  const range = inView ?? [1, 3 * 10 ** observableFigures[observable].lastDecade];
  const coarse = steps(range, [1, 3]);
  if (coarse.length >= fewestRows) return coarse;
  const finer = steps(range, [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9]);
  if (finer.length >= fewestRows) return finer;
  const ratio = range[1] / range[0];
  return Array.from({ length: fewestRows }, (_, index) =>
    Number((range[0] * ratio ** (index / (fewestRows - 1))).toPrecision(4)),
  );
}

/** Modulated fluxes at round energies of the range in view (null: the observable's own), within the solved energies. */
export function energyRows(
  observable: ObservableId,
  spectra: readonly ObservableSpectrum[],
  inView: EnergyRange | null,
): readonly CurveRow[] {
  const first = Math.max(...spectra.map(({ kineticEnergyGeV }) => kineticEnergyGeV[0] ?? 0));
  const last = Math.min(...spectra.map(({ kineticEnergyGeV }) => kineticEnergyGeV.at(-1) ?? 0));
  return roundEnergies(observable, inView)
    .filter((energy) => energy >= first && energy <= last)
    .map((energyGeV) => ({
      energyGeV,
      fluxes: spectra.map(({ kineticEnergyGeV, modulated }) =>
        interpolateLogLog(kineticEnergyGeV, modulated, energyGeV),
      ),
    }));
}
