/** A frozen curve for Plotly, with its name written on it. */
import type { Dash, Data } from 'plotly.js';
import { models } from '../../model/models';
import { abscissaUnit, valueText } from '../axes';
import { scientific } from '../hover';
import type { Palette } from '../palette';
import type { AxisChoice } from '../vocabulary';
import { type GhostCurve, ghostDashes, ghostWidth } from './ghost';

/** A name that a person chose, as text that Plotly reads as nothing but text. */
export function plainText(name: string): string {
  return name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('%', '&#37;');
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
  const unit = abscissaUnit(choice);
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
    hovertemplate: `<b>${name}</b>, ${models[ghost.model].name.toLowerCase()}, frozen<br>%{customdata[0]} ${unit}<br>${valueText(choice, '%{customdata[1]}')}<extra></extra>`,
  };
}
