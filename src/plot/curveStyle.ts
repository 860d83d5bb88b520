/** Line styles of the model curves, once for Plotly and once for the live layer's SVG paths. */
import type { CurveId } from './curves';
import type { Palette } from './palette';

export interface CurveStyle {
  readonly colour: keyof Pick<Palette, 'thm' | 'cm' | 'analytic'>;
  readonly width: number;
  readonly dash: 'solid' | 'dash' | 'dot';
  readonly opacity: number;
}

export const curveStyles: Record<CurveId, CurveStyle> = {
  thm: { colour: 'thm', width: 2.6, dash: 'solid', opacity: 1 },
  cm: { colour: 'cm', width: 2.2, dash: 'dash', opacity: 1 },
  'thm-lis': { colour: 'thm', width: 1.2, dash: 'solid', opacity: 0.75 },
  'cm-lis': { colour: 'cm', width: 1.2, dash: 'dash', opacity: 0.75 },
  analytic: { colour: 'analytic', width: 1.6, dash: 'dot', opacity: 1 },
};

/** Dash lengths in pixels, the same words Plotly accepts for `line.dash` and SVG for `stroke-dasharray`. */
export function dashPixels(style: CurveStyle): string {
  if (style.dash === 'solid') return 'solid';
  return style.dash === 'dash' ? '9px,5px' : '2px,4px';
}

export function strokeDasharray(style: CurveStyle): string {
  return style.dash === 'solid' ? 'none' : style.dash === 'dash' ? '9 5' : '2 4';
}
