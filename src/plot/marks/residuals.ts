/** The residuals of a model as SVG: all its marks as one path, because hundreds of elements would not follow a hand. */
import type { ModelKey } from '../../model/models';
import { modelStyles } from '../modelStyles';
import type { Palette } from '../palette';
import { type FigureSize, isDrawable } from '../panels';
import { type ResidualMark, type ResidualPanel, type ResidualSeries, residualScale } from '../residualPanel';

/** Radius of a mark in pixels. */
export const residualRadius = 2.3;

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

export interface MarkFrame {
  readonly area: FigureSize;
  /** log10 of the ends of the abscissa. */
  readonly x: readonly [number, number];
}

/** Path data of the marks that are in view, in the panel's pixels. */
export function marksPath(
  model: ModelKey,
  marks: readonly ResidualMark[],
  panel: Pick<ResidualPanel, 'kind'>,
  { area, x }: MarkFrame,
): string {
  if (!isDrawable(area, x)) return '';
  const [bottom, top] = residualScale[panel.kind].ends;
  const perDecade = area.width / (x[1] - x[0]);
  const perUnit = area.height / (top - bottom);
  return marks
    .map((one) => {
      const across = (Math.log10(one.x) - x[0]) * perDecade;
      const down = (top - one.y) * perUnit;
      const isInView = across >= 0 && across <= area.width && Number.isFinite(down);
      if (!isInView) return '';
      return `M${across.toFixed(1)},${down.toFixed(1)}${outline(model, one)}`;
    })
    .join('');
}

/** How they are filled and drawn round. */
export function marksLook(
  model: ModelKey,
  palette: Palette,
): { readonly fill: string; readonly stroke: string } {
  const colour = palette[model];
  return modelStyles[model].isOpen ? { fill: 'none', stroke: colour } : { fill: colour, stroke: 'none' };
}

export function marksMarkup(
  { model, marks }: ResidualSeries,
  panel: Pick<ResidualPanel, 'kind'>,
  frame: MarkFrame,
  palette: Palette,
): string {
  const { fill, stroke } = marksLook(model, palette);
  const line = stroke === 'none' ? '' : ` stroke="${stroke}" stroke-width="1"`;
  return `<path d="${marksPath(model, marks, panel, frame)}" fill="${fill}"${line}/>`;
}
