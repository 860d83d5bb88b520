/** Curves as SVG path data in the plot area's pixels: a few tens of microseconds, where a full redraw takes ~90 ms. */

import { curveStyle, strokeDasharray } from '../curveStyle';
import type { CurvePoints, ModelCurve } from '../curves';
import type { Palette } from '../palette';
import { type FigureSize, isDrawable } from '../panels';
import type { AxisRanges } from '../vocabulary';

/** How far outside the plot area a point may be written (pixels); beyond it only the direction of the line matters. */
const reach = 2000;

function within(at: number, length: number): number {
  return Math.max(-reach, Math.min(length + reach, at));
}

/** Empty where nothing can be drawn; points without a place on the axes are left out. */
export function curvePath(points: CurvePoints, ranges: AxisRanges, area: FigureSize): string {
  if (!isDrawable(area, ranges.x, ranges.y)) return '';
  const [left, right] = ranges.x;
  const [bottom, top] = ranges.y;
  const perDecadeX = area.width / (right - left);
  const perDecadeY = area.height / (top - bottom);
  const parts: string[] = [];
  let before = '';
  for (let index = 0; index < points.x.length; index++) {
    const x = (Math.log10(points.x[index]!) - left) * perDecadeX;
    const y = (top - Math.log10(points.y[index]!)) * perDecadeY;
    if (Number.isNaN(x) || Number.isNaN(y)) continue;
    const point = `${within(x, area.width).toFixed(1)},${within(y, area.height).toFixed(1)}`;
    if (x < 0) {
      before = point;
      continue;
    }
    // The line enters and leaves through the edges: one point on either side is kept.
    if (parts.length === 0 && before !== '') parts.push(before);
    parts.push(point);
    if (x > area.width) break;
  }
  return parts.length === 0 ? '' : `M${parts.join('L')}`;
}

export function lineMarkup(path: string, colour: string, width: number, dashes: string): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-dasharray="${dashes}" stroke-linejoin="round"/>`;
}

/** A model curve as SVG. */
export function curveMarkup(
  { id, points }: ModelCurve,
  ranges: AxisRanges,
  area: FigureSize,
  palette: Palette,
): string {
  const style = curveStyle(id);
  const path = curvePath(points, ranges, area);
  return lineMarkup(path, palette[style.colour], style.width, strokeDasharray(style));
}
