/** Frozen curves as they are drawn: thinner than what moves, in the colour of their model, each with a line pattern of its own. */
import type { ModelKey } from '../../model/models';
import type { CurvePoints } from '../curves';
import type { Palette } from '../palette';
import type { FigureSize } from '../panels';
import type { AxisRanges } from '../vocabulary';
import { curvePath, lineMarkup } from './curve';

/** Lengths of lines and gaps in pixels, by slot: for Plotly, SVG and the legend alike. */
export const ghostDashes = ['2,3', '7,4', '14,4', '10,4,2,4', '6,3,2,3,2,3', '18,4,6,4'] as const;
/** Pixels: dots and dashes of less than two are lost among data. */
export const ghostWidth = 1.9;

export interface GhostCurve {
  readonly slot: number;
  readonly name: string;
  readonly model: ModelKey;
  readonly points: CurvePoints;
  /** Bears the name: one curve of each ghost does, of the two-halo model where that is shown. */
  readonly named: boolean;
}

/** The same to a thousandth: less than a line's width, more than what two solves of one model differ by. */
function sameCurve(one: CurvePoints, other: CurvePoints): boolean {
  if (one === other) return true;
  return (
    one.y.length === other.y.length &&
    one.y.every((value, index) => Math.abs(value / other.y[index]! - 1) < 1e-3)
  );
}

/**
 * Without curves that only repeat another of their model under a second pattern, which would fill its gaps: freezing
 * while only the two-halo model is changed gives the conventional one again and again. The curve that bears the name stays.
 */
export function withoutRepeats(
  ghosts: readonly GhostCurve[],
  present: readonly { readonly id: string; readonly points: CurvePoints }[] = [],
): readonly GhostCurve[] {
  return ghosts.filter(({ model, points, named }, index) => {
    if (named) return true;
    const others = [
      ...present.filter(({ id }) => id === model),
      ...ghosts.slice(0, index).filter((other) => other.model === model),
    ];
    return !others.some((other) => sameCurve(points, other.points));
  });
}

/** As SVG. */
export function ghostMarkup(
  { points, model, slot }: GhostCurve,
  ranges: AxisRanges,
  area: FigureSize,
  palette: Palette,
): string {
  return lineMarkup(curvePath(points, ranges, area), palette[model], ghostWidth, ghostDashes[slot] ?? '');
}
