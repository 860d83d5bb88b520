/** Joins the store and a figure on the page: the figure shows what the state says, and what a hand does on it goes into the state. */
import type { ObservableId } from '../../model/observables';
import { loadPart } from '../../parts/loadPart';
import { energyOf, keptRanges } from '../../plot/axes';
import type { FigureProblem } from '../../plot/figureDrawing';
import type { FigureState } from '../../plot/figureState';
import { createFigureView, type FigureHosts } from '../../plot/figureView';
import { createFrameWatch } from '../../plot/frameWatch';
import type { CurveOutside } from '../../plot/outOfFrame';
import { createStaleMarks } from '../../plot/staleMarks';
import type { AxisRanges } from '../../plot/vocabulary';
import { tabObservables } from '../../state/lanes';
import { figureState } from '../../state/selectors/figureState';
import { staleCurves } from '../../state/selectors/staleCurves';
import { type ExplorerStore, themeName } from '../../state/store';
import { agreementRange } from '../../state/texts/viewText';
import type { RangeHandles } from './rangeHandles';

export interface ControllerHosts extends FigureHosts {
  readonly range: HTMLDivElement;
  /** Lies over the plot area of the spectrum, for words about what is not in it. */
  readonly frame: HTMLDivElement;
}

export interface FigureController {
  /** Chooses axes that hold the curves and the data. */
  fitAxis(): void;
  /** Tries again what `onProblem` told. */
  retry(): void;
  dispose(): void;
}

export function createFigureController(
  hosts: ControllerHosts,
  store: ExplorerStore,
  observable: ObservableId,
  loadPlotly: Parameters<typeof createFigureView>[1],
  onProblem: (problem: FigureProblem | null) => void,
  /** Called when other curves than before run outside the frame. */
  onOutside: (outside: readonly CurveOutside[]) => void = () => undefined,
): FigureController {
  let wanted: FigureState | null = null;
  let frame = 0;
  let isDisposed = false;
  /** Not needed for the first curves. */
  let handles: RangeHandles | null = null;
  let placed = '';

  const setZoom = (zoom: AxisRanges | null) => {
    const { view, actions } = store.getState();
    actions.setView({ zoom: { ...view.zoom, [observable]: zoom } });
  };

  const moveRange = (ends: readonly [number, number]) => {
    if (wanted === null) return;
    const { choice } = wanted;
    const range = agreementRange(energyOf(choice, 10 ** ends[0]), energyOf(choice, 10 ** ends[1]));
    const { view, actions } = store.getState();
    if (range !== null) actions.setView({ agreementRange: { ...view.agreementRange, [observable]: range } });
  };

  const view = createFigureView(hosts, loadPlotly, {
    onProblem,
    onChange: schedule,
    onZoom: setZoom,
    onAxes: ({ x }) => {
      if (observable === 'p') store.getState().actions.setProtonsFrom(10 ** x[0]);
    },
  });
  const watch = createFrameWatch(hosts.frame, onOutside, schedule);
  const markStale = createStaleMarks([hosts.plot, hosts.layer, hosts.residualLayer]);
  loadPart(() => import('./rangeHandles')).then(
    ({ createRangeHandles }) => {
      if (isDisposed) return;
      handles = createRangeHandles(hosts.range, moveRange);
      schedule();
    },
    // The two number fields beside the figure do the same.
    () => undefined,
  );

  /** What lies over the figure. */
  const place = (figure: FigureState) => {
    const ranges = view.ranges(figure);
    if (ranges === null) return;
    const { all, spectrum } = view.areas(figure);
    const range = { area: all, x: ranges.x, ends: figure.agreementEnds };
    const key = JSON.stringify(range);
    if (handles !== null && key !== placed) {
      handles.place(range);
      placed = key;
    }
    watch.look(spectrum, figure.curves, ranges);
  };

  const update = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    const state = store.getState();
    if (isDisposed || !tabObservables(state.view.tab).includes(observable)) return;
    // Thrown further it would stop the solver's answer that asked for it.
    try {
      wanted = figureState(state, observable, themeName(state), view.hasRoom());
      place(wanted);
      markStale(staleCurves(state, observable));
      view.show(wanted, state.drag !== null);
    } catch (error) {
      reportError(error);
    }
  };

  function schedule(): void {
    if (frame === 0 && !isDisposed) frame = requestAnimationFrame(update);
  }

  const unsubscribe = store.subscribe((state, previous) => {
    // A new curve under the hand is drawn at once: waiting for the frame would cost half a frame on average.
    if (state.drag !== null && state.lanes !== previous.lanes && view.isDrawn()) update();
    else schedule();
  });

  return {
    fitAxis: () => {
      const ranges = wanted && view.ranges(wanted);
      if (wanted === null || ranges === null) return;
      const fitted = watch.rangesThatHold(wanted, ranges);
      const zoom = fitted && keptRanges(fitted.x, fitted.y);
      if (zoom !== null) setZoom(zoom);
    },
    retry: view.retry,
    dispose: () => {
      isDisposed = true;
      cancelAnimationFrame(frame);
      unsubscribe();
      view.dispose();
    },
  };
}
