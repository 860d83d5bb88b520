/** The layer of the residuals while curves change. */
import type { ModelKey } from '../model/models';
import { type MarkFrame, marksLook, marksPath } from './marks/residuals';
import { palettes, type ThemeName } from './palette';
import type { PanelArea } from './panels';
import type { ResidualPanel } from './residualPanel';
import { placeLayer, svgNamespace } from './svgLayer';

export interface LiveMarks {
  draw(
    panel: ResidualPanel,
    frame: MarkFrame & { readonly area: PanelArea; readonly theme: ThemeName },
  ): void;
  clear(): void;
}

export function createLiveMarks(layer: SVGSVGElement): LiveMarks {
  const paths = new Map<ModelKey, SVGPathElement>();
  const pathOf = (model: ModelKey) => {
    const path = paths.get(model) ?? document.createElementNS(svgNamespace, 'path');
    if (!paths.has(model)) layer.append(path);
    paths.set(model, path);
    return path;
  };
  return {
    draw: (panel, frame) => {
      placeLayer(layer, frame.area);
      for (const { model, marks } of panel.series) {
        const path = pathOf(model);
        const look = marksLook(model, palettes[frame.theme]);
        path.setAttribute('data-curve', `${model}-residuals`);
        path.setAttribute('fill', look.fill);
        path.setAttribute('stroke', look.stroke);
        path.setAttribute('d', marksPath(model, marks, panel, frame));
      }
    },
    clear: () => {
      for (const path of paths.values()) path.setAttribute('d', '');
    },
  };
}
