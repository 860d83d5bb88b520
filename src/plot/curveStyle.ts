/** Line styles of the model curves, once for Plotly and once for the live layer's SVG paths. */
import { type ModelKey, modelKeys } from '../model/models';
import type { CurveId } from './curves';
import { modelStyles } from './modelStyles';

export interface CurveStyle {
  readonly colour: ModelKey | 'analytic';
  readonly width: number;
  /** Lengths of lines and gaps in pixels; empty for an unbroken line. */
  readonly dash: readonly number[];
  readonly opacity: number;
}

/** The thinner curves beside a model's own take colour and dash from it, unless they have their own. */
const kinds: Readonly<Record<string, Partial<CurveStyle>>> = {
  lis: { width: 1.2, opacity: 0.75 },
  smooth: { width: 1.2, dash: [3, 3], opacity: 0.9 },
  near: { width: 1, opacity: 0.9 },
  beyond: { width: 1, dash: [1.5, 3], opacity: 0.9 },
  '3d': { width: 2.4, dash: [14, 4, 2, 4] },
};
const analytic: CurveStyle = { colour: 'analytic', width: 1.6, dash: [2, 4], opacity: 1 };

/** Ids are `thm`, `thm-lis`, `3d-thm`, `thm-near-vela`. */
export function curveStyle(id: CurveId): CurveStyle {
  if (id === 'analytic') return analytic;
  const parts = id.split('-', 2);
  const colour = modelKeys.find((model) => parts.includes(model));
  const kind = parts.find((part) => part !== colour);
  if (colour === undefined || (kind !== undefined && !(kind in kinds)))
    throw new Error(`There is no line style for the curve ${id}.`);
  const { width, dash } = modelStyles[colour];
  return { colour, opacity: 1, width, dash, ...kinds[kind ?? ''] };
}

/** The same words Plotly accepts for `line.dash` and SVG for `stroke-dasharray`. */
export function dashPixels({ dash }: CurveStyle): string {
  return dash.length === 0 ? 'solid' : dash.map((length) => `${length}px`).join(',');
}

export function strokeDasharray({ dash }: CurveStyle): string {
  return dash.length === 0 ? 'none' : dash.join(' ');
}
