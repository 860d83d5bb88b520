/** The residuals while curves change: all marks of a model as one path, because hundreds of elements would not follow. */
import type { ModelKey } from '../model/models';
import { modelStyles } from './modelStyles';
import { palettes, type ThemeName } from './palette';
import { isDrawable, type PanelArea } from './panels';
import { type ResidualMark, type ResidualPanel, residualScale } from './residualPanel';
import { residualRadius } from './residualTraces';
import { placeLayer, svgNamespace } from './svgLayer';

export interface MarkFrame {
  readonly area: PanelArea;
  readonly x: readonly [number, number];
  readonly theme: ThemeName;
}

export interface LiveMarks {
  draw(panel: ResidualPanel, frame: MarkFrame): void;
  clear(): void;
}

const r = residualRadius;
/** Outlines around a point: a disc, a square, and triangles for what lies beyond the scale. */
const disc = `m${-r},0a${r},${r} 0 1,1 ${2 * r},0a${r},${r} 0 1,1 ${-2 * r},0`;
const square = `m${-r},${-r}h${2 * r}v${2 * r}h${-2 * r}z`;
const upward = `m0,${-1.3 * r}l${1.2 * r},${2 * r}h${-2.4 * r}z`;
const downward = `m0,${1.3 * r}l${1.2 * r},${-2 * r}h${-2.4 * r}z`;

function outline(model: ModelKey, { beyond }: ResidualMark): string {
  if (beyond !== 0) return beyond > 0 ? upward : downward;
  return modelStyles[model].mark === 'circle' ? disc : square;
}

/** Path data of the marks that are in view, in the panel's pixels. */
export function marksPath(
  model: ModelKey,
  marks: readonly ResidualMark[],
  panel: Pick<ResidualPanel, 'kind'>,
  { area, x }: Pick<MarkFrame, 'area' | 'x'>,
): string {
  if (!isDrawable(area, x)) return '';
  const [bottom, top] = residualScale[panel.kind].ends;
  const perDecade = area.width / (x[1] - x[0]);
  const perUnit = area.height / (top - bottom);
  return marks
    .map((one) => {
      const across = (Math.log10(one.x) - x[0]) * perDecade;
      const isInView = across >= 0 && across <= area.width && Number.isFinite(one.y);
      if (!isInView) return '';
      return `M${across.toFixed(1)},${((top - one.y) * perUnit).toFixed(1)}${outline(model, one)}`;
    })
    .join('');
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
        const colour = palettes[frame.theme][model];
        path.setAttribute('data-curve', `${model}-residuals`);
        const { isOpen } = modelStyles[model];
        path.setAttribute('fill', isOpen ? 'none' : colour);
        path.setAttribute('stroke', isOpen ? colour : 'none');
        path.setAttribute('d', marksPath(model, marks, panel, frame));
      }
    },
    clear: () => {
      for (const path of paths.values()) path.setAttribute('d', '');
    },
  };
}
