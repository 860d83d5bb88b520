/** Plotly traces of model curves and of published data. Built fresh for each draw: Plotly mutates what it is given. */
import type { Dash, Data } from 'plotly.js';
import { totalError } from '../measurements/scaling';
import type { MeasuredTable } from '../measurements/tableTypes';
import { abscissaUnit, drawnTable } from './axes';
import { curveStyle, dashPixels } from './curveStyle';
import type { CurvePoints, ModelCurve } from './curves';
import { plainText } from './ghostCurves';
import { measuredText, quantityText, scientific, sourceText, tableTitle } from './hover';
import { markerOf, plotlySymbol } from './markers';
import { experimentColour, palettes, type ThemeName } from './palette';
import type { AxisChoice, AxisRanges } from './vocabulary';

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
  const unit = abscissaUnit(choice.abscissa);
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
    hovertemplate: `<b>${curve.name}</b><br>%{customdata[0]} ${unit}<br>Φ = %{customdata[1]} ${unit}⁻¹ m⁻² s⁻¹ sr⁻¹<extra></extra>`,
  };
}

export function tableTrace(
  table: MeasuredTable,
  all: readonly MeasuredTable[],
  choice: AxisChoice,
  theme: ThemeName,
  narrow: boolean,
): Data {
  const drawn = drawnTable(table, choice);
  // Errors and value are told in the table's flux, not in the scaled one.
  const plain = drawnTable(table, { ...choice, power: 0 });
  const colour = experimentColour(table.experiment, theme);
  const marker = markerOf(table, all);
  const errors = drawn.points.map(totalError);
  return {
    type: 'scatter',
    mode: 'markers',
    uid: `data-${table.id}`,
    name: `${tableTitle(table)} ${quantityText(table)}`,
    x: drawn.points.map((point) => point.x),
    y: drawn.points.map((point) => point.y),
    error_y: {
      type: 'data',
      symmetric: false,
      // An unpublished error is no error bar.
      array: errors.map((error) => error.high ?? 0),
      arrayminus: errors.map((error) => error.low ?? 0),
      color: colour,
      thickness: 1,
      width: 0,
    },
    marker: {
      color: colour,
      symbol: plotlySymbol(marker),
      size: narrow ? 4.6 : 6,
      line: { color: colour, width: marker.open ? 1.4 : 0 },
    },
    customdata: plain.points.map((point) => [
      `${scientific(point.x)} ${abscissaUnit(choice.abscissa)}`,
      measuredText(point, plain.fluxUnit),
    ]),
    hovertemplate: `<b>${tableTitle(table)}</b>, ${quantityText(table)}<br>%{customdata[0]}<br>%{customdata[1]}<br>${sourceText(table)}<extra></extra>`,
  };
}
