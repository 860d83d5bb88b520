/**
 * Which model curves run above or below the axes in view, whether that is worth a word, and the axes that hold curves and
 * data. Every spectrum ends in a cutoff and leaves the frame there: only more than that is told. Pure.
 */
import type { MeasuredTable } from '../measurements/tableTypes';
import { modelKeys, models } from '../model/models';
import { drawnTable } from './axes';
import { type CurveId, type CurvePoints, curveNames, type ModelCurve } from './curves';
import type { AxisChoice, AxisRanges } from './vocabulary';

/** A curve may be outside over this part of its way through the view without a word: its cutoff. */
const quietShare = 0.2;
/** From here on nothing worth looking at is left. */
const goneShare = 0.95;
/** The axes that are offered leave out the lowest part of each curve's way, which a cutoff takes down without end. */
const cutoffShare = 0.1;

/** Curves that are wholes: those of single sources and of what is left without them lie low by nature. */
const followed: ReadonlyMap<CurveId, string> = new Map([
  ...modelKeys.flatMap((model): [CurveId, string][] => [
    [model, models[model].short],
    [`${model}-lis`, curveNames[`${model}-lis`]],
    [`3d-${model}`, curveNames[`3d-${model}`]],
  ]),
  ['analytic', 'Eq. 4'],
]);

export interface CurveOutside {
  readonly name: string;
  readonly side: 'above' | 'below';
  /** Nothing of it, or hardly anything, is left in view. */
  readonly isGone: boolean;
}

/** Pieces of a curve within the abscissae in view: their length (decades) and the height of their middle (log10). */
function piecesInView({ x, y }: CurvePoints, [left, right]: readonly [number, number]) {
  const pieces: { readonly length: number; readonly height: number }[] = [];
  for (let index = 1; index < x.length; index++) {
    const from = Math.max(left, Math.log10(x[index - 1]!));
    const to = Math.min(right, Math.log10(x[index]!));
    const height = (Math.log10(y[index - 1]!) + Math.log10(y[index]!)) / 2;
    if (to > from && Number.isFinite(height)) pieces.push({ length: to - from, height });
  }
  return pieces;
}

function lengthOf(pieces: readonly { readonly length: number }[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

/** The curves of which more than a cutoff lies outside the frame, in the order in which they are drawn. */
export function curvesOutside(
  curves: readonly ModelCurve[],
  { x, y: [bottom, top] }: AxisRanges,
): readonly CurveOutside[] {
  return curves.flatMap(({ id, points }): readonly CurveOutside[] => {
    const name = followed.get(id);
    if (name === undefined) return [];
    const pieces = piecesInView(points, x);
    const whole = lengthOf(pieces);
    const above = lengthOf(pieces.filter(({ height }) => height > top));
    const below = lengthOf(pieces.filter(({ height }) => height < bottom));
    const share = whole > 0 ? (above + below) / whole : 0;
    if (share <= quietShare) return [];
    return [{ name, side: above > below ? 'above' : 'below', isGone: share >= goneShare }];
  });
}

/** One sentence without its full stop; empty when all is well. */
export function outsideText(outside: readonly CurveOutside[]): string {
  const names = outside.map(({ name }) => name);
  const [last, ...others] = names.toReversed();
  if (last === undefined) return '';
  const all = others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
  const isOne = outside.length === 1;
  if (outside.every(({ isGone }) => isGone)) return `${all} ${isOne ? 'is' : 'are'} out of the frame`;
  return `${all} ${isOne ? 'leaves' : 'leave'} the frame`;
}

/** The height (log10) above which all but the lowest `share` of a curve's way lies. */
function heightWithout(share: number, pieces: ReturnType<typeof piecesInView>): number {
  let left = share * lengthOf(pieces);
  for (const { length, height } of pieces.toSorted((one, other) => one.height - other.height)) {
    left -= length;
    if (left < 0) return height;
  }
  return Number.POSITIVE_INFINITY;
}

/** The abscissae in view with ordinates that hold data and curves but for their cutoffs; null without anything to hold. */
export function rangesThatHold(
  curves: readonly ModelCurve[],
  tables: readonly MeasuredTable[],
  choice: AxisChoice,
  x: readonly [number, number],
): AxisRanges | null {
  const data = tables
    .flatMap((table) => drawnTable(table, choice).points)
    .filter((point) => Math.log10(point.x) >= x[0] && Math.log10(point.x) <= x[1])
    .map((point) => Math.log10(point.y));
  const ways = curves.filter(({ id }) => followed.has(id)).map(({ points }) => piecesInView(points, x));
  const lowest = Math.min(...data, ...ways.map((pieces) => heightWithout(cutoffShare, pieces)));
  const highest = Math.max(...data, ...ways.flatMap((pieces) => pieces.map(({ height }) => height)));
  if (!(highest >= lowest) || !Number.isFinite(highest - lowest)) return null;
  const margin = 0.06 * (highest - lowest) + 0.1;
  return { x, y: [lowest - margin, highest + margin] };
}
