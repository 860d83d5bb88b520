/** chi2 of both models over the data sets that are shown, for one figure. */

import { notCompared, notInTotal } from '../../inference/comparable';
import { type Agreement, agreementOf, residuals, sumOfAgreements } from '../../inference/residuals';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { type ModelKey, modelKeys, modelRecord } from '../../model/models';
import { type ObservableId, solvesOf } from '../../model/observables';
import type { EnergyRange } from '../../plot/vocabulary';
import type { ExplorerState } from '../explorerState';
import { laneOf } from '../lanes';
import { rangeOf } from '../view';
import { shownObservable } from './shownSpectra';
import { visibleTables } from './tables';

/** Null where the curve is not solved yet, or the set is not compared. */
export type ModelAgreements = Readonly<Record<ModelKey, Agreement | null>>;

export interface TableAgreement {
  readonly table: MeasuredTable;
  readonly agreements: ModelAgreements;
  /** What does not count and why, in words; empty when every point counts. */
  readonly remarks: readonly string[];
  readonly inTotal: boolean;
}

export interface AgreementReport {
  readonly observable: ObservableId;
  readonly range: EnergyRange;
  readonly tables: readonly TableAgreement[];
  readonly total: ModelAgreements;
  /** Largest estimated error of the curves that are compared. */
  readonly error: number;
}

function points(count: number): string {
  return count === 1 ? '1 point' : `${count} points`;
}

function remarksOn(agreement: Agreement | null | undefined): readonly string[] {
  if (!agreement) return [];
  return [
    agreement.outside > 0 ? `${points(agreement.outside)} outside the range` : '',
    agreement.leftOut > 0 ? `${points(agreement.leftOut)} left out` : '',
    agreement.withoutErrors > 0 ? `${points(agreement.withoutErrors)} without errors` : '',
    agreement.beyondSolve > 0 ? `${points(agreement.beyondSolve)} beyond the solved energies` : '',
  ].filter((remark) => remark !== '');
}

type Source = Pick<ExplorerState, 'lanes' | 'parameters' | 'view' | 'catalogue'>;

export function agreementReport(state: Source, id: ObservableId): AgreementReport {
  const range = rangeOf(state.view, id);
  const shown = visibleTables(state, id);
  const spectra = modelRecord((model) => shownObservable(state, model, id));
  const tables = shown.map((table): TableAgreement => {
    const reason = notCompared(table, table.quantity === id);
    const over = (model: ModelKey) => {
      const spectrum = spectra[model];
      return spectrum === null || reason !== null ? null : agreementOf(residuals(spectrum, table), range);
    };
    const agreements = modelRecord(over);
    const apart = reason ?? notInTotal(table, shown);
    const remarks = [
      ...(apart === null ? [] : [apart]),
      ...remarksOn(modelKeys.map((model) => agreements[model]).find((one) => one !== null)),
    ];
    return { table, agreements, remarks, inTotal: apart === null };
  });
  const total = (model: ModelKey) => {
    const counted = tables.filter((one) => one.inTotal).flatMap((one) => one.agreements[model] ?? []);
    return spectra[model] === null ? null : sumOfAgreements(counted);
  };
  const errors = modelKeys.flatMap((model) =>
    solvesOf(id).map(
      (solve) => state.lanes[laneOf(model, solve)].curve?.propagated.report.errorEstimate ?? 0,
    ),
  );
  return { observable: id, range, tables, total: modelRecord(total), error: Math.max(...errors) };
}

/** "1.42", or a dash where no point counts. Whole numbers from 100 on: nobody reads 1234.56 per point. */
export function perPoint(agreement: Agreement | null): string {
  if (agreement === null || agreement.points === 0) return '–';
  const value = agreement.chi2 / agreement.points;
  if (!Number.isFinite(value)) return 'not finite';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(value >= 10 ? 3 : 2);
}
