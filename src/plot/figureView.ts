/**
 * A figure on the page. Plotly draws axes, data and the curves at rest; while curves change they move in a light
 * SVG layer laid over the plot area, because a full redraw (~90 ms) cannot follow a hand. When the slider rests
 * the curves are committed to Plotly and the layer is emptied. Until Plotly is there, a plain drawing of axes and data
 * lies under the layer (firstSight.ts). What is to be shown is told it: it knows no store.
 */
import { loadPart } from '../parts/loadPart';
import type { FigureDrawing, FigureEvents, FigurePlace } from './figureDrawing';
import { type FigureState, plannedRanges } from './figureState';
import type { FirstSight } from './firstSight';
import { createLiveLayer } from './liveLayer';
import type { LiveMarks } from './liveMarks';
import { isDrawable, type Panels, panels, roomForResiduals } from './panels';
import type { AxisRanges } from './vocabulary';

/** Curves are committed this long after the last change at rest (milliseconds). */
const commitAfterMilliseconds = 220;
/** The figure takes another size this long after its element did (milliseconds). */
const resizeAfterMilliseconds = 100;
/** Reading Plotly blocks the page, so the first curves go before it, unless they take longer than this (milliseconds). */
const plotlyWaitsMilliseconds = 4000;
/** A drawing that failed is tried again by itself, once, after this long (milliseconds); then at each change. */
const againAfterMilliseconds = 500;
/** Figures narrower than this have small margins (pixels). */
const narrowBelow = 560;

type Plotly = typeof import('plotly.js-cartesian-dist-min');

export interface FigureHosts {
  /** Plotly's element. */
  readonly plot: HTMLDivElement;
  readonly layer: SVGSVGElement;
  readonly residualLayer: SVGSVGElement;
}

export interface FigureView {
  /** @param isHeld a hand moves the curves: they are not committed yet. */
  show(figure: FigureState, isHeld: boolean): void;
  /** The axes that are, or will be, on the page; null while there is nothing to measure them by. */
  ranges(figure: FigureState): AxisRanges | null;
  areas(figure: FigureState): Panels;
  /** The figure is tall enough for residuals that nobody asked for. */
  hasRoom(): boolean;
  /** Plotly's drawing is on the page. */
  isDrawn(): boolean;
  /** Tries again what `onProblem` told. */
  retry(): void;
  dispose(): void;
}

export function createFigureView(
  hosts: FigureHosts,
  loadPlotly: () => Promise<Plotly>,
  events: FigureEvents,
): FigureView {
  const live = createLiveLayer(hosts.layer);
  /** While they are on their way nothing is drawn, as before the data; if they do not come, curves are all there is before Plotly. */
  let areLayersComing = true;
  let firstSight: FirstSight | null = null;
  let liveMarks: LiveMarks | null = null;
  const touch = window.matchMedia('(pointer: coarse)').matches;
  let wanted: FigureState | null = null;
  let drawing: FigureDrawing | null = null;
  let commitTimer: ReturnType<typeof setTimeout> | undefined;
  let resizeTimer: ReturnType<typeof setTimeout> | undefined;
  let isLive = false;
  let isDisposed = false;

  const measured = () => ({ width: hosts.plot.clientWidth, height: hosts.plot.clientHeight });
  // Measured when it changes: asking the element during a drag would force a layout each time.
  let size = measured();
  const place = (): FigurePlace => ({ size, touch, narrow: size.width < narrowBelow });
  const areas = ({ residuals }: FigureState) => panels(size, place().narrow, residuals !== null);
  const rangesOf = (figure: FigureState) => drawing?.ranges() ?? plannedRanges(figure);

  // A mark that tests and benchmarks read: when both models first lie over data.
  let seen = false;
  const markFirstSight = ({ isComplete, tables, choice }: FigureState) => {
    if (seen || !isComplete || tables.length === 0) return;
    seen = true;
    performance.mark(`curves-over-data:${choice.observable}`);
  };

  const drawLive = (figure: FigureState) => {
    const ranges = rangesOf(figure);
    if (ranges === null) return;
    const { theme, residuals, curves } = figure;
    const { spectrum, residuals: below } = areas(figure);
    live.draw(curves, { area: spectrum, ranges, theme });
    if (residuals !== null && below !== null) liveMarks?.draw(residuals, { area: below, x: ranges.x, theme });
    if (!isLive) hosts.plot.classList.add('is-live');
    isLive = true;
    markFirstSight(figure);
  };

  const drawFirst = (figure: FigureState) => {
    const ranges = plannedRanges(figure);
    if (ranges === null || areLayersComing) return;
    firstSight?.draw({ ...figure, ...place(), ranges, withResiduals: figure.residuals !== null });
    drawLive(figure);
    if (figure.isComplete) askForPlotly();
  };

  const endLive = () => {
    clearTimeout(commitTimer);
    live.clear();
    liveMarks?.clear();
    hosts.plot.classList.remove('is-live');
    isLive = false;
  };

  const commitSoon = (milliseconds = commitAfterMilliseconds) => {
    clearTimeout(commitTimer);
    commitTimer = setTimeout(commit, milliseconds);
  };

  /** Not at each of the sizes that an edge is drawn through. */
  const resizeSoon = () => {
    resizeTimer ??= setTimeout(() => {
      resizeTimer = undefined;
      void commit();
    }, resizeAfterMilliseconds);
  };

  const commit = async (): Promise<void> => {
    clearTimeout(commitTimer);
    // Plotly divides by what its margins leave.
    if (drawing === null || wanted === null || isDisposed || !isDrawable(areas(wanted).spectrum)) return;
    const committing = wanted;
    if (drawing.statusOf(committing, place()) === 'busy') return;
    const isDrawn = await drawing.draw(committing, place());
    if (isDisposed) return;
    if (isDrawn) {
      firstSight?.remove();
      markFirstSight(committing);
      performance.mark(`interactive:${committing.choice.observable}`);
      if (wanted.curvesKey === committing.curvesKey) endLive();
    } else if (drawing.failures() === 1) commitSoon(againAfterMilliseconds);
    events.onChange();
  };

  const show = (figure: FigureState, isHeld: boolean) => {
    wanted = figure;
    const status = drawing === null ? 'absent' : drawing.statusOf(figure, place());
    if (status === 'busy') return;
    if (drawing?.isOfSize(size) === false) resizeSoon();
    if (status === 'upToDate') {
      if (isLive) endLive();
    } else if (status === 'curves') {
      drawLive(figure);
      if (isHeld) clearTimeout(commitTimer);
      else commitSoon();
    } else if (status === 'frame') {
      void commit();
    } else if (!figure.awaitsData) {
      if (status === 'empty') void commit();
      else drawFirst(figure);
      if (status === 'failedBefore' && !isHeld) commitSoon();
    }
  };

  // The window, the legend's rows, the folded rail: all change the figure.
  const resize = new ResizeObserver(() => {
    size = measured();
    events.onChange();
  });
  resize.observe(hosts.plot);

  let asked = false;
  /** It did not come: asked for again only by hand, not with every curve. */
  let hasMissed = false;
  function askForPlotly(): void {
    clearTimeout(patience);
    if (asked || hasMissed || isDisposed) return;
    asked = true;
    Promise.all([loadPlotly(), loadPart(() => import('./figureDrawing'))]).then(
      ([plotly, { createFigureDrawing }]) => {
        if (isDisposed) return;
        drawing = createFigureDrawing(plotly, hosts.plot, events);
        events.onProblem(null);
        events.onChange();
      },
      () => {
        asked = false;
        hasMissed = true;
        events.onProblem('not loaded');
      },
    );
  }
  const patience = setTimeout(askForPlotly, plotlyWaitsMilliseconds);

  const layersAreHere = () => {
    areLayersComing = false;
    if (!isDisposed) events.onChange();
  };
  loadPart(() => import('./dataLayers')).then(({ createFirstSight, createLiveMarks }) => {
    firstSight = createFirstSight(hosts.plot);
    liveMarks = createLiveMarks(hosts.residualLayer);
    layersAreHere();
  }, layersAreHere);

  return {
    show,
    ranges: rangesOf,
    areas,
    hasRoom: () => size.height >= roomForResiduals,
    isDrawn: () => drawing?.ranges() != null,
    retry: () => {
      hasMissed = false;
      if (drawing === null) askForPlotly();
      else void commit();
    },
    dispose: () => {
      isDisposed = true;
      clearTimeout(commitTimer);
      clearTimeout(resizeTimer);
      clearTimeout(patience);
      firstSight?.remove();
      resize.disconnect();
      drawing?.dispose();
    },
  };
}
