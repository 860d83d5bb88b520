/**
 * The local spectral index gamma(x) = -d ln J / d ln x of a curve or of a table: a power law fitted in a window that slides
 * along it. Data and models are fitted over the same width, so that both are smoothed alike.
 *
 * Not done here: correlations between bins, as in residuals.ts. Systematic errors that move neighbours together move the index
 * less than they would if bins were independent, so the error given is on the large side where they dominate.
 */
import { convertTable } from '../measurements/axes';
import { totalError } from '../measurements/scaling';
import type { MeasuredPoint, MeasuredTable } from '../measurements/tableTypes';
import { memoByIdentity } from '../memo/memoByIdentity';

/** Full width of the window, in decades of the abscissa: half a dozen bins of AMS-02, two of CREAM. */
export const windowDecades = 0.4;
/** Four points for two numbers: where a window holds fewer it widens to its nearest ones. */
export const fewestPoints = 4;
/** What is wider than this (decades) is not local any more. */
const widestDecades = 1;
/** Bins that lie on the edge of a window lie in it, whatever the last digit. */
const roundOff = 1e-9;

/** A positive flux at a positive abscissa; `relativeError` is that of the flux, one standard deviation. */
export interface FluxPoint {
  readonly x: number;
  readonly flux: number;
  readonly relativeError: number;
}

export interface LocalIndex {
  /** Weighted mean of the window's points in ln x: there the fit is the tangent of a curve that bends gently. */
  readonly x: number;
  /** First and last point of the window. */
  readonly from: number;
  readonly to: number;
  /** Positive for a falling flux. */
  readonly index: number;
  /** One standard deviation, of the errors of the points alone. */
  readonly error: number;
  readonly points: number;
}

/** Weighted least squares of ln flux on ln x; the error of the slope is (sum w (ln x - mean)^2)^(-1/2). */
export function powerLawFit(points: readonly FluxPoint[]): LocalIndex {
  let weights = 0;
  let sumX = 0;
  let sumY = 0;
  for (const { x, flux, relativeError } of points) {
    const weight = relativeError ** -2;
    weights += weight;
    sumX += weight * Math.log(x);
    sumY += weight * Math.log(flux);
  }
  const [meanX, meanY] = [sumX / weights, sumY / weights];
  let spread = 0;
  let slope = 0;
  for (const { x, flux, relativeError } of points) {
    const offset = (Math.log(x) - meanX) / relativeError ** 2;
    spread += offset * (Math.log(x) - meanX);
    slope += offset * (Math.log(flux) - meanY);
  }
  return {
    x: Math.exp(meanX),
    from: points[0]?.x ?? Number.NaN,
    to: points.at(-1)?.x ?? Number.NaN,
    index: -slope / spread,
    error: 1 / Math.sqrt(spread),
    points: points.length,
  };
}

/** Indices of the first and the last point of the window around a point. */
function windowAround(logs: readonly number[], centre: number): readonly [number, number] {
  let [first, last] = [centre, centre];
  const reach = windowDecades / 2 + roundOff;
  const below = () => logs[centre]! - (logs[first - 1] ?? Number.NEGATIVE_INFINITY);
  const above = () => (logs[last + 1] ?? Number.POSITIVE_INFINITY) - logs[centre]!;
  for (;;) {
    const isShort = last - first + 1 < Math.min(fewestPoints, logs.length);
    const [down, up] = [below(), above()];
    if (Math.min(down, up) > reach && !isShort) return [first, last];
    if (down <= up) first -= 1;
    else last += 1;
  }
}

/** The fit around each point, ascending in x as the points are; windows that hold the same points come once. */
export function slidingIndices(points: readonly FluxPoint[]): readonly LocalIndex[] {
  if (points.length < fewestPoints) return [];
  const logs = points.map(({ x }) => Math.log10(x));
  const fits: LocalIndex[] = [];
  let previous = '';
  for (let centre = 0; centre < points.length; centre++) {
    const [first, last] = windowAround(logs, centre);
    const window = `${first} ${last}`;
    if (window === previous || logs[last]! - logs[first]! > widestDecades) continue;
    previous = window;
    fits.push(powerLawFit(points.slice(first, last + 1)));
  }
  return fits;
}

/**
 * Statistical and systematic error in quadrature, the mean of both sides; null where the point does not count: the rule of
 * `pull` (measurements/compare.ts).
 */
function fluxPoint(point: MeasuredPoint): FluxPoint | null {
  const { low, high } = totalError(point);
  if (point.leftOutOfChi2 || low === null || high === null || low <= 0 || high <= 0) return null;
  if (!(point.y > 0) || !(point.x > 0)) return null;
  return { x: point.x, flux: point.y, relativeError: (low + high) / 2 / point.y };
}

/** The local index of a published flux, as a flux per unit of `axis`. Empty for a table without errors. */
export const measuredIndices = memoByIdentity(
  (table: MeasuredTable, axis: 'EK' | 'R'): readonly LocalIndex[] =>
    slidingIndices(convertTable(table, axis).points.flatMap((point) => fluxPoint(point) ?? [])),
  // As many tables as are published.
  100,
);

/** Those of the fits whose windows share no point, from the left: independent of each other as far as the bins are. */
export function separateWindows(fits: readonly LocalIndex[]): readonly LocalIndex[] {
  const separate: LocalIndex[] = [];
  for (const fit of fits) if (fit.from > (separate.at(-1)?.to ?? 0)) separate.push(fit);
  return separate;
}

/** The local index of a curve where the whole window lies on it. Points whose flux is not positive are left out. */
export function curveIndices(x: ArrayLike<number>, flux: ArrayLike<number>): readonly LocalIndex[] {
  const points = Array.from(x, (at, i) => ({ x: at, flux: flux[i] ?? Number.NaN, relativeError: 1 })).filter(
    (point) => point.flux > 0 && Number.isFinite(point.flux) && point.x > 0,
  );
  const margin = 10 ** (windowDecades / 2);
  const first = (points[0]?.x ?? 0) * margin;
  const last = (points.at(-1)?.x ?? 0) / margin;
  return slidingIndices(points).filter((fit) => fit.x >= first && fit.x <= last);
}

/** The index at an abscissa, between neighbouring fits linear in ln x; null beyond them. */
export function indexAt(fits: readonly LocalIndex[], x: number): number | null {
  const right = fits.findIndex((fit) => fit.x >= x);
  const above = fits[right];
  if (above === undefined) return null;
  if (above.x === x) return above.index;
  const below = fits[right - 1];
  if (below === undefined) return null;
  const share = Math.log(x / below.x) / Math.log(above.x / below.x);
  return below.index + share * (above.index - below.index);
}

export interface IndexChange {
  /** Change of the index per decade, with its sign: negative where the spectrum hardens. */
  readonly perDecade: number;
  readonly x: number;
}

/** Where the index changes fastest between two abscissae, over a fifth of a decade; null where the fits do not reach. */
export function fastestChange(fits: readonly LocalIndex[], from: number, to: number): IndexChange | null {
  const half = 0.1;
  let fastest: IndexChange | null = null;
  const steps = Math.round(20 * Math.log10(to / from));
  for (let step = 0; step <= steps; step++) {
    const x = from * (to / from) ** (step / steps);
    const before = indexAt(fits, x * 10 ** -half);
    const after = indexAt(fits, x * 10 ** half);
    if (before === null || after === null) continue;
    const perDecade = (after - before) / (2 * half);
    if (fastest === null || Math.abs(perDecade) > Math.abs(fastest.perDecade)) fastest = { perDecade, x };
  }
  return fastest;
}
