/** One figure on the page, of its element's size. It is drawn when it gets its turn, as it is wanted by then. */
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
    draw();
    if (waiting.size > 0) start();
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
  onProblem: () => void,
  turns: Turns,
): PlotHost {
  let plotly: Plotly | null = null;
  let wanted: ((size: MapSize) => MapFigure) | null = null;
  let drawing = false;
  let isOld = false;
  let disposed = false;

  function draw(): void {
    const { clientWidth: width, clientHeight: height } = element;
    if (disposed || plotly === null || wanted === null || width === 0 || height === 0) return;
    if (drawing) {
      isOld = true;
      return;
    }
    const figure = wanted({ width, height });
    if (leavesRoom({ width, height }, figure)) void drawOn(plotly, figure);
  }

  async function drawOn(on: Plotly, { data, layout }: MapFigure): Promise<void> {
    drawing = true;
    await on.react(element, data, layout, config);
    drawing = false;
    if (disposed) return on.purge(element);
    if (!isOld) return;
    isOld = false;
    turns.ask(draw);
  }

  const resize = new ResizeObserver(() => turns.ask(draw));
  resize.observe(element);
  loadPlotly().then((loaded) => {
    plotly = loaded;
    turns.ask(draw);
  }, onProblem);

  return {
    draw: (figure) => {
      wanted = figure;
      turns.ask(draw);
    },
    dispose: () => {
      disposed = true;
      turns.cancel(draw);
      resize.disconnect();
      if (!drawing) plotly?.purge(element);
    },
  };
}
