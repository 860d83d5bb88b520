/**
 * A model against a table. A model is a function of x on the table's own axis and in its own flux unit:
 * convert one of the two first (axes.ts).
 */
import { convertAbscissa } from './axes';
import { totalError } from './scaling';
import type { Axis, MeasuredPoint, MeasuredTable } from './tableTypes';

/** Inclusive range on a table's own axis and in its unit. */
export interface Band {
  readonly low: number;
  readonly high: number;
}

/** Where a species is tied to data: the set that the presets are scaled to, and the band, for this set and any other. */
export interface NormalisationWindow {
  readonly tableId: string;
  /** The band's own axis. */
  readonly axis: Axis;
  readonly band: Band;
}

/**
 * Protons on AMS-02 2015 at 40-120 GV: high enough that solar modulation and injection break no longer
 * matter, low enough that the statistics do not.
 */
export const protonNormalisation: NormalisationWindow = {
  tableId: 'ams02-2015-p',
  axis: 'R',
  band: { low: 40, high: 120 },
};

/** Electrons on the AMS-02 2014 electron-minus-positron difference at 10-20 GeV kinetic energy. */
export const electronNormalisation: NormalisationWindow = {
  tableId: 'ams02-2014-electron-minus-positron',
  axis: 'EK',
  band: { low: 10, high: 20 },
};

/** The band of a window on a table's own axis. */
export function bandOn({ axis, band }: NormalisationWindow, table: MeasuredTable): Band {
  const on = (x: number) => convertAbscissa(table.quantity, axis, table.axis, x);
  return { low: on(band.low), high: on(band.high) };
}

/** Flux of a model at x, on the axis and in the unit of the table it is compared with. */
export type ModelFlux = (x: number) => number;

export interface BandRatio {
  readonly ratio: number;
  readonly points: number;
}

/** The points of a table in a band, without those left out of chi2. */
export function inBand(table: MeasuredTable, band: Band): readonly MeasuredPoint[] {
  return table.points.filter((point) => !point.leftOutOfChi2 && point.x >= band.low && point.x <= band.high);
}

/**
 * Unweighted mean of model/data over the table's points in a band (points left out of chi2 excepted).
 * Null when no point lies there or the model is not finite at one of them.
 */
export function bandRatio(model: ModelFlux, table: MeasuredTable, band: Band): BandRatio | null {
  const points = inBand(table, band);
  if (points.length === 0) return null;
  const sum = points.reduce((total, point) => total + model(point.x) / point.y, 0);
  return Number.isFinite(sum) ? { ratio: sum / points.length, points: points.length } : null;
}

/**
 * (model - data) over the total error on the model's side of the point, or null if the point does not count:
 * left out of chi2, or without a positive error on both sides (then whether it counts cannot depend on the model).
 */
export function pull(model: ModelFlux, point: MeasuredPoint): number | null {
  if (point.leftOutOfChi2) return null;
  const { low, high } = totalError(point);
  if (low === null || high === null || low <= 0 || high <= 0) return null;
  const difference = model(point.x) - point.y;
  return difference / (difference > 0 ? high : low);
}
