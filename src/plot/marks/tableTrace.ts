/** Published data with their errors for Plotly. Built fresh for each draw: Plotly mutates what it is given. */
import type { Data } from 'plotly.js';
import { totalError } from '../../measurements/scaling';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { abscissaUnit, drawnTable } from '../axes';
import { experimentColour } from '../experimentColours';
import { measuredText, quantityText, scientific, sourceText, tableTitle } from '../hover';
import { markerOf, plotlySymbol } from '../markers';
import type { ThemeName } from '../palette';
import type { AxisChoice } from '../vocabulary';

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
      `${scientific(point.x)} ${abscissaUnit(choice)}`,
      measuredText(point, plain.fluxUnit, plain.errors),
    ]),
    hovertemplate: `<b>${tableTitle(table)}</b>, ${quantityText(table)}<br>%{customdata[0]}<br>%{customdata[1]}<br>${sourceText(table)}<extra></extra>`,
  };
}
