/**
 * One figure on the page, drawn at the next frame, of its element's size: Plotly's axes and marks, redrawn when they are
 * others, over a canvas that is painted each time.
 */
import type { MapInput, MapParts, MapRequest, MapSize } from './mapInput';
import { paintGround } from './paintGround';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

/** Two elements of one size, one over the other. */
export interface PlotElements {
  readonly plot: HTMLDivElement;
  readonly ground: HTMLCanvasElement;
}

export interface PlotHost {
  draw(input: MapInput, request: (size: MapSize) => MapRequest): void;
  /** As drawn last. */
  parts(): MapParts | null;
  dispose(): void;
}

export function createPlotHost(
  { plot, ground }: PlotElements,
  loadPlotly: () => Promise<Plotly>,
  onProblem: () => void,
): PlotHost {
  let plotly: Plotly | null = null;
  let wanted: { readonly input: MapInput; readonly request: (size: MapSize) => MapRequest } | null = null;
  let made: { readonly key: string; readonly parts: MapParts } | null = null;
  /** Key of what Plotly shows. */
  let stillKey = '';
  let size: MapSize = { width: plot.clientWidth, height: plot.clientHeight };
  let frame = 0;
  let drawing = false;
  let disposed = false;

  const schedule = () => {
    if (frame === 0 && !disposed) frame = requestAnimationFrame(draw);
  };

  const partsOf = ({ key, make }: MapRequest): MapParts => {
    if (made?.key !== key) made = { key, parts: make() };
    return made.parts;
  };

  function draw(): void {
    frame = 0;
    if (wanted === null || disposed || size.width === 0 || size.height === 0) return;
    const request = wanted.request(size);
    const parts = partsOf(request);
    paintGround(ground, parts.ground(wanted.input), parts.frame, size);
    if (plotly !== null && !drawing && stillKey !== request.key) void drawStill(plotly, request.key, parts);
  }

  async function drawStill(on: Plotly, key: string, parts: MapParts): Promise<void> {
    drawing = true;
    const { data, layout } = parts.still();
    await on.react(plot, data, layout, { staticPlot: true, displayModeBar: false });
    drawing = false;
    stillKey = key;
    if (disposed) on.purge(plot);
    else if (made?.key !== key) schedule();
  }

  const resize = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = plot;
    if (width === size.width && height === size.height) return;
    size = { width, height };
    schedule();
  });
  resize.observe(plot);
  loadPlotly().then((loaded) => {
    plotly = loaded;
    schedule();
  }, onProblem);

  return {
    draw: (input, request) => {
      wanted = { input, request };
      schedule();
    },
    parts: () => made?.parts ?? null,
    dispose: () => {
      disposed = true;
      cancelAnimationFrame(frame);
      resize.disconnect();
      if (!drawing) plotly?.purge(plot);
    },
  };
}
