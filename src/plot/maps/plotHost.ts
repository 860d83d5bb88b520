/**
 * One Plotly figure on the page, drawn at the next frame, of its element's size. What follows the energy (pictures, lines of
 * equal density, their numbers) is given to Plotly by itself: that takes a fifth of the time of the whole figure.
 */
import type { Config } from 'plotly.js';
import type { MapFigure, MapSize } from './mapInput';

type Plotly = typeof import('plotly.js-cartesian-dist-min');

export interface PlotHost {
  draw(build: (size: MapSize) => MapFigure): void;
  /** As drawn last. */
  size(): MapSize;
  dispose(): void;
}

export function createPlotHost(
  host: HTMLDivElement,
  loadPlotly: () => Promise<Plotly>,
  onProblem: () => void,
  config: Partial<Config>,
): PlotHost {
  let plotly: Plotly | null = null;
  let build: ((size: MapSize) => MapFigure) | null = null;
  let shownKey = '';
  let size: MapSize = { width: host.clientWidth, height: host.clientHeight };
  let frame = 0;
  let drawing = false;
  let disposed = false;

  const schedule = () => {
    if (frame === 0 && !disposed) frame = requestAnimationFrame(draw);
  };

  async function draw(): Promise<void> {
    frame = 0;
    if (plotly === null || build === null || drawing || disposed || size.width === 0) return;
    drawing = true;
    const drawn = build;
    const figure = drawn(size);
    const { images, shapes, annotations } = figure.layout;
    const isLight = figure.stillKey !== '' && figure.stillKey === shownKey;
    if (isLight)
      await plotly.relayout(host, { images, shapes, annotations } as Partial<typeof figure.layout>);
    else await plotly.react(host, figure.data, figure.layout, { ...config, displayModeBar: false });
    shownKey = figure.stillKey;
    drawing = false;
    if (disposed) plotly.purge(host);
    else if (build !== drawn) schedule();
  }

  const resize = new ResizeObserver(() => {
    const { clientWidth: width, clientHeight: height } = host;
    if (width === size.width && height === size.height) return;
    size = { width, height };
    shownKey = '';
    schedule();
  });
  resize.observe(host);
  loadPlotly().then((loaded) => {
    plotly = loaded;
    schedule();
  }, onProblem);

  return {
    draw: (next) => {
      build = next;
      schedule();
    },
    size: () => size,
    dispose: () => {
      disposed = true;
      cancelAnimationFrame(frame);
      resize.disconnect();
      if (!drawing) plotly?.purge(host);
    },
  };
}
