/**
 * A figure on the page. Plotly draws axes, data and the curves at rest; while curves change they move in a light
 * SVG layer laid over the plot area, because a full redraw (~90 ms) cannot follow a hand. When the slider rests
 * the curves are committed to Plotly and the layer is emptied.
 */
import type { PlotlyHTMLElement } from 'plotly.js';
import type { SpeciesKey } from '../model/propagated';
import { laneOf, tabSpecies } from '../state/lanes';
import { type ExplorerState, type ExplorerStore, themeName } from '../state/store';
import type { AxisRanges } from './axes';
import { buildFigure, figureConfig, margins } from './figure';
import { type FigureState, figureState } from './figureState';
import { createLiveLayer } from './liveLayer';

/** Curves are committed this long after the last change at rest (milliseconds). */
const commitAfterMilliseconds = 220;
/** Figures narrower than this have small margins (pixels). */
const narrowBelow = 560;

type Plotly = typeof import('plotly.js-basic-dist-min');

export interface FigureHosts {
  /** Plotly's element. */
  readonly plot: HTMLDivElement;
  readonly layer: SVGSVGElement;
}

export interface FigureView {
  dispose(): void;
}

export function createFigureView(
  hosts: FigureHosts,
  store: ExplorerStore,
  species: SpeciesKey,
  loadPlotly: () => Promise<Plotly>,
): FigureView {
  const live = createLiveLayer(hosts.layer);
  let plotly: Plotly | null = null;
  let element: PlotlyHTMLElement | null = null;
  let shown: FigureState | null = null;
  let shownNarrow = false;
  let wanted: FigureState | null = null;
  let frame = 0;
  let commitTimer: ReturnType<typeof setTimeout> | undefined;
  let drawing = false;
  let isLive = false;
  const isStale = { thm: false, cm: false };
  let disposed = false;

  const touch = window.matchMedia('(pointer: coarse)').matches;
  // Measured when it changes: asking the element during a drag would force a layout each time.
  let size = { width: hosts.plot.clientWidth, height: hosts.plot.clientHeight };
  const isNarrow = () => size.width < narrowBelow;

  // A mark that tests and benchmarks read: when both models first lie over data.
  let seen = false;
  const markFirstSight = ({ curves, tables }: FigureState) => {
    if (seen || curves.length < 2 || tables.length === 0) return;
    seen = true;
    performance.mark(`curves-over-data:${species}`);
  };

  const drawLive = () => {
    const x = element?.layout.xaxis?.range;
    const y = element?.layout.yaxis?.range;
    if (x === undefined || y === undefined || wanted === null) return;
    const ranges: AxisRanges = { x: [Number(x[0]), Number(x[1])], y: [Number(y[0]), Number(y[1])] };
    const { l, r, t, b } = margins(isNarrow());
    const area = { left: l, top: t, width: size.width - l - r, height: size.height - t - b };
    live.draw(wanted.curves, { area, ranges, theme: wanted.theme });
    if (!isLive) hosts.plot.classList.add('is-live');
    isLive = true;
    markFirstSight(wanted);
  };

  const endLive = () => {
    clearTimeout(commitTimer);
    live.clear();
    hosts.plot.classList.remove('is-live');
    isLive = false;
  };

  const tellLeftEdge = () => {
    const left = element?.layout.xaxis?.range?.[0];
    if (species === 'p' && left !== undefined) store.getState().actions.setProtonsFrom(10 ** Number(left));
  };

  const commit = async (): Promise<void> => {
    clearTimeout(commitTimer);
    if (plotly === null || wanted === null || drawing || disposed) return;
    drawing = true;
    const committing = wanted;
    const narrow = isNarrow();
    const figure = buildFigure({ ...committing, narrow, touch });
    const isFirst = element === null;
    element = await plotly.react(hosts.plot, figure.data, figure.layout, figureConfig(touch));
    drawing = false;
    if (disposed) return plotly.purge(hosts.plot);
    shown = committing;
    shownNarrow = narrow;
    if (isFirst) {
      element.on('plotly_relayout', () => {
        tellLeftEdge();
        schedule();
      });
      element.on('plotly_relayouting', schedule);
    }
    if (committing.curves.length > 1 && committing.tables.length > 0)
      performance.mark(`curves-over-data:${species}`);
    if (wanted.curvesKey === committing.curvesKey) endLive();
    update();
  };

  const update = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    if (disposed) return;
    const state = store.getState();
    if (!tabSpecies(state.view.tab).includes(species)) return;
    wanted = figureState(state, species, themeName(state));
    markStale(state);
    if (plotly === null || drawing) return;
    if (shown === null) {
      if (state.catalogue.kind !== 'loading') void commit();
      return;
    }
    if (wanted.frameKey !== shown.frameKey || isNarrow() !== shownNarrow) {
      void commit();
    } else if (wanted.curvesKey !== shown.curvesKey) {
      drawLive();
      clearTimeout(commitTimer);
      if (state.drag === null) commitTimer = setTimeout(commit, commitAfterMilliseconds);
    } else if (isLive) {
      endLive();
    }
  };

  const markStale = (state: ExplorerState) => {
    for (const model of ['thm', 'cm'] as const) {
      const { stale } = state.lanes[laneOf(model, species)];
      if (stale === isStale[model]) continue;
      isStale[model] = stale;
      hosts.plot.classList.toggle(`is-stale-${model}`, stale);
      hosts.layer.classList.toggle(`is-stale-${model}`, stale);
    }
  };

  function schedule(): void {
    if (frame === 0 && !disposed) frame = requestAnimationFrame(update);
  }

  // Plotly resizes itself; the layer, and the margins of another width class, follow here.
  const resize = new ResizeObserver(() => {
    size = { width: hosts.plot.clientWidth, height: hosts.plot.clientHeight };
    // Plotly itself follows the window only; the legend's rows and the folded rail change the figure too.
    if (element !== null && size.width > 0) void plotly?.Plots.resize(hosts.plot);
    schedule();
  });
  resize.observe(hosts.plot);
  const unsubscribe = store.subscribe((state, previous) => {
    // A new curve under the hand is drawn at once: waiting for the frame would cost half a frame on average.
    if (state.drag !== null && state.lanes !== previous.lanes && shown !== null) update();
    else schedule();
  });
  loadPlotly().then(
    (loaded) => {
      plotly = loaded;
      schedule();
    },
    () =>
      store
        .getState()
        .actions.notify('problem', 'The figure could not be loaded. Reload the page to try again.'),
  );

  return {
    dispose: () => {
      disposed = true;
      cancelAnimationFrame(frame);
      clearTimeout(commitTimer);
      resize.disconnect();
      unsubscribe();
      if (element !== null) plotly?.purge(hosts.plot);
    },
  };
}
