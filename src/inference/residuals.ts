/**
 * A model spectrum against a table, point by point: pull, ratio, or why a point does not count. Kinetic energies
 * here are in GeV whatever the table's own axis, so that one range serves every table of a figure.
 *
 * Not done here: correlations between bins. They are not published in a common form, so every chi2 takes bins as
 * independent and is too small where systematic errors dominate.
 */
import { kineticEnergyAt } from '../measurements/axes';
import { pull } from '../measurements/compare';
import type { MeasuredPoint, MeasuredTable } from '../measurements/tableTypes';
import { memoByIdentity } from '../memo/memoByIdentity';
import type { ObservableSpectrum } from '../model/propagated';
import { fluxOnTable } from './spectrumOnTable';

export interface Residual {
  readonly point: MeasuredPoint;
  readonly kineticEnergyGeV: number;
  /** Model over data; null where the solve does not reach the point, or the flux measured is not positive. */
  readonly ratio: number | null;
  /** (model - data) / error on the model's side; null where the point does not count. */
  readonly pull: number | null;
  readonly why: 'counts' | 'left out' | 'no errors' | 'beyond the solve';
}

function residual(
  spectrum: ObservableSpectrum,
  table: MeasuredTable,
  flux: (x: number) => number,
  point: MeasuredPoint,
): Residual {
  const energy = kineticEnergyAt(table.quantity, table.axis, point.x);
  const first = spectrum.kineticEnergyGeV[0] ?? Number.POSITIVE_INFINITY;
  const last = spectrum.kineticEnergyGeV.at(-1) ?? 0;
  const at = { point, kineticEnergyGeV: energy };
  if (!(energy >= first && energy <= last))
    return { ...at, ratio: null, pull: null, why: 'beyond the solve' };
  const ratio = point.y > 0 ? flux(point.x) / point.y : null;
  const value = pull(flux, point);
  const excluded = point.leftOutOfChi2 ? 'left out' : 'no errors';
  return { ...at, ratio, pull: value, why: value === null ? excluded : 'counts' };
}

/** Both models of both species, each over as many tables as are published. */
const residualsOf = memoByIdentity(
  (spectrum: ObservableSpectrum) =>
    memoByIdentity((table: MeasuredTable): readonly Residual[] => {
      const flux = fluxOnTable(spectrum, table);
      return table.points.map((point) => residual(spectrum, table, flux, point));
    }, 100),
  8,
);

/** One residual for each point of the table, in its order. Panel and chi2 ask for the same. */
export function residuals(spectrum: ObservableSpectrum, table: MeasuredTable): readonly Residual[] {
  return residualsOf(spectrum)(table);
}

/** Kinetic energies in GeV, both ends included. */
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
