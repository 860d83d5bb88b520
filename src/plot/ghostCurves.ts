/** Ghosts as they are drawn: thin, in the colour of their model, each with a line pattern and a label of its own. */
import type { Dash, Data } from 'plotly.js';
import type { Ghost } from '../state/ghosts';
import { laneOf, type ModelKey } from '../state/lanes';
import { laneSpectrum } from '../state/spectra';
import type { ViewSettings } from '../state/view';
import { xmlText } from '../text/xmlText';
import { type AxisChoice, abscissaUnit } from './axes';
import { type CurvePoints, drawn } from './curves';
import { scientific } from './hover';
import type { Palette } from './palette';

/** Lengths of lines and gaps in pixels, by slot: for Plotly, SVG and the legend alike. */
export const ghostDashes = ['2,3', '6,3', '12,4', '9,3,2,3', '5,2,1,2,1,2', '16,3,5,3'] as const;
export const ghostWidth = 1.2;
const ghostOpacity = 0.85;

/** A name that a person chose, as text that Plotly reads as nothing but text, and that an SVG file can hold. */
export function plainText(name: string): string {
  return xmlText(name).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('%', '&#37;');
}

export interface GhostCurve {
  readonly slot: number;
  readonly name: string;
  readonly model: ModelKey;
  readonly points: CurvePoints;
}

export function ghostCurves(
  ghosts: readonly Ghost[],
  choice: AxisChoice,
  view: Pick<ViewSettings, 'thm' | 'cm'>,
): readonly GhostCurve[] {
  const models = (['cm', 'thm'] as const).filter((model) => view[model]);
  return ghosts.flatMap(({ slot, name, parameters, curves }) =>
    models.flatMap((model) => {
      const lane = laneOf(model, choice.species);
      const propagated = curves[lane];
      if (propagated === undefined) return [];
      const spectrum = laneSpectrum(lane, propagated, parameters);
      return [{ slot, name, model, points: drawn(spectrum, spectrum.modulated, choice) }];
    }),
  );
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
    name: `${name} (${ghost.model === 'thm' ? 'THM' : 'CM'})`,
    x: [...x],
    y: [...y],
    // The cast: Plotly also takes lengths in pixels here, its types list only the named dashes.
    line: { color: colour, width: ghostWidth, dash: ghostDashes[ghost.slot] as Dash },
    opacity: ghostOpacity,
    text: x.map((_, index) => (index === labelled ? name : '')),
    textposition: ghost.model === 'thm' ? 'top center' : 'bottom center',
    textfont: { size: 11, color: colour },
    customdata: x.map((value, index) => [scientific(value), scientific(y[index]! / value ** choice.power)]),
    hovertemplate: `<b>${name}</b>, ${ghost.model === 'thm' ? 'two halos' : 'conventional'}, frozen<br>%{customdata[0]} ${unit}<br>Φ = %{customdata[1]} ${unit}⁻¹ m⁻² s⁻¹ sr⁻¹<extra></extra>`,
  };
}
