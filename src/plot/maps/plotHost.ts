/** One figure on the page, of its element's size. It is drawn when it gets its turn, as it is wanted by then. */
import { clearPlot } from '../clearPlot';
import { isDrawable } from '../panels';
import type { MapFigure, MapSize } from './mapInput';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

/** Gives out turns to draw, one in each frame: three figures in one frame would hold up a slider that moves them all. */
export interface Turns {
  /** A turn for this; asked for again before it comes, it is one turn still. */
  ask(draw: () => void): void;
  cancel(draw: () => void): void;
}

export function createTurns(): Turns {
  const waiting = new Set<() => void>();
  let frame = 0;
  const next = () => {
    frame = 0;
    const [draw] = waiting;
    if (draw === undefined) return;
    waiting.delete(draw);
    // Asked for first: what one figure throws must not take the turns of the others.
    if (waiting.size > 0) start();
    draw();
  };
  const start = () => {
    if (frame === 0) frame = requestAnimationFrame(next);
  };
  return {
    ask: (draw) => {
      waiting.add(draw);
      start();
    },
    cancel: (draw) => {
      waiting.delete(draw);
    },
  };
}

export interface PlotHost {
  draw(figure: (size: MapSize) => MapFigure): void;
  /** Loads Plotly, or draws, again after a problem. */
  retry(): void;
  dispose(): void;
}

const config = { displayModeBar: false, doubleClick: false, scrollZoom: false, showTips: false } as const;

/** Whether the margins leave room to draw in: Plotly divides by it. */
export function leavesRoom({ width, height }: MapSize, { layout: { margin } }: MapFigure): boolean {
  const { l = 0, r = 0, t = 0, b = 0 } = margin ?? {};
  return isDrawable({ width: width - l - r, height: height - t - b });
}

export function createPlotHost(
  element: HTMLDivElement,
  loadPlotly: () => Promise<Plotly>,
  /** True: it could not be drawn; false: it could again. The next figure is tried by itself. */
  onProblem: (hasFailed: boolean) => void,
  turns: Turns,
): PlotHost {
  let plotly: Plotly | null = null;
  let wanted: ((size: MapSize) => MapFigure) | null = null;
  let loading = false;
  let drawing = false;
  let isOld = false;
  let disposed = false;

  function draw(): void {
    const { clientWidth: width, clientHeight: height } = element;
    const figure = wanted;
    if (disposed || plotly === null || figure === null || width === 0 || height === 0) return;
    if (drawing) {
      isOld = true;
      return;
    }
    void drawOn(plotly, { width, height }, figure);
  }

  /** Never rejects. */
  async function drawOn(on: Plotly, size: MapSize, figureOf: (size: MapSize) => MapFigure): Promise<void> {
    drawing = true;
    let hasFailed = false;
    try {
      const figure = figureOf(size);
      if (leavesRoom(size, figure)) await on.react(element, figure.data, figure.layout, config);
    } catch (error) {
      // For whoever looks into it: the page goes on.
      console.error(error);
      hasFailed = true;
    }
    drawing = false;
    if (disposed || hasFailed) clearPlot(on, element);
    if (disposed) return;
    onProblem(hasFailed);
    if (!isOld) return;
    isOld = false;
    turns.ask(draw);
  }

  function load(): void {
    if (loading || disposed) return;
    loading = true;
    loadPlotly().then(
      (loaded) => {
        plotly = loaded;
        turns.ask(draw);
      },
      () => {
        loading = false;
        if (!disposed) onProblem(true);
      },
    );
  }

  const resize = new ResizeObserver(() => turns.ask(draw));
  resize.observe(element);
  load();

  return {
    draw: (figure) => {
      wanted = figure;
      turns.ask(draw);
    },
    retry: () => (plotly === null ? load() : turns.ask(draw)),
    dispose: () => {
      disposed = true;
      turns.cancel(draw);
      resize.disconnect();
      if (!drawing && plotly !== null) clearPlot(plotly, element);
    },
  };
}
