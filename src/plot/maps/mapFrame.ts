/** From kiloparsecs to pixels of a plot area and back. */
import type { PanelArea } from '../panels';
import { createLabelBoard, type LabelBoard, type Pixel } from './placeLabels';
import type { MapWindow } from './raster';

export interface MapFrame {
  readonly window: MapWindow;
  readonly area: PanelArea;
  /** Pixels from the upper left corner of the plot area. */
  toPixel(x: number, y: number): Pixel;
  toKpc(pixel: Pixel): { readonly x: number; readonly y: number };
  isInside(x: number, y: number): boolean;
  readonly board: LabelBoard;
}

export function mapFrame(window: MapWindow, area: PanelArea): MapFrame {
  const { x, y } = window;
  const [across, up] = [area.width / (x[1] - x[0]), area.height / (y[1] - y[0])];
  return {
    window,
    area,
    board: createLabelBoard(area),
    toPixel: (atX, atY) => ({ x: (atX - x[0]) * across, y: (y[1] - atY) * up }),
    toKpc: (pixel) => ({ x: x[0] + pixel.x / across, y: y[1] - pixel.y / up }),
    isInside: (atX, atY) => atX >= x[0] && atX <= x[1] && atY >= y[0] && atY <= y[1],
  };
}
