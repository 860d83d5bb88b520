/** The SVG layer in which curves move while they change: one path for each curve, clipped to the plot area. */
import { curveStyles, strokeDasharray } from './curveStyle';
import type { CurveId } from './curves';
import { palettes, type ThemeName } from './palette';

const svgNamespace = 'http://www.w3.org/2000/svg';

export interface LiveArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface LiveLayer {
  draw(
    paths: readonly { readonly id: CurveId; readonly path: string }[],
    area: LiveArea,
    theme: ThemeName,
  ): void;
  clear(): void;
}

export function createLiveLayer(layer: SVGSVGElement): LiveLayer {
  const elements = new Map<CurveId, SVGPathElement>();
  const elementOf = (id: CurveId): SVGPathElement => {
    const known = elements.get(id);
    if (known !== undefined) return known;
    const path = document.createElementNS(svgNamespace, 'path');
    const style = curveStyles[id];
    path.setAttribute('data-curve', id);
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke-linejoin', 'round');
    path.setAttribute('stroke-width', String(style.width));
    path.setAttribute('stroke-dasharray', strokeDasharray(style));
    path.setAttribute('opacity', String(style.opacity));
    layer.append(path);
    elements.set(id, path);
    return path;
  };
  return {
    draw: (paths, area, theme) => {
      layer.style.left = `${area.left}px`;
      layer.style.top = `${area.top}px`;
      layer.setAttribute('width', String(Math.max(0, area.width)));
      layer.setAttribute('height', String(Math.max(0, area.height)));
      const shown = new Set(paths.map(({ id }) => id));
      for (const [id, element] of elements) if (!shown.has(id)) element.setAttribute('d', '');
      for (const { id, path } of paths) {
        const element = elementOf(id);
        element.setAttribute('d', path);
        element.setAttribute('stroke', palettes[theme][curveStyles[id].colour]);
      }
    },
    clear: () => {
      for (const element of elements.values()) element.setAttribute('d', '');
    },
  };
}
