/** What each process does to the flux, in per cent against energy. */
import type { Data, LayoutAxis } from 'plotly.js';
import { scientific } from '../hover';
import { palettes, type ThemeName } from '../palette';
import type { EnergyRange } from '../vocabulary';
import type { PlainFigure } from './themedFigure';

export type LineDash = 'solid' | 'dash' | 'dot' | 'dashdot';

export interface LineStyle {
  readonly colour: string;
  readonly dash: LineDash;
}

/** Okabe & Ito's colours, darkened for paper and lightened for the dark theme; neither the models' red nor their black. */
const lineColours: Record<ThemeName, readonly string[]> = {
  light: ['#0b63b0', '#9a5b00', '#00806a', '#a3397f', '#5a6400', '#00788f', '#5b4bb5'],
  dark: ['#62aef0', '#e5a53d', '#3fc4a3', '#f08abb', '#c6c84a', '#4cc4dc', '#b0a4f5'],
};
const lineDashes: readonly LineDash[] = ['solid', 'dash', 'dashdot', 'dot'];

/** The nth of a set of lines: neighbours differ in colour and in dash. */
export function lineStyle(index: number, theme: ThemeName): LineStyle {
  const colours = lineColours[theme];
  return { colour: colours[index % colours.length]!, dash: lineDashes[index % lineDashes.length]! };
}

export function percentText(percent: number): string {
  if (!Number.isFinite(percent)) return 'not known';
  const size = Math.abs(percent);
  const digits = size >= 99.5 ? 0 : size >= 9.95 ? 1 : 2;
  const text = size.toFixed(digits);
  if (Number(text) === 0) return '0 %';
  return `${percent > 0 ? '+' : '−'}${text} %`;
}

export interface DifferenceLine {
  readonly id: string;
  readonly name: string;
  readonly style: LineStyle;
  /** Kinetic energies and 100 (changed / present - 1), as long as each other. */
  readonly kineticEnergyGeV: ArrayLike<number>;
  readonly percent: ArrayLike<number>;
}

export function energyAxis([lowest, highest]: EnergyRange): Partial<LayoutAxis> {
  return {
    type: 'log',
    range: [Math.log10(lowest), Math.log10(highest)],
    dtick: 1,
    exponentformat: 'power',
    title: { text: 'Kinetic energy <i>E</i> (GeV)' },
  };
}

/** More would flatten all other lines; the table has the numbers. */
const highestPercent = 300;
/** An axis of rounding errors would be noise. */
const smallestPercent = 2;

function percentRange(values: readonly number[]): [number, number] {
  const finite = values.filter(Number.isFinite);
  const highest = Math.min(highestPercent, Math.max(smallestPercent, ...finite));
  const lowest = Math.min(-smallestPercent, ...finite);
  const room = 0.06 * (highest - lowest);
  return [lowest - room, highest + room];
}

/** Differences of a flux between two energies (GeV); the level line is no difference. */
export function processFigure(
  [lowest, highest]: EnergyRange,
  lines: readonly DifferenceLine[],
  theme: ThemeName,
): PlainFigure {
  const palette = palettes[theme];
  const shown = lines.map(({ kineticEnergyGeV, percent, ...line }) => {
    const points = Array.from(percent, (value, i) => ({ energy: kineticEnergyGeV[i]!, value })).filter(
      ({ energy }) => energy > lowest * 0.999 && energy < highest * 1.001,
    );
    return { ...line, points };
  });
  const data = shown.map(
    ({ name, style, points }): Data => ({
      type: 'scatter',
      mode: 'lines',
      name,
      x: points.map(({ energy }) => energy),
      y: points.map(({ value }) => (Number.isFinite(value) ? value : null)),
      line: { color: style.colour, dash: style.dash, width: 2.2 },
      text: points.map(({ energy, value }) => `${scientific(energy)} GeV<br>${percentText(value)}`),
      hovertemplate: `<b>${name}</b><br>%{text}<extra></extra>`,
    }),
  );
  const values = shown.flatMap(({ points }) => points.map(({ value }) => value));
  return {
    data,
    layout: {
      xaxis: energyAxis([lowest, highest]),
      yaxis: { range: percentRange(values), nticks: 8, title: { text: 'Difference (%)' } },
      shapes: [
        {
          type: 'line',
          layer: 'below',
          xref: 'paper',
          x0: 0,
          x1: 1,
          y0: 0,
          y1: 0,
          line: { color: palette.mutedInk, width: 1.2 },
        },
      ],
    },
  };
}
