/**
 * What a published table of fluxes is, once parsed. Fluxes and errors are per m^2 s sr and per unit of the
 * table's axis, ratios of fluxes plain numbers; errors are absolute and one-sided magnitudes. `null` always means "the source gives none",
 * never zero; a zero is a zero as printed (an error that rounds to 0 in the publication).
 */

/** `R` rigidity (GV), `EK` kinetic energy (GeV), `EKN` kinetic energy per nucleon (GeV/n), `ETOT` total energy (GeV). */
export const axes = ['R', 'EK', 'EKN', 'ETOT'] as const;
export type Axis = (typeof axes)[number];

/**
 * What was counted. `e- + e+`: both charges together. `e- minus e+`: the difference of two tables (difference.ts). Elements are
 * all isotopes together, and ratios have the denominator behind the stroke: both at equal x on the table's own axis.
 * `e+ fraction`: e+ / (e- + e+).
 */
export const quantities = [
  'p',
  'e-',
  'e+',
  'e- + e+',
  'e- minus e+',
  'He',
  'Li',
  'Be',
  'B',
  'C',
  'N',
  'O',
  'Ne',
  'Mg',
  'Si',
  'Li/C',
  'Be/C',
  'B/C',
  'Be10/Be9',
  'pbar',
  'pbar/p',
  'e+ fraction',
] as const;
export type Quantity = (typeof quantities)[number];

/** Which errors the source publishes. Total errors stand in the columns of the systematic ones. */
export const publishedErrors = [
  'statistical and systematic',
  'statistical only',
  'total only',
  'none',
] as const;
export type PublishedErrors = (typeof publishedErrors)[number];

/** One bin of a table. Units: `x` in the axis' unit, `y` and the errors in the table's flux unit. */
export interface MeasuredPoint {
  readonly x: number;
  readonly xLow: number | null;
  readonly xHigh: number | null;
  readonly y: number;
  readonly statLow: number | null;
  readonly statHigh: number | null;
  readonly sysLow: number | null;
  readonly sysHigh: number | null;
  /** True where the point is drawn but must not enter a chi2 or a normalisation; the table's notes say why. */
  readonly leftOutOfChi2: boolean;
}

export interface Publication {
  readonly citation: string;
  readonly doi: string;
  readonly bibcode: string;
}

export interface MeasuredTable {
  /** Stable name for URLs, state files and the legend's switches, for example `ams02-2015-p`. */
  readonly id: string;
  readonly experiment: string;
  readonly year: number;
  readonly quantity: Quantity;
  readonly axis: Axis;
  readonly xUnit: string;
  readonly fluxUnit: string;
  /** One for a published table; every source for a derived one. */
  readonly publications: readonly Publication[];
  /** Where the numbers were taken from (database or the paper itself). */
  readonly database: string;
  /** Data-taking period as the source states it, or null. Solar modulation differs between periods. */
  readonly period: string | null;
  /** What the abscissa of a bin is: a published mean, a Lafferty-Wyatt point, a bin centre. */
  readonly abscissa: string;
  readonly errors: PublishedErrors;
  /** The hadronic interaction model an air-shower result was unfolded with, else null. */
  readonly hadronicModel: string | null;
  /** Which model curve the table is comparable with. */
  readonly compareWith: 'interstellar' | 'modulated';
  readonly drawByDefault: boolean;
  /** Id of the table that carries the same numbers, or null. */
  readonly duplicateOf: string | null;
  /** Ids of the tables this one was computed from; empty for a published table. */
  readonly derivedFrom: readonly string[];
  readonly notes: string;
  /** Ascending in x. */
  readonly points: readonly MeasuredPoint[];
}

/** A parsed value, or why it was refused, in words for a person. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: string };
