/** What a figure needs beside Plotly itself to be drawn by it. Comes with it, after the first curves. */
import type { PlotlyHTMLElement } from 'plotly.js';
import { buildFigure, type FigureInput, figureConfig } from './figure';

export { clearPlot } from './clearPlot';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

/** @param onReset asked for by the figure's own button. Rejects with whatever Plotly throws. */
export async function drawWithPlotly(
  plotly: Plotly,
  host: HTMLDivElement,
  input: FigureInput,
  onReset: () => void,
): Promise<PlotlyHTMLElement> {
  const { data, layout } = buildFigure(input);
  return plotly.react(host, data, layout, figureConfig(input.touch, onReset));
}
