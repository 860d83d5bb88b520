/** Drawing and comparing helpers on single points: total errors, and E^k times the flux. */
import type { MeasuredPoint } from './tableTypes';

/** Downward and upward error of one point, in the unit of its flux; null where the source gives none. */
export interface TwoSidedError {
  readonly low: number | null;
  readonly high: number | null;
}

function quadrature(first: number | null, second: number | null): number | null {
  if (first === null) return second;
  return second === null ? first : Math.hypot(first, second);
}

/**
 * Statistical and systematic error in quadrature, side by side. With one of the two unpublished it is the
 * other one, so for a statistical-only table it is a lower bound; with both unpublished it is null.
 */
export function totalError(point: MeasuredPoint): TwoSidedError {
  return { low: quadrature(point.statLow, point.sysLow), high: quadrature(point.statHigh, point.sysHigh) };
}

/**
 * The point with its flux and errors multiplied by x to the power `exponent` (x in the axis' unit), as drawn
 * in an E^k plot. The abscissa and the bin edges stay.
 */
export function scaledByPower(point: MeasuredPoint, exponent: number): MeasuredPoint {
  return multipliedBy(point, point.x ** exponent);
}

/** The point with its flux and every published error multiplied by one positive factor. */
export function multipliedBy(point: MeasuredPoint, factor: number): MeasuredPoint {
  const times = (error: number | null) => (error === null ? null : error * factor);
  return {
    ...point,
    y: point.y * factor,
    statLow: times(point.statLow),
    statHigh: times(point.statHigh),
    sysLow: times(point.sysLow),
    sysHigh: times(point.sysHigh),
  };
}
