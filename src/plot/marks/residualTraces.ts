/** Plotly traces and axis of the residual panel. One trace for each model: filled circles and open squares. */
import type { Data, LayoutAxis } from 'plotly.js';
import { type ModelKey, models } from '../../model/models';
import { abscissaUnit } from '../axes';
import { quantityText, scientific, tableTitle } from '../hover';
import { modelStyles } from '../modelStyles';
import type { Palette } from '../palette';
import { noResidual, type ResidualPanel, residualScale } from '../residualPanel';
import type { AxisChoice, ResidualKind } from '../vocabulary';
import { residualRadius } from './residuals';

function symbol(model: ModelKey, beyond: -1 | 0 | 1): string {
  const { mark, isOpen } = modelStyles[model];
  const shape = beyond === 0 ? mark : beyond < 0 ? 'triangle-down' : 'triangle-up';
  return `${shape}${isOpen ? '-open' : ''}`;
}

const titles: Record<ResidualKind, string> = { pulls: '(model − data)/<i>σ</i>', ratio: 'model/data' };
const hoverWords: Record<ResidualKind, string> = {
  pulls: '(model − data)/σ =',
  ratio: 'model/data =',
};

export function residualTraces(panel: ResidualPanel, choice: AxisChoice, palette: Palette): Data[] {
  return panel.series.map(({ model, marks }) => ({
    type: 'scatter' as const,
    mode: 'markers' as const,
    uid: `residual-${model}`,
    name: models[model].name,
    yaxis: 'y2',
    x: marks.map((one) => one.x),
    y: marks.map((one) => one.y),
    marker: {
      color: palette[model],
      size: 2 * residualRadius,
      symbol: marks.map(({ beyond }) => symbol(model, beyond)),
      line: { color: palette[model], width: modelStyles[model].isOpen ? 1 : 0 },
    },
    customdata: marks.map(({ table, x, value }) => [
      `${tableTitle(table)}, ${quantityText(table)}`,
      `${scientific(x)} ${abscissaUnit(choice)}`,
      scientific(value).replace('-', '−'),
    ]),
    hovertemplate: `<b>${models[model].name}</b>, %{customdata[0]}<br>%{customdata[1]}<br>${hoverWords[panel.kind]} %{customdata[2]}<extra></extra>`,
  }));
}

/** The panel's ordinate: fixed, so that a zoom is of the abscissa only. */
export function residualAxis(kind: ResidualKind, narrow: boolean): Partial<LayoutAxis> {
  const values = kind === 'pulls' ? [-5, 0, 5] : [0.6, 1, 1.4];
  return {
    type: 'linear',
    range: [...residualScale[kind].ends],
    fixedrange: true,
    tickmode: 'array',
    tickvals: values,
    ticktext: values.map((value) => String(value).replace('-', '−')),
    zeroline: false,
    title: { text: narrow ? titles[kind].replace('model − data', 'm − d') : titles[kind] },
  };
}

/** The line of agreement. */
export function agreementLine(kind: ResidualKind, colour: string) {
  return {
    type: 'line' as const,
    xref: 'paper' as const,
    x0: 0,
    x1: 1,
    yref: 'y2' as const,
    y0: noResidual[kind],
    y1: noResidual[kind],
    line: { color: colour, width: 1 },
    layer: 'below' as const,
  };
}
