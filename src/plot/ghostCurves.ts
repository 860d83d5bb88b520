/** Ghosts as they are drawn: thinner than what moves, in the colour of their model, each with a line pattern of its own. */
import type { Dash, Data } from 'plotly.js';
import { type ModelKey, models } from '../model/models';
import { abscissaUnit } from './axes';
import type { CurvePoints } from './curves';
import { scientific } from './hover';
import type { Palette } from './palette';
import type { AxisChoice } from './vocabulary';

/** Lengths of lines and gaps in pixels, by slot: for Plotly, SVG and the legend alike. */
export const ghostDashes = ['2,3', '7,4', '14,4', '10,4,2,4', '6,3,2,3,2,3', '18,4,6,4'] as const;
/** Pixels: dots and dashes of less than two are lost among data. */
export const ghostWidth = 1.9;

/** A name that a person chose, as text that Plotly reads as nothing but text. */
export function plainText(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('%', '&#37;');
}

export interface GhostCurve {
  readonly slot: number;
  readonly name: string;
  readonly model: ModelKey;
  readonly points: CurvePoints;
  /** Bears the name: one curve of each ghost does, of the two-halo model where that is shown. */
  readonly named: boolean;
}

/** The same to a thousandth: less than a line's width, more than what two solves of one model differ by. */
function sameCurve(one: CurvePoints, other: CurvePoints): boolean {
  if (one === other) return true;
  return (
    one.y.length === other.y.length &&
    one.y.every((value, index) => Math.abs(value / other.y[index]! - 1) < 1e-3)
  );
}

/**
 * Without curves that only repeat another of their model under a second pattern, which would fill its gaps: freezing
 * while only the two-halo model is changed gives the conventional one again and again. The curve that bears the name stays.
 */
export function withoutRepeats(
  ghosts: readonly GhostCurve[],
  present: readonly { readonly id: string; readonly points: CurvePoints }[] = [],
): readonly GhostCurve[] {
  return ghosts.filter(({ model, points, named }, index) => {
    if (named) return true;
    const others = [
      ...present.filter(({ id }) => id === model),
      ...ghosts.slice(0, index).filter((other) => other.model === model),
    ];
    return !others.some((other) => sameCurve(points, other.points));
  });
}

/** Where along the axis (0 to 1) a ghost carries its name: each at another place, so that names do not meet. */
function labelPlace(slot: number): number {
  return 0.42 + 0.09 * slot;
}

export function ghostTrace(
  ghost: GhostCurve,
  choice: AxisChoice,
  xRange: readonly [number, number],
  palette: Palette,
): Data {
  const { x, y } = ghost.points;
  const [left, right] = xRange;
  const at = 10 ** (left + labelPlace(ghost.slot) * (right - left));
  const labelled = x.findIndex((value) => value >= at);
  const unit = abscissaUnit(choice.abscissa);
  const colour = palette[ghost.model];
  const name = plainText(ghost.name);
  return {
    type: 'scatter',
    mode: 'text+lines',
    uid: `ghost-${ghost.model}-${ghost.slot}`,
    name: `${name} (frozen)`,
    x: [...x],
    y: [...y],
    // The cast: Plotly also takes lengths in pixels here, its types list only the named dashes.
    line: { color: colour, width: ghostWidth, dash: ghostDashes[ghost.slot] as Dash },
    showlegend: ghost.named,
    text: x.map((_, index) => (ghost.named && index === labelled ? name : '')),
    textposition: 'top center',
    textfont: { size: 11, color: colour },
    customdata: x.map((value, index) => [scientific(value), scientific(y[index]! / value ** choice.power)]),
    hovertemplate: `<b>${name}</b>, ${models[ghost.model].name.toLowerCase()}, frozen<br>%{customdata[0]} ${unit}<br>Φ = %{customdata[1]} ${unit}⁻¹ m⁻² s⁻¹ sr⁻¹<extra></extra>`,
  };
}
