/**
 * The figure at the width of one or two columns of a journal: on white, with type of 7 to 8 points, thinner lines,
 * smaller marks and its legend. Pure; drawing it is `figureImage`.
 */
import type { Data, Layout, Legend } from 'plotly.js';
import { modelKeys } from '../../model/models';
import { xmlText } from '../../text/xmlText';
import { buildFigure } from '../figure';
import type { FigureState } from '../figureState';
import { curveUid } from '../marks/curveTrace';
import { withoutRepeats } from '../marks/ghost';
import { smoothCurve, stepsPerInterval } from './smoothCurve';

export const journalWidths = [85, 174] as const;
export type JournalWidth = (typeof journalWidths)[number];

/** CSS pixels: 96 to the inch. */
export const pixelsPerMillimetre = 96 / 25.4;
const pixelsPerPoint = 96 / 72;

export interface JournalFigure {
  readonly data: Data[];
  readonly layout: Partial<Layout>;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

interface JournalStyle {
  readonly legendColumns: number;
  /** Half a point less where two columns must hold "KASCADE 2005, QGSJET-01". */
  readonly legendPoints: number;
  /** Height of the spectrum over its width. */
  readonly aspect: number;
  readonly lines: number;
  readonly marker: number;
}

const styles: Record<JournalWidth, JournalStyle> = {
  85: { legendColumns: 2, legendPoints: 6.5, aspect: 0.8, lines: 0.55, marker: 2.8 },
  174: { legendColumns: 3, legendPoints: 7, aspect: 0.56, lines: 0.75, marker: 4 },
};

const titlePoints = 8;
const textPoints = 7;
const family = 'Arial, Helvetica, sans-serif';

/** The parts of a trace that depend on the size of the figure. Plotly's own types do not name them for all traces. */
interface Sized {
  readonly uid?: string;
  readonly name?: string;
  readonly showlegend?: boolean;
  readonly x?: readonly number[];
  readonly y?: readonly number[];
  readonly text?: readonly string[];
  readonly textfont?: { readonly color?: string };
  readonly line?: { readonly width?: number; readonly dash?: string };
  readonly marker?: { readonly size?: number; readonly line?: { readonly width?: number } };
  readonly error_y?: { readonly thickness?: number };
}

/** Beginnings of the traces' uids, first in the legend first. */
const legendOrder = [...modelKeys.map(curveUid), 'curve-', 'ghost-', 'data-'];

/** The longest straight piece of a curve (pixels): six of the PNG's dots. */
const longestPiece = 1;
/** Dashes shrink less than lines, or they close up. */
const dashScale = 0.7;

/** A curve as paper shows it: its line thinner, without corners, its dashes shorter. */
function drawnCurve(
  { x = [], y = [], text, line, uid }: Sized,
  style: JournalStyle,
  pixelsPerDecade: number,
) {
  const steps = stepsPerInterval({ x, y }, pixelsPerDecade, longestPiece);
  const smooth = smoothCurve({ x, y }, steps);
  const isSmooth = smooth.x.length !== x.length;
  // The legend below has the names of frozen curves.
  const isNamed = text !== undefined && uid?.startsWith('ghost-') !== true;
  return {
    ...smooth,
    mode: isNamed ? 'text+lines' : 'lines',
    text: isNamed ? smooth.x.map((_, at) => xmlText(text[isSmooth ? at / steps : at] ?? '')) : undefined,
    line: {
      ...line,
      width: (line?.width ?? 1) * style.lines,
      dash: line?.dash?.replace(/[\d.]+/g, (length) =>
        String(Number((Number(length) * dashScale).toFixed(2))),
      ),
      // Plotly would leave out points that are less than a pixel off: six dots of the PNG.
      simplify: false,
    },
  };
}

function resized(trace: Data, style: JournalStyle, pixelsPerDecade: number): Data {
  // The cast: see Sized.
  const own = trace as Sized;
  const isResidual = own.uid?.startsWith('residual-') === true;
  const sizes = {
    showlegend: !isResidual && own.showlegend !== false,
    // In the proton figure everything is protons; the key need not say it.
    // Plotly draws PNG from an SVG too: what is not XML would leave neither.
    name: own.name === undefined ? undefined : xmlText(own.name).replace(/ p$/, ''),
    legendrank: legendOrder.findIndex((start) => own.uid?.startsWith(start) === true) + 1,
    ...(own.line === undefined ? {} : drawnCurve(own, style, pixelsPerDecade)),
    ...(own.marker === undefined
      ? {}
      : {
          marker: {
            ...own.marker,
            size: isResidual ? 0.8 * style.marker : style.marker,
            line: { ...own.marker.line, width: (own.marker.line?.width ?? 0) * style.lines },
          },
        }),
    ...(own.error_y === undefined ? {} : { error_y: { ...own.error_y, thickness: 0.6 } }),
    textfont: { ...own.textfont, size: textPoints * pixelsPerPoint, family },
  };
  return { ...trace, ...sizes } as Data;
}

/** Under the axis, in columns over the whole width: a legend below the plot area may use all of it. */
function journalLegend(style: JournalStyle, left: number, plotWidth: number, y: number): Partial<Legend> {
  const legend = {
    orientation: 'h' as const,
    x: -left / plotWidth,
    xanchor: 'left' as const,
    y,
    yanchor: 'top' as const,
    // Plotly has these two; its types do not.
    entrywidth: 1 / style.legendColumns,
    entrywidthmode: 'fraction',
    font: { size: style.legendPoints * pixelsPerPoint, family },
    bgcolor: 'rgba(0,0,0,0)',
    itemsizing: 'trace' as const,
  };
  return legend;
}

export function journalFigure(state: FigureState, millimetres: JournalWidth): JournalFigure {
  const style = styles[millimetres];
  const ghosts = withoutRepeats(state.ghosts, state.curves);
  const { data, layout } = buildFigure({
    ...state,
    ghosts,
    theme: 'light',
    narrow: millimetres === 85,
    touch: true,
  });
  const width = millimetres * pixelsPerMillimetre;
  const text = textPoints * pixelsPerPoint;
  const title = titlePoints * pixelsPerPoint;
  const [left, right] = layout.xaxis?.range ?? [0, 1];
  const decades = Number(right) - Number(left);
  const traces = data.map((trace) => resized(trace, style, width / decades));
  const named = traces.filter((trace) => (trace as { readonly showlegend?: boolean }).showlegend !== false);
  const legendHeight = Math.ceil(named.length / style.legendColumns) * (text + 5) + 6;
  const axisHeight = 36;
  const margin = { l: 46, r: 6, t: 6, b: axisHeight + legendHeight, pad: 0 };
  const plotWidth = width - margin.l - margin.r;
  const plotHeight = plotWidth * (style.aspect + (state.residuals === null ? 0 : 0.2));
  const axis = (own: Partial<Layout>['xaxis'], standoff: number) => ({
    ...own,
    ticklen: 4,
    tickwidth: 0.6,
    linewidth: 0.6,
    gridwidth: 0.5,
    tickfont: { size: text, color: '#000000', family },
    title: { ...own?.title, font: { size: title, color: '#000000', family }, standoff },
  });
  return {
    data: traces,
    width,
    height: plotHeight + margin.t + margin.b,
    layout: {
      ...layout,
      autosize: false,
      margin,
      paper_bgcolor: '#ffffff',
      font: { family, size: text, color: '#000000' },
      showlegend: true,
      legend: journalLegend(style, margin.l - 2, plotWidth, -axisHeight / plotHeight),
      xaxis: axis(layout.xaxis, 4),
      yaxis: axis(layout.yaxis, 2),
      ...(layout.yaxis2 === undefined ? {} : { yaxis2: axis(layout.yaxis2, 2) }),
    },
  };
}
