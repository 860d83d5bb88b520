/**
 * Plotly's drawing of a figure: what it shows, what it lacks, and what to do where Plotly throws. Comes with Plotly, after the
 * first curves.
 */
import type { PlotlyHTMLElement } from 'plotly.js';
import { decadeStep, keptRanges } from './axes';
import { clearPlot } from './clearPlot';
import { buildFigure, figureConfig } from './figure';
import { type FigureState, plannedRanges } from './figureState';
import { type FigureSize, panels } from './panels';
import { plotlyTicks } from './ticks';
import type { AxisRanges } from './vocabulary';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

/** Plotly did not come, or cannot draw: curves and data are drawn without it meanwhile. */
export type FigureProblem = 'not loaded' | 'not drawn';

/** What is told of a figure on the page. */
export interface FigureEvents {
  /** Null: no longer. */
  onProblem(problem: FigureProblem | null): void;
  /** Size or axes are others: the figure wants to be shown again. */
  onChange(): void;
  /** Plotly's axes, after a drawing or by its own hand. */
  onAxes(ranges: AxisRanges): void;
  /** The axes that a hand on the figure asks for; null: those that hold the data. */
  onZoom(zoom: AxisRanges | null): void;
}

/** Where and how a figure is drawn. */
export interface FigurePlace {
  readonly size: FigureSize;
  readonly narrow: boolean;
  readonly touch: boolean;
}

/**
 * What a drawing is to a figure that is wanted. `failed`: Plotly threw on just this, `failedBefore`: on another one, and nothing
 * is shown. `frame`: more differs than the shape of curves.
 */
export type DrawingStatus = 'busy' | 'empty' | 'failed' | 'failedBefore' | 'frame' | 'curves' | 'upToDate';

export interface FigureDrawing {
  /** The axes as Plotly has them; null: it has none. */
  ranges(): AxisRanges | null;
  statusOf(figure: FigureState, place: FigurePlace): DrawingStatus;
  isOfSize(size: FigureSize): boolean;
  /** False: Plotly threw, and all is as before it had come. Does not reject. */
  draw(figure: FigureState, place: FigurePlace): Promise<boolean>;
  /** Drawings in a row that threw. */
  failures(): number;
  dispose(): void;
}

interface Shown {
  readonly figure: FigureState;
  readonly narrow: boolean;
  readonly size: FigureSize;
  /** What of the size the layout depends on. */
  readonly shares: string;
}

function taskOf({ frameKey, curvesKey, zoom }: FigureState, size: FigureSize): string {
  return JSON.stringify([frameKey, curvesKey, zoom, size]);
}

function ticksOf({ x, y }: AxisRanges, narrow: boolean): string {
  return JSON.stringify([plotlyTicks(x, 'x', narrow), plotlyTicks(y, 'y', narrow)]);
}

export function createFigureDrawing(
  plotly: Plotly,
  host: HTMLDivElement,
  { onProblem, onChange, onAxes, onZoom }: FigureEvents,
): FigureDrawing {
  let element: PlotlyHTMLElement | null = null;
  let shown: Shown | null = null;
  /** As text: the zoom that was asked for, and the axes and their numbers that came of it. */
  let zoom = '';
  let drawnRanges = '';
  let drawnTicks = '';
  let failures = 0;
  let failedOn = '';
  let isBusy = false;
  let isDisposed = false;

  const ranges = (): AxisRanges | null => {
    const x = element?.layout.xaxis?.range;
    const y = element?.layout.yaxis?.range;
    if (x === undefined || y === undefined) return null;
    return { x: [Number(x[0]), Number(x[1])], y: [Number(y[0]), Number(y[1])] };
  };

  /** The shares of the panels, and how dense the numbers are. */
  const sharesOf = (figure: FigureState, { size, narrow }: FigurePlace) => {
    const at = ranges() ?? plannedRanges(figure);
    const { all, residuals } = panels(size, narrow, figure.residuals !== null);
    const share = residuals === null ? 0 : residuals.height / all.height;
    return `${share.toFixed(3)} ${at === null ? 1 : decadeStep(at.x, all.width)}`;
  };

  const takeAway = () => {
    clearPlot(plotly, host);
    element = null;
    shown = null;
  };

  /** A zoom by Plotly's own hand becomes part of the state, without another drawing unless its numbers are others. */
  const takeZoom = () => {
    const now = ranges();
    if (now !== null) onAxes(now);
    onChange();
    if (now === null || isBusy || JSON.stringify(now) === drawnRanges) return;
    drawnRanges = JSON.stringify(now);
    const kept = keptRanges(now.x, now.y);
    if (shown !== null && ticksOf(now, shown.narrow) === drawnTicks) zoom = JSON.stringify(kept);
    onZoom(kept);
  };

  /** Plotly's drawing is on the page. */
  const takeOver = (drawn: PlotlyHTMLElement, now: Shown) => {
    if (element === null) {
      drawn.on('plotly_relayout', takeZoom);
      drawn.on('plotly_relayouting', onChange);
      drawn.on('plotly_doubleclick', () => onZoom(null));
    }
    element = drawn;
    if (failures > 1) onProblem(null);
    failures = 0;
    shown = now;
    zoom = JSON.stringify(now.figure.zoom);
    const at = ranges();
    drawnRanges = JSON.stringify(at);
    drawnTicks = at === null ? '' : ticksOf(at, now.narrow);
    if (at !== null) onAxes(at);
  };

  return {
    ranges,
    statusOf: (figure, place) => {
      if (isBusy) return 'busy';
      if (shown === null) {
        if (failures === 0) return 'empty';
        return taskOf(figure, place.size) === failedOn ? 'failed' : 'failedBefore';
      }
      const isSameFrame =
        figure.frameKey === shown.figure.frameKey &&
        sharesOf(figure, place) === shown.shares &&
        place.narrow === shown.narrow &&
        JSON.stringify(figure.zoom) === zoom;
      if (!isSameFrame) return 'frame';
      return figure.curvesKey === shown.figure.curvesKey ? 'upToDate' : 'curves';
    },
    isOfSize: ({ width, height }) =>
      shown === null || (width === shown.size.width && height === shown.size.height),
    draw: async (figure, place) => {
      isBusy = true;
      const { size, narrow, touch } = place;
      const next: Shown = { figure, narrow, size, shares: sharesOf(figure, place) };
      try {
        const { data, layout } = buildFigure({ ...figure, ...place });
        const config = figureConfig(touch, () => onZoom(null));
        const drawn = await plotly.react(host, data, layout, config);
        isBusy = false;
        if (isDisposed) takeAway();
        else takeOver(drawn, next);
        return true;
      } catch (error) {
        isBusy = false;
        // For whoever looks into it: the page goes on.
        console.error(error);
        takeAway();
        failures += 1;
        failedOn = taskOf(figure, size);
        // What it throws once it need not throw again; what it throws twice is told.
        if (failures > 1 && !isDisposed) onProblem('not drawn');
        return false;
      }
    },
    failures: () => failures,
    dispose: () => {
      isDisposed = true;
      // A drawing that goes on is cleared away when it is done.
      if (!isBusy && element !== null) takeAway();
    },
  };
}
