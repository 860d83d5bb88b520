/**
 * A model's curve against a table, point by point: pull, ratio, or why a point does not count. Kinetic energies
 * here are in GeV, of nuclei per nucleon, whatever the table's own axis, so that one range serves every table of a figure.
 * The comparison itself is made on the table's own axis, on which isotopes are added.
 *
 * Not done here: correlations between bins. They are not published in a common form, so every chi2 takes bins as
 * independent and is too small where systematic errors dominate.
 */
import { kineticEnergyAt } from '../measurements/axes';
import { pull } from '../measurements/compare';
import type { MeasuredPoint, MeasuredTable } from '../measurements/tableTypes';
import { memoByIdentity } from '../memo/memoByIdentity';
import { type ComparedCurve, type CurveOnTable, curveOnTable } from './spectrumOnTable';

export interface Residual {
  readonly point: MeasuredPoint;
  readonly kineticEnergyGeV: number;
  /** Model over data; null where the solve does not reach the point, or the flux measured is not positive. */
  readonly ratio: number | null;
  /** (model - data) / error on the model's side; null where the point does not count. */
  readonly pull: number | null;
  readonly why: 'counts' | 'left out' | 'no errors' | 'beyond the solve';
}

function residual(table: MeasuredTable, curve: CurveOnTable, point: MeasuredPoint): Residual {
  const at = { point, kineticEnergyGeV: kineticEnergyAt(table.quantity, table.axis, point.x) };
  if (!curve.isSolvedAt(point.x)) return { ...at, ratio: null, pull: null, why: 'beyond the solve' };
  const ratio = point.y > 0 ? curve.flux(point.x) / point.y : null;
  const value = pull(curve.flux, point);
  const excluded = point.leftOutOfChi2 ? 'left out' : 'no errors';
  return { ...at, ratio, pull: value, why: value === null ? excluded : 'counts' };
}

/** Both models of up to three observables, each over as many tables as are published. */
const residualsOf = memoByIdentity(
  (curve: ComparedCurve) =>
    memoByIdentity((table: MeasuredTable): readonly Residual[] => {
      const onTable = curveOnTable(curve, table);
      return table.points.map((point) => residual(table, onTable, point));
    }, 100),
  8,
);

/** One residual for each point of the table, in its order. Panel and chi2 ask for the same. */
export function residuals(curve: ComparedCurve, table: MeasuredTable): readonly Residual[] {
  return residualsOf(curve)(table);
}

/** Kinetic energies in GeV, of nuclei per nucleon, both ends included. */
export type AgreementRange = readonly [from: number, to: number];

/** chi2 of one table or of several, and what became of the points that do not count. */
export interface Agreement {
  readonly chi2: number;
  /** Points that count. No parameter is fitted here, so this is the number of degrees of freedom. */
  readonly points: number;
  readonly outside: number;
  readonly leftOut: number;
  readonly withoutErrors: number;
  readonly beyondSolve: number;
}

export function agreementOf(list: readonly Residual[], [from, to]: AgreementRange): Agreement {
  const inside = list.filter((one) => one.kineticEnergyGeV >= from && one.kineticEnergyGeV <= to);
  const count = (why: Residual['why']) => inside.filter((one) => one.why === why).length;
  return {
    chi2: inside.reduce((sum, one) => sum + (one.pull ?? 0) ** 2, 0),
    points: count('counts'),
    outside: list.length - inside.length,
    leftOut: count('left out'),
    withoutErrors: count('no errors'),
    beyondSolve: count('beyond the solve'),
  };
}

export function sumOfAgreements(agreements: readonly Agreement[]): Agreement {
  const sum = (key: keyof Agreement) => agreements.reduce((total, agreement) => total + agreement[key], 0);
  return {
    chi2: sum('chi2'),
    points: sum('points'),
    outside: sum('outside'),
    leftOut: sum('leftOut'),
    withoutErrors: sum('withoutErrors'),
    beyondSolve: sum('beyondSolve'),
  };
}
