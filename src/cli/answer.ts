/** What a command's solve comes to: columns of numbers, and how they were reached. */
import type { SolveKey } from '../model/particles';
import type { SolveReport } from '../model/propagated';

/** Named columns of one length, in the order in which they are printed. */
export type Columns = Readonly<Record<string, readonly number[]>>;

export interface Solution {
  readonly report: SolveReport;
  /** What was solved beside the leading one: nuclei and secondaries have the protons' scale. */
  readonly solvedWith?: readonly SolvedPart[];
  /**
   * Spectrum: kineticEnergyGeV (of nuclei kineticEnergyPerNucleonGeV), rigidityGV, lis, modulated, lis_<nearby source>. Profile: zKpc
   * or rKpc, lis. Observable: x, lis, modulated.
   */
  readonly columns: Columns;
}

export interface SolvedPart {
  readonly solve: SolveKey;
  readonly report: SolveReport;
}

/** The largest of the estimated errors of what was solved; NaN where one is none. */
export function largestError({
  report,
  solvedWith = [],
}: Pick<Solution, 'solvedWith'> & { readonly report: Pick<SolveReport, 'errorEstimate'> }): number {
  return Math.max(report.errorEstimate, ...solvedWith.map((part) => part.report.errorEstimate));
}
