/** Line styles of the model curves, once for Plotly and once for the live layer's SVG paths. */
import type { CurveId } from './curves';
import type { Palette } from './palette';

export interface CurveStyle {
  readonly colour: keyof Pick<Palette, 'thm' | 'cm' | 'analytic'>;
  readonly width: number;
  /** Lengths of lines and gaps in pixels; empty for an unbroken line. */
  readonly dash: readonly number[];
  readonly opacity: number;
}

const styles: Readonly<Record<string, CurveStyle>> = {
  thm: { colour: 'thm', width: 2.6, dash: [], opacity: 1 },
  cm: { colour: 'cm', width: 2.2, dash: [9, 5], opacity: 1 },
  'thm-lis': { colour: 'thm', width: 1.2, dash: [], opacity: 0.75 },
  'cm-lis': { colour: 'cm', width: 1.2, dash: [9, 5], opacity: 0.75 },
  'thm-smooth': { colour: 'thm', width: 1.2, dash: [3, 3], opacity: 0.9 },
  'cm-smooth': { colour: 'cm', width: 1.2, dash: [3, 3], opacity: 0.9 },
  'thm-near': { colour: 'thm', width: 1, dash: [], opacity: 0.9 },
  'cm-near': { colour: 'cm', width: 1, dash: [9, 5], opacity: 0.9 },
  'thm-beyond': { colour: 'thm', width: 1, dash: [1.5, 3], opacity: 0.9 },
  'cm-beyond': { colour: 'cm', width: 1, dash: [1.5, 3], opacity: 0.9 },
  '3d-thm': { colour: 'thm', width: 2.4, dash: [14, 4, 2, 4], opacity: 1 },
  '3d-cm': { colour: 'cm', width: 2.4, dash: [14, 4, 2, 4], opacity: 1 },
  analytic: { colour: 'analytic', width: 1.6, dash: [2, 4], opacity: 1 },
};

export function curveStyle(id: CurveId): CurveStyle {
  const kind = /^(thm|cm)-(near|beyond)-/.test(id) ? id.split('-', 2).join('-') : id;
  const style = styles[kind];
  if (style === undefined) throw new Error(`There is no line style for the curve ${id}.`);
  return style;
}

/** The same words Plotly accepts for `line.dash` and SVG for `stroke-dasharray`. */
export function dashPixels({ dash }: CurveStyle): string {
  return dash.length === 0 ? 'solid' : dash.map((length) => `${length}px`).join(',');
}

export function strokeDasharray({ dash }: CurveStyle): string {
  return dash.length === 0 ? 'none' : dash.join(' ');
}
