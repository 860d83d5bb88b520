/**
 * A figure on the page. Plotly draws axes, data and the curves at rest; while curves change they move in a light
 * SVG layer laid over the plot area, because a full redraw (~90 ms) cannot follow a hand. When the slider rests
 * the curves are committed to Plotly and the layer is emptied. Until Plotly is there, a plain drawing of axes and data
 * lies under the layer (firstSight.ts).
 */
import type { PlotlyHTMLElement } from 'plotly.js';
import type { SpeciesKey } from '../model/propagated';
import { loadPart } from '../parts/loadPart';
import { tabSpecies } from '../state/lanes';
import { figureState } from '../state/selectors/figureState';
import { type ExplorerStore, themeName } from '../state/store';
import { agreementRange, axisWindow } from '../state/viewText';
import { axisRanges, decadeStep, energyOf } from './axes';
import type { FigureState } from './figureState';
import { createFirstSight } from './firstSight';
import { createFrameWatch } from './frameWatch';
import { createLiveLayer } from './liveLayer';
import { createLiveMarks } from './liveMarks';
import type { CurveOutside } from './outOfFrame';
import { type FigureSize, isDrawable, panels, roomForResiduals } from './panels';
import type { RangeHandles } from './rangeHandles';
import { createStaleMarks } from './staleMarks';
import { plotlyTicks } from './ticks';
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
  readonly range: HTMLDivElement;
  /** Lies over the plot area of the spectrum, for words about what is not in it. */
  readonly frame: HTMLDivElement;
}

export interface FigureView {
  /** Chooses axes that hold the curves and the data. */
  fitAxis(): void;
  /** Tries again what `onProblem` told. */
  retry(): void;
  dispose(): void;
}

/** Plotly did not come, or cannot draw: curves and data are drawn without it meanwhile. */
export type FigureProblem = 'not loaded' | 'not drawn';

export function createFigureView(
  hosts: FigureHosts,
  store: ExplorerStore,
  species: SpeciesKey,
  loadPlotly: () => Promise<Plotly>,
  onProblem: (problem: FigureProblem | null) => void,
  /** Called when other curves than before run outside the frame. */
  onOutside: (outside: readonly CurveOutside[]) => void = () => undefined,
): FigureView {
  const live = createLiveLayer(hosts.layer);
  const firstSight = createFirstSight(hosts.plot);
  const liveMarks = createLiveMarks(hosts.residualLayer);
  const moveRange = (ends: readonly [number, number]) => {
    if (wanted === null) return;
    const { choice } = wanted;
    const range = agreementRange(energyOf(choice, 10 ** ends[0]), energyOf(choice, 10 ** ends[1]));
    const { view, actions } = store.getState();
    if (range !== null) actions.setView({ agreementRange: { ...view.agreementRange, [species]: range } });
  };
  /** Not needed for the first curves. */
  let handles: RangeHandles | null = null;
  loadPart(() => import('./rangeHandles')).then(
    ({ createRangeHandles }) => {
      if (disposed) return;
      handles = createRangeHandles(hosts.range, moveRange);
      schedule();
    },
    // The two number fields beside the figure do the same.
    () => undefined,
  );
  const watch = createFrameWatch(hosts.frame, onOutside, () => schedule());
  const markStale = createStaleMarks([hosts.plot, hosts.layer, hosts.residualLayer], species);
  let plotly: (typeof import('./figureDrawing') & { readonly itself: Plotly }) | null = null;
  let element: PlotlyHTMLElement | null = null;
  let shown: FigureState | null = null;
  let shownNarrow = false;
  /** The axes as Plotly has them, and as text the zoom that was asked for when they were set. */
  let shownZoom = '';
  let drawnRanges = '';
  let drawnTicks = '';
  /** What of the size the layout depends on: the shares of the panels, and how dense the numbers are. */
  let shownSize = '';
  let drawnSize: FigureSize | null = null;
  let resizeTimer: ReturnType<typeof setTimeout> | undefined;
  let placed = '';
  let wanted: FigureState | null = null;
  let frame = 0;
  let commitTimer: ReturnType<typeof setTimeout> | undefined;
  let drawing = false;
  /** Drawings of Plotly's in a row that threw, and what the last of them was to show. */
  let failures = 0;
  let failedOn = '';
  let isLive = false;
  let disposed = false;

  const touch = window.matchMedia('(pointer: coarse)').matches;
  // Measured when it changes: asking the element during a drag would force a layout each time.
  let size = { width: hosts.plot.clientWidth, height: hosts.plot.clientHeight };
  const isNarrow = () => size.width < narrowBelow;
  const sizeKey = () => {
    const ranges = shownRanges();
    const { all, residuals } = panels(size, isNarrow(), (wanted?.residuals ?? null) !== null);
    const share = residuals === null ? 0 : residuals.height / all.height;
    return `${share.toFixed(3)} ${ranges === null ? 1 : decadeStep(ranges.x, all.width)}`;
  };
  /** Plotly divides by what its margins leave. */
  const hasRoom = () =>
    wanted !== null && isDrawable(panels(size, isNarrow(), wanted.residuals !== null).spectrum);

  // A mark that tests and benchmarks read: when both models first lie over data.
  let seen = false;
  const markFirstSight = ({ isComplete, tables }: FigureState) => {
    if (seen || !isComplete || tables.length === 0) return;
    seen = true;
    performance.mark(`curves-over-data:${species}`);
  };

  /** The axes that Plotly will have, once there is something to measure them by. */
  const plannedRanges = (): AxisRanges | null =>
    wanted === null || wanted.allTables.length === 0
      ? null
      : (wanted.zoom ?? axisRanges(wanted.tables, wanted.choice));

  const shownRanges = (): AxisRanges | null => {
    const x = element?.layout.xaxis?.range;
    const y = element?.layout.yaxis?.range;
    if (x === undefined || y === undefined) return plannedRanges();
    return { x: [Number(x[0]), Number(x[1])], y: [Number(y[0]), Number(y[1])] };
  };

  const placeHandles = () => {
    const ranges = shownRanges();
    if (handles === null || ranges === null || wanted === null) return;
    const { all } = panels(size, isNarrow(), wanted.residuals !== null);
    const frame = { area: all, x: ranges.x, ends: wanted.agreementEnds };
    const key = JSON.stringify(frame);
    if (key !== placed) handles.place(frame);
    placed = key;
  };

  const tellOutside = () => {
    const ranges = shownRanges();
    if (ranges === null || wanted === null) return;
    watch.look(panels(size, isNarrow(), wanted.residuals !== null).spectrum, wanted.curves, ranges);
  };

  const fitAxis = () => {
    const ranges = shownRanges();
    if (ranges === null || wanted === null) return;
    const fitted = watch.rangesThatHold(wanted, ranges);
    const window = fitted && axisWindow(fitted.x, fitted.y);
    if (window !== null) setZoom(window);
  };

  const drawLive = () => {
    const ranges = shownRanges();
    if (ranges === null || wanted === null) return;
    const { theme, residuals } = wanted;
    const areas = panels(size, isNarrow(), residuals !== null);
    live.draw(wanted.curves, { area: areas.spectrum, ranges, theme });
    if (residuals !== null && areas.residuals !== null)
      liveMarks.draw(residuals, { area: areas.residuals, x: ranges.x, theme });
    if (!isLive) hosts.plot.classList.add('is-live');
    isLive = true;
    markFirstSight(wanted);
  };

  const drawFirst = () => {
    const ranges = plannedRanges();
    if (ranges === null || wanted === null) return;
    const withResiduals = wanted.residuals !== null;
    firstSight.draw({ ...wanted, ranges, size, narrow: isNarrow(), withResiduals });
    drawLive();
    if (wanted.isComplete) askForPlotly();
  };

  const endLive = () => {
    clearTimeout(commitTimer);
    live.clear();
    liveMarks.clear();
    hosts.plot.classList.remove('is-live');
    isLive = false;
  };

  const tellLeftEdge = () => {
    const left = shownRanges()?.x[0];
    if (species === 'p' && left !== undefined) store.getState().actions.setProtonsFrom(10 ** left);
  };

  const setZoom = (window: AxisRanges | null) => {
    const { view, actions } = store.getState();
    actions.setView({ zoom: { ...view.zoom, [species]: window } });
  };

  const ticksOf = ({ x, y }: AxisRanges) =>
    JSON.stringify([plotlyTicks(x, 'x', shownNarrow), plotlyTicks(y, 'y', shownNarrow)]);

  /** A zoom by Plotly's own hand becomes part of the state, without another drawing unless its numbers are others. */
  const takeZoom = () => {
    tellLeftEdge();
    schedule();
    const ranges = shownRanges();
    if (ranges === null || drawing || JSON.stringify(ranges) === drawnRanges) return;
    drawnRanges = JSON.stringify(ranges);
    const window = axisWindow(ranges.x, ranges.y);
    if (ticksOf(ranges) === drawnTicks) shownZoom = JSON.stringify(window);
    setZoom(window);
  };

  const takeAway = () => {
    plotly?.clearPlot(plotly.itself, hosts.plot);
    element = null;
    shown = null;
  };

  const taskOf = ({ frameKey, curvesKey, zoom }: FigureState) =>
    JSON.stringify([frameKey, curvesKey, zoom, size]);

  /** As before Plotly had come. What it throws once it need not throw again; what it throws twice is told. */
  const fallBack = (committing: FigureState) => {
    takeAway();
    placed = '';
    if (disposed) return;
    failures += 1;
    failedOn = taskOf(committing);
    if (failures > 1) onProblem('not drawn');
    else commitTimer = setTimeout(commit, againAfterMilliseconds);
    update();
  };

  const commitSoon = () => {
    clearTimeout(commitTimer);
    commitTimer = setTimeout(commit, commitAfterMilliseconds);
  };

  /** Not at each of the sizes that an edge is drawn through. */
  const resizeSoon = () => {
    resizeTimer ??= setTimeout(() => {
      resizeTimer = undefined;
      void commit();
    }, resizeAfterMilliseconds);
  };

  /** Plotly's drawing is on the page. */
  const takeOver = (drawn: PlotlyHTMLElement, committed: FigureState, narrow: boolean) => {
    if (element === null) {
      drawn.on('plotly_relayout', takeZoom);
      drawn.on('plotly_relayouting', schedule);
      drawn.on('plotly_doubleclick', () => setZoom(null));
    }
    element = drawn;
    firstSight.remove();
    if (failures > 1) onProblem(null);
    failures = 0;
    shown = committed;
    shownNarrow = narrow;
    shownZoom = JSON.stringify(committed.zoom);
    const ranges = shownRanges();
    drawnRanges = JSON.stringify(ranges);
    drawnTicks = ranges === null ? '' : ticksOf(ranges);
    tellLeftEdge();
    markFirstSight(committed);
    performance.mark(`interactive:${species}`);
    if (wanted?.curvesKey === committed.curvesKey) endLive();
  };

  const commit = async (): Promise<void> => {
    clearTimeout(commitTimer);
    if (plotly === null || wanted === null || drawing || disposed || !hasRoom()) return;
    drawing = true;
    const committing = wanted;
    const narrow = isNarrow();
    shownSize = sizeKey();
    drawnSize = size;
    try {
      const drawn = await plotly.drawWithPlotly(
        plotly.itself,
        hosts.plot,
        { ...committing, narrow, touch, size },
        () => setZoom(null),
      );
      drawing = false;
      if (disposed) return takeAway();
      takeOver(drawn, committing, narrow);
      update();
    } catch (error) {
      drawing = false;
      // For whoever looks into it: the page goes on.
      console.error(error);
      fallBack(committing);
    }
  };

  /** A drawing throws no further: it would stop the solver's answer that asked for it. */
  const update = () => {
    try {
      bringUpToDate();
    } catch (error) {
      reportError(error);
    }
  };

  const bringUpToDate = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (disposed) return;
    const state = store.getState();
    if (!tabSpecies(state.view.tab).includes(species)) return;
    wanted = figureState(state, species, themeName(state), size.height >= roomForResiduals);
    placeHandles();
    tellOutside();
    markStale(state);
    if (drawing) return;
    if (shown === null) {
      if (state.catalogue.kind === 'loading') return;
      if (plotly === null || failures > 0) drawFirst();
      else void commit();
      if (failures > 0 && state.drag === null && taskOf(wanted) !== failedOn) commitSoon();
      return;
    }
    if (size.width !== drawnSize?.width || size.height !== drawnSize.height) resizeSoon();
    const isOtherZoom = JSON.stringify(wanted.zoom) !== shownZoom;
    const isOtherFrame = wanted.frameKey !== shown.frameKey || sizeKey() !== shownSize;
    if (isOtherFrame || isNarrow() !== shownNarrow || isOtherZoom) {
      void commit();
    } else if (wanted.curvesKey !== shown.curvesKey) {
      drawLive();
      if (state.drag === null) commitSoon();
      else clearTimeout(commitTimer);
    } else if (isLive) {
      endLive();
    }
  };

  function schedule(): void {
    if (frame === 0 && !disposed) frame = requestAnimationFrame(update);
  }

  // The window, the legend's rows, the folded rail: all change the figure.
  const resize = new ResizeObserver(() => {
    size = { width: hosts.plot.clientWidth, height: hosts.plot.clientHeight };
    schedule();
  });
  resize.observe(hosts.plot);
  const unsubscribe = store.subscribe((state, previous) => {
    // A new curve under the hand is drawn at once: waiting for the frame would cost half a frame on average.
    if (state.drag !== null && state.lanes !== previous.lanes && shown !== null) update();
    else schedule();
  });
  let asked = false;
  /** It did not come: asked for again only by hand, not with every curve. */
  let hasMissed = false;
  function askForPlotly(): void {
    clearTimeout(patience);
    if (asked || hasMissed || disposed) return;
    asked = true;
    Promise.all([loadPlotly(), loadPart(() => import('./figureDrawing'))]).then(
      ([itself, drawing]) => {
        plotly = { itself, ...drawing };
        onProblem(null);
        schedule();
      },
      () => {
        asked = false;
        hasMissed = true;
        onProblem('not loaded');
      },
    );
  }
  const patience = setTimeout(askForPlotly, plotlyWaitsMilliseconds);

  return {
    fitAxis,
    retry: () => {
      hasMissed = false;
      if (plotly === null) askForPlotly();
      else void commit();
    },
    dispose: () => {
      disposed = true;
      cancelAnimationFrame(frame);
      clearTimeout(commitTimer);
      clearTimeout(resizeTimer);
      clearTimeout(patience);
      firstSight.remove();
      resize.disconnect();
      unsubscribe();
      // A drawing that goes on is cleared away when it is done.
      if (!drawing && element !== null) takeAway();
    },
  };
}
