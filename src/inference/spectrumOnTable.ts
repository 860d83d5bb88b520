/** A model spectrum as seen by a published table: its axis, its flux unit, modulated or interstellar as it was measured. */
import { convertAbscissa, fluxJacobian } from '../measurements/axes';
import {
  bandOn,
  bandRatio,
  electronNormalisation,
  inBand,
  type ModelFlux,
  type NormalisationWindow,
  protonNormalisation,
} from '../measurements/compare';
import type { MeasuredTable } from '../measurements/tableTypes';
import type { SpeciesKey, Spectrum } from '../model/propagated';
import { interpolateLogLog } from '../model/spectrum';
import { notCompared } from './comparable';

/** The data to which each species is tied: the presets' scale, and the action "normalise to data". */
export const normalisationWindows: Record<SpeciesKey, NormalisationWindow> = {
  p: protonNormalisation,
  'e-': electronNormalisation,
};

/** A model's curve of what a table has measured: per kinetic energy per nucleon; where several isotopes make it up, per rigidity too. */
export interface ComparedCurve {
  readonly kineticEnergyGeV: Float64Array;
  readonly interstellar: Float64Array;
  readonly modulated: Float64Array;
  readonly onRigidity?: {
    readonly rigidityGV: Float64Array;
    readonly interstellar: Float64Array;
    readonly modulated: Float64Array;
  };
}

/** A curve as a function of the table's abscissa, and where it has been solved. */
export interface CurveOnTable {
  readonly flux: ModelFlux;
  readonly isSolvedAt: (x: number) => boolean;
}

/**
 * Isotopes are added as the table has them. Nuclei of one total energy have one rigidity once they are relativistic, whatever their
 * mass (R = E/Z), as all have that were measured so: those tables take the sum at equal rigidity.
 */
export function curveOnTable(curve: ComparedCurve, table: MeasuredTable): CurveOnTable {
  const { quantity, axis } = table;
  const place = table.compareWith === 'interstellar' ? 'interstellar' : 'modulated';
  const onRigidity = axis === 'EKN' ? undefined : curve.onRigidity;
  const own = onRigidity ? 'R' : 'EKN';
  const abscissae = onRigidity ? onRigidity.rigidityGV : curve.kineticEnergyGeV;
  const values = (onRigidity ?? curve)[place];
  const at = (x: number) => convertAbscissa(quantity, axis, own, x);
  return {
    flux: (x) => {
      const there = at(x);
      return interpolateLogLog(abscissae, values, there) * fluxJacobian(quantity, own, axis, there);
    },
    isSolvedAt: (x) => {
      const there = at(x);
      return there >= (abscissae[0] ?? Number.POSITIVE_INFINITY) && there <= (abscissae.at(-1) ?? 0);
    },
  };
}

/** Flux of the curve at the table's abscissa x, in the table's flux unit; of a ratio its value. */
export function fluxOnTable(curve: ComparedCurve, table: MeasuredTable): ModelFlux {
  return curveOnTable(curve, table).flux;
}

/** A set to normalise to, and how many of its points lie in the species' window. */
export interface NormalisationTarget {
  readonly table: MeasuredTable;
  readonly points: number;
}

/**
 * Which of the sets that are shown a species is normalised to: the one that the presets are scaled to if it is among them, else the
 * one with the most points in the window, of those that are compared with the model at all. Null: none has a point there.
 */
export function normalisationTarget(
  species: SpeciesKey,
  shown: readonly MeasuredTable[],
): NormalisationTarget | null {
  const window = normalisationWindows[species];
  const targets = shown
    .filter((table) => table.compareWith === 'modulated' && notCompared(table) === null)
    .map((table) => ({ table, points: inBand(table, bandOn(window, table)).length }))
    .filter(({ points }) => points > 0);
  const most = Math.max(...targets.map(({ points }) => points));
  return (
    targets.find(({ table }) => table.id === window.tableId) ??
    targets.find(({ points }) => points === most) ??
    null
  );
}

/**
 * Factor by which the reference flux must change for the spectrum to meet a table in its species' window on average; null
 * without data. Nearby sources are as bright as they are: only the rest is scaled.
 */
export function factorToData(spectrum: Spectrum, table: MeasuredTable): number | null {
  const band = bandOn(normalisationWindows[spectrum.species], table);
  const without = { ...spectrum, modulated: spectrum.smooth };
  const whole = bandRatio(fluxOnTable(spectrum, table), table, band);
  const scaled = bandRatio(fluxOnTable(without, table), table, band);
  if (whole === null || scaled === null || !(scaled.ratio > 0)) return null;
  const factor = (1 - (whole.ratio - scaled.ratio)) / scaled.ratio;
  return factor > 0 ? factor : null;
}
