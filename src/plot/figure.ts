/** The spectrum figure as a pure function: curves and tables in, Plotly's data and layout out. */
import type { Config, Data, Layout } from 'plotly.js';
import type { MeasuredTable } from '../measurements/tableTypes';
import { type AxisChoice, abscissaTitle, axisRanges, fluxTitle } from './axes';
import type { ModelCurve } from './curves';
import { palettes, type ThemeName } from './palette';
import { curveTrace, tableTrace } from './traces';

export interface FigureInput {
  readonly choice: AxisChoice;
  readonly curves: readonly ModelCurve[];
  readonly tables: readonly MeasuredTable[];
  /** Every table of this species, shown or not: markers are given out among all. */
  readonly allTables: readonly MeasuredTable[];
  readonly theme: ThemeName;
  /** Narrow figures (phones, two side by side) have smaller margins and fewer ticks. */
  readonly narrow: boolean;
  /** Under a finger the figure must let the page scroll: no zoom box, no buttons. */
  readonly touch: boolean;
}

export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

export interface Margins {
  readonly l: number;
  readonly r: number;
  readonly t: number;
  readonly b: number;
}

/** Fixed margins: the plot area never moves when numbers on an axis get longer, and the live layer knows it. */
export function margins(narrow: boolean): Margins {
  return narrow ? { l: 58, r: 10, t: 10, b: 48 } : { l: 76, r: 18, t: 14, b: 58 };
}

export const fontFamily = 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif';

/** Only buttons that work on this machine: nothing is uploaded, edited elsewhere or shared. */
export function figureConfig(touch: boolean): Partial<Config> {
  return {
    displaylogo: false,
    responsive: true,
    // Named one by one, so that a button that a later Plotly adds does not appear by itself.
    modeBarButtons: [['toImage'], ['zoom2d', 'pan2d'], ['zoomIn2d', 'zoomOut2d', 'resetScale2d']],
    plotlyServerURL: '',
    showTips: false,
    scrollZoom: false,
    displayModeBar: touch ? false : 'hover',
    doubleClick: 'reset+autosize',
    toImageButtonOptions: { format: 'png', filename: 'two-halo-explorer', scale: 2 },
  };
}

export function buildFigure(input: FigureInput): Figure {
  const { choice, theme, narrow, touch } = input;
  const palette = palettes[theme];
  const ranges = axisRanges(input.tables, choice);
  const axis = {
    type: 'log' as const,
    exponentformat: 'power' as const,
    showline: true,
    linecolor: palette.mutedInk,
    linewidth: 1,
    mirror: true as const,
    ticks: 'inside' as const,
    ticklen: 6,
    tickcolor: palette.mutedInk,
    dtick: 1,
    minor: { ticks: 'inside' as const, ticklen: 3, tickcolor: palette.mutedInk, dtick: 'D1' },
    gridcolor: palette.grid,
    zeroline: false,
    tickfont: { size: narrow ? 11 : 13, color: palette.ink },
  };
  const titleFont = { size: narrow ? 12 : 14, color: palette.ink };
  const dataTraces = input.tables.map((table) => tableTrace(table, input.allTables, choice, theme, narrow));
  const curveTraces = input.curves.map((curve) => curveTrace(curve, choice, theme));
  return {
    data: [...dataTraces, ...curveTraces],
    layout: {
      autosize: true,
      margin: margins(narrow),
      paper_bgcolor: 'rgba(0,0,0,0)',
      plot_bgcolor: palette.background,
      font: { family: fontFamily, color: palette.ink },
      showlegend: false,
      hovermode: 'closest',
      hoverdistance: 12,
      hoverlabel: {
        bgcolor: palette.tooltip,
        bordercolor: palette.mutedInk,
        font: { family: fontFamily, size: 12.5, color: palette.ink },
        align: 'left',
      },
      dragmode: touch ? false : 'zoom',
      modebar: { bgcolor: 'rgba(0,0,0,0)', color: palette.mutedInk, activecolor: palette.ink },
      // The zoom stays until the axes mean something else.
      uirevision: `${choice.species}|${choice.abscissa}|${choice.power}`,
      xaxis: {
        ...axis,
        range: [...ranges.x],
        title: { text: abscissaTitle(choice.abscissa), font: titleFont, standoff: narrow ? 6 : 10 },
      },
      yaxis: {
        ...axis,
        range: [...ranges.y],
        title: { text: fluxTitle(choice), font: titleFont, standoff: narrow ? 2 : 6 },
      },
    },
  };
}
