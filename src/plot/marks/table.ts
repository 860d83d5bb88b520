/** Published data with their errors as SVG, in the plot area's pixels. */
import { totalError } from '../../measurements/scaling';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { drawnTable } from '../axes';
import { experimentColour } from '../experimentColours';
import { markerOf, markerPath } from '../markers';
import type { ThemeName } from '../palette';
import type { FigureSize } from '../panels';
import type { AxisChoice, AxisRanges } from '../vocabulary';

export interface TableFrame {
  readonly choice: AxisChoice;
  readonly ranges: AxisRanges;
  readonly theme: ThemeName;
  readonly narrow: boolean;
  readonly area: FigureSize;
}

export function tableMarkup(
  table: MeasuredTable,
  all: readonly MeasuredTable[],
  { choice, ranges, theme, narrow, area }: TableFrame,
): string {
  const atX = (value: number) =>
    ((Math.log10(value) - ranges.x[0]) / (ranges.x[1] - ranges.x[0])) * area.width;
  const atY = (value: number) =>
    ((ranges.y[1] - Math.log10(Math.max(value, 1e-300))) / (ranges.y[1] - ranges.y[0])) * area.height;
  const marker = markerOf(table, all);
  const outline = markerPath(marker.shape, narrow ? 2.3 : 3);
  const bars: string[] = [];
  const points: string[] = [];
  for (const point of drawnTable(table, choice).points) {
    const { low, high } = totalError(point);
    const foot = Math.min(area.height + 9, atY(point.y - (low ?? 0)));
    const places = [atX(point.x), foot, atY(point.y + (high ?? 0)), atY(point.y)];
    if (!places.every(Number.isFinite)) continue;
    const [x, bottom, top, y] = places.map((place) => place.toFixed(1));
    bars.push(`M${x},${bottom}V${top}`);
    points.push(`<path d="${outline}" transform="translate(${x} ${y})"/>`);
  }
  const colour = experimentColour(table.experiment, theme);
  const look = marker.open ? `fill="none" stroke-width="1.4"` : `fill="${colour}" stroke-width="0"`;
  return `<path d="${bars.join('')}" stroke="${colour}" fill="none"/><g stroke="${colour}" ${look}>${points.join('')}</g>`;
}
