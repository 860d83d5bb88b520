/** The spectrum figure as a pure function: curves and tables in, Plotly's data and layout out. */
import type { Config, Data, Layout, LayoutAxis, ModeBarButton } from 'plotly.js';
import { abscissaTitle, axisRanges, decadeStep, ordinateTitle } from './axes';
import type { FigureContent } from './figureState';
import { fontFamily } from './fontFamily';
import { curveTrace } from './marks/curveTrace';
import { withoutRepeats } from './marks/ghost';
import { ghostTrace } from './marks/ghostTrace';
import { agreementLine, residualAxis, residualTraces } from './marks/residualTraces';
import { tableTrace } from './marks/tableTrace';
import { palettes } from './palette';
import { type FigureSize, margins, type PanelDomains, panelDomains, panels } from './panels';
import type { ResidualPanel } from './residualPanel';
import { plotlyTicks } from './ticks';

export interface FigureInput extends FigureContent {
  /** Narrow figures (phones, two side by side) have smaller margins and fewer ticks. */
  readonly narrow: boolean;
  /** Of the figure's element. Without it: the proportions of a large figure, as in exports. */
  readonly size?: FigureSize;
  /** Under a finger the figure must let the page scroll: no zoom box, no buttons. */
  readonly touch: boolean;
}

export interface Figure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
}

const resetPath = 'M12 5a7 7 0 1 1-6.300 4h2.300a5 5 0 1 0 4-2v3L7.500 6 12 2z';

/** Only buttons that work on this machine: nothing is uploaded, edited elsewhere or shared. */
export function figureConfig(touch: boolean, onReset: () => void): Partial<Config> {
  const reset: ModeBarButton = {
    name: 'wholeRange',
    title: 'Whole range',
    icon: { width: 24, height: 24, path: resetPath },
    click: onReset,
  };
  return {
    displaylogo: false,
    // The host follows the size of its element, and waits while there is no room (figureView.ts).
    responsive: false,
    // Named one by one, so that a button that a later Plotly adds does not appear by itself.
    modeBarButtons: [
      ['zoom2d', 'pan2d'],
      ['zoomIn2d', 'zoomOut2d', reset],
    ],
    plotlyServerURL: '',
    showTips: false,
    scrollZoom: false,
    displayModeBar: touch ? false : 'hover',
    // Ours: the zoom is part of the state.
    doubleClick: false,
  };
}

export function buildFigure(input: FigureInput): Figure {
  const { choice, theme, narrow, touch } = input;
  const palette = palettes[theme];
  const { residuals: panel } = input;
  const ranges = input.zoom ?? axisRanges(input.tables, choice);
  const zoomKey = JSON.stringify(ranges);
  const inside = input.size === undefined ? null : panels(input.size, narrow, false).all;
  const domains = panelDomains(inside?.height);
  const step = inside === null ? 1 : decadeStep(ranges.x, inside.width);
  const line = {
    showline: true,
    linecolor: palette.mutedInk,
    linewidth: 1,
    ticks: 'inside' as const,
    ticklen: 6,
    tickcolor: palette.mutedInk,
    gridcolor: palette.grid,
    zeroline: false,
    tickfont: { size: narrow ? 11 : 13, color: palette.ink },
  };
  const axis = {
    ...line,
    type: 'log' as const,
    exponentformat: 'power' as const,
    minor: { ticks: 'inside' as const, ticklen: 3, tickcolor: palette.mutedInk, dtick: 'D1' },
  };
  const titleFont = { size: narrow ? 12 : 14, color: palette.ink };
  const dataTraces = input.tables.map((table) => tableTrace(table, input.allTables, choice, theme, narrow));
  const ghostTraces = withoutRepeats(input.ghosts).map((ghost) =>
    ghostTrace(ghost, choice, ranges.x, palette),
  );
  const curveTraces = input.curves.map((curve) => curveTrace(curve, choice, ranges, theme));
  const below = panel === null ? [] : residualTraces(panel, choice, palette);
  return {
    data: [...dataTraces, ...ghostTraces, ...curveTraces, ...below],
    layout: {
      // Told, because Plotly would measure when it draws: by then there may be no room left, and it divides by what is.
      ...(input.size === undefined ? { autosize: true } : { autosize: false, ...input.size }),
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
      // Pan or zoom stays chosen. The axes follow the state, which knows the zoom.
      uirevision: 'kept',
      shapes: panel === null ? [] : [agreementLine(panel.kind, palette.mutedInk)],
      xaxis: {
        ...axis,
        ...plotlyTicks(ranges.x, 'x', narrow, step),
        uirevision: zoomKey,
        mirror: panel === null ? true : 'all',
        anchor: panel === null ? 'y' : 'y2',
        range: [...ranges.x],
        title: { text: abscissaTitle(choice), font: titleFont, standoff: narrow ? 6 : 10 },
      },
      yaxis: {
        ...axis,
        ...plotlyTicks(ranges.y, 'y', narrow),
        uirevision: zoomKey,
        mirror: true,
        domain: panel === null ? [0, 1] : [...domains.spectrum],
        range: [...ranges.y],
        title: { text: ordinateTitle(choice, inside?.height), font: titleFont, standoff: narrow ? 2 : 6 },
      },
      ...(panel === null ? {} : { yaxis2: panelAxis(panel, domains, narrow, line, titleFont) }),
    },
  };
}

function panelAxis(
  panel: ResidualPanel,
  domains: PanelDomains,
  narrow: boolean,
  line: Partial<LayoutAxis>,
  titleFont: { readonly size: number; readonly color: string },
): Partial<LayoutAxis> {
  const own = residualAxis(panel.kind, narrow);
  return {
    ...line,
    ...own,
    mirror: true,
    domain: [...domains.residuals],
    anchor: 'x',
    title: { ...own.title, font: { ...titleFont, size: titleFont.size - 2 }, standoff: narrow ? 2 : 6 },
  };
}
