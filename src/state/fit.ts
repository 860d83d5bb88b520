/** chi2 of both models over the data sets that are shown, for the figure of one species. */
import { notCompared, notInTotal } from '../inference/comparable';
import { type Fit, fitOf, residuals, sumOfFits } from '../inference/residuals';
import type { MeasuredTable } from '../measurements/tableTypes';
import type { SpeciesKey, Spectrum } from '../model/propagated';
import type { ExplorerState } from './explorerState';
import { laneOf, type ModelKey, modelKeys } from './lanes';
import { laneSpectrum } from './spectra';
import { visibleTables } from './tables';
import type { EnergyRange } from './view';

/** Null where the curve is not solved yet, or the set is not compared. */
export type ModelFits = Readonly<Record<ModelKey, Fit | null>>;

export interface TableFit {
  readonly table: MeasuredTable;
  readonly fits: ModelFits;
  /** What does not count and why, in words; empty when every point counts. */
  readonly remarks: readonly string[];
  readonly inTotal: boolean;
}

export interface FitReport {
  readonly range: EnergyRange;
  readonly tables: readonly TableFit[];
  readonly total: ModelFits;
  /** Largest estimated error of the curves that are compared. */
  readonly error: number;
}

function points(count: number): string {
  return count === 1 ? '1 point' : `${count} points`;
}

function remarksOn(fit: Fit | null): readonly string[] {
  if (fit === null) return [];
  return [
    fit.outside > 0 ? `${points(fit.outside)} outside the range` : '',
    fit.leftOut > 0 ? `${points(fit.leftOut)} left out` : '',
    fit.withoutErrors > 0 ? `${points(fit.withoutErrors)} without errors` : '',
    fit.beyondSolve > 0 ? `${points(fit.beyondSolve)} beyond the solved energies` : '',
  ].filter((remark) => remark !== '');
}

type Source = Pick<ExplorerState, 'lanes' | 'parameters' | 'view' | 'catalogue'>;

function spectrumOf(state: Source, model: ModelKey, species: SpeciesKey): Spectrum | null {
  const lane = laneOf(model, species);
  const curve = state.lanes[lane].curve;
  return curve === null ? null : laneSpectrum(lane, curve.propagated, state.parameters);
}

export function fitReport(state: Source, species: SpeciesKey): FitReport {
  const range = state.view.fitRange[species];
  const shown = visibleTables(state, species);
  const spectra = { thm: spectrumOf(state, 'thm', species), cm: spectrumOf(state, 'cm', species) };
  const tables = shown.map((table): TableFit => {
    const reason = notCompared(table);
    const over = (model: ModelKey) => {
      const spectrum = spectra[model];
      return spectrum === null || reason !== null ? null : fitOf(residuals(spectrum, table), range);
    };
    const fits = { thm: over('thm'), cm: over('cm') };
    const apart = reason ?? notInTotal(table, shown);
    const remarks = [...(apart === null ? [] : [apart]), ...remarksOn(fits.thm ?? fits.cm)];
    return { table, fits, remarks, inTotal: apart === null };
  });
  const total = (model: ModelKey) => {
    const counted = tables.filter((one) => one.inTotal).flatMap((one) => one.fits[model] ?? []);
    return spectra[model] === null ? null : sumOfFits(counted);
  };
  const errors = modelKeys.map(
    (model) => state.lanes[laneOf(model, species)].curve?.propagated.report.errorEstimate ?? 0,
  );
  return { range, tables, total: { thm: total('thm'), cm: total('cm') }, error: Math.max(...errors) };
}

/** "1.42", or a dash where no point counts. Whole numbers from 100 on: nobody reads 1234.56 per point. */
export function perPoint(fit: Fit | null): string {
  if (fit === null || fit.points === 0) return '–';
  const value = fit.chi2 / fit.points;
  if (!Number.isFinite(value)) return 'not finite';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value >= 10 ? 3 : 2);
}
