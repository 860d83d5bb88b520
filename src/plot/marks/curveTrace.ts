/** A model curve for Plotly. Built fresh for each draw: Plotly mutates what it is given. */
import type { Dash, Data } from 'plotly.js';
import { abscissaUnit, valueText } from '../axes';
import { curveStyle, dashPixels } from '../curveStyle';
import type { CurvePoints, ModelCurve } from '../curves';
import { scientific } from '../hover';
import { palettes, type ThemeName } from '../palette';
import type { AxisChoice, AxisRanges } from '../vocabulary';
import { plainText } from './ghostTrace';

/** Trace uid of a curve; Plotly makes it part of a class name, by which the live layer hides the committed curve. */
export function curveUid(id: ModelCurve['id']): string {
  return `curve-${id}`;
}

/** Index of the highest point of a curve that is in view (log10 of the ends of the axes), or -1. */
function highestInView({ x, y }: CurvePoints, ranges: AxisRanges): number {
  let highest = -1;
  for (let index = 0; index < x.length; index++) {
    const at = Math.log10(x[index]!);
    const value = Math.log10(y[index]!);
    const isInView = at > ranges.x[0] && at < ranges.x[1] && value > ranges.y[0] && value < ranges.y[1];
    if (isInView && (highest < 0 || y[index]! > y[highest]!)) highest = index;
  }
  return highest;
}

export function curveTrace(
  curve: ModelCurve,
  choice: AxisChoice,
  ranges: AxisRanges,
  theme: ThemeName,
): Data {
  const style = curveStyle(curve.id);
  const unit = abscissaUnit(choice);
  const { label } = curve;
  const highest = label === undefined ? -1 : highestInView(curve.points, ranges);
  const colour = palettes[theme][style.colour];
  return {
    type: 'scatter',
    ...(label === undefined || label === ''
      ? { mode: 'lines' as const }
      : {
          mode: 'text+lines' as const,
          text: curve.points.x.map((_, index) => (index === highest ? plainText(label) : '')),
          textposition: 'top center' as const,
          textfont: { size: 11, color: colour },
        }),
    uid: curveUid(curve.id),
    name: curve.name,
    x: [...curve.points.x],
    y: [...curve.points.y],
    // The cast: Plotly also takes dash lengths in pixels here, its types list only the named dashes.
    line: { color: colour, width: style.width, dash: dashPixels(style) as Dash },
    opacity: style.opacity,
    customdata: curve.points.x.map((x, index) => [
      scientific(x),
      scientific(curve.points.y[index]! / x ** choice.power),
    ]),
    hovertemplate: `<b>${curve.name}</b><br>%{customdata[0]} ${unit}<br>${valueText(choice, '%{customdata[1]}')}<extra></extra>`,
  };
}
