/** An SVG element laid over one panel of a figure. */
import type { PanelArea } from './panels';

export const svgNamespace = 'http://www.w3.org/2000/svg';

export function placeLayer(layer: SVGSVGElement, area: PanelArea): void {
  layer.style.left = `${area.left}px`;
  layer.style.top = `${area.top}px`;
  layer.setAttribute('width', String(area.width));
  layer.setAttribute('height', String(area.height));
}
