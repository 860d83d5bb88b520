/** The SVG layer in which curves move while they change: one path for each curve, clipped to the plot area. */

import { curveStyle, strokeDasharray } from './curveStyle';
import type { CurveId, CurvePoints, ModelCurve } from './curves';
import { curvePath } from './marks/curve';
import { palettes, type ThemeName } from './palette';
import type { PanelArea } from './panels';
import { placeLayer, svgNamespace } from './svgLayer';
import type { AxisRanges } from './vocabulary';

/** Where the curves are drawn: the plot area, the ranges it shows, the theme. */
export interface LiveFrame {
  readonly area: PanelArea;
  readonly ranges: AxisRanges;
  readonly theme: ThemeName;
}

export interface LiveLayer {
  draw(curves: readonly ModelCurve[], frame: LiveFrame): void;
  clear(): void;
}

interface LiveCurve {
  readonly element: SVGPathElement;
  /** What was drawn last; an unmoved curve is not drawn again. */
  drawn: CurvePoints | null;
}

function newPath(layer: SVGSVGElement, id: CurveId): LiveCurve {
  const element = document.createElementNS(svgNamespace, 'path');
  const style = curveStyle(id);
  element.setAttribute('data-curve', id);
  element.setAttribute('fill', 'none');
  element.setAttribute('stroke-linejoin', 'round');
  element.setAttribute('stroke-width', String(style.width));
  element.setAttribute('stroke-dasharray', strokeDasharray(style));
  element.setAttribute('opacity', String(style.opacity));
  layer.append(element);
  return { element, drawn: null };
}

export function createLiveLayer(layer: SVGSVGElement): LiveLayer {
  const paths = new Map<CurveId, LiveCurve>();
  let lastFrame = '';

  const erase = (curve: LiveCurve) => {
    if (curve.drawn === null) return;
    curve.element.setAttribute('d', '');
    curve.drawn = null;
  };

  const place = ({ area, theme }: LiveFrame) => {
    placeLayer(layer, area);
    for (const [id, { element }] of paths)
      element.setAttribute('stroke', palettes[theme][curveStyle(id).colour]);
  };

  return {
    draw: (curves, frame) => {
      for (const { id } of curves) if (!paths.has(id)) paths.set(id, newPath(layer, id));
      const thisFrame = JSON.stringify([frame, paths.size]);
      const moved = thisFrame !== lastFrame;
      if (moved) place(frame);
      lastFrame = thisFrame;
      for (const [id, path] of paths) {
        const curve = curves.find((candidate) => candidate.id === id);
        if (curve === undefined) {
          erase(path);
        } else if (moved || path.drawn !== curve.points) {
          path.element.setAttribute('d', curvePath(curve.points, frame.ranges, frame.area));
          path.drawn = curve.points;
        }
      }
    },
    clear: () => {
      for (const path of paths.values()) erase(path);
    },
  };
}
