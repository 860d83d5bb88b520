/** Which parameter moves which part of the spectrum: a map of all, and lines of those that are chosen. */
import type { Data, Layout } from 'plotly.js';
import { scientific } from '../hover';
import { palettes, type ThemeName } from '../palette';
import type { EnergyRange } from '../vocabulary';
import { energyAxis, lineStyle } from './processFigure';
import type { PlainFigure } from './themedFigure';

/** ColorBrewer's PuOr (Brewer 2003), purple to orange through the colour of the page; lightness grows with the size. */
const diverging: Record<ThemeName, readonly string[]> = {
  light: ['#2d004b', '#542788', '#8073ac', '#b2abd2', '#ffffff', '#fdb863', '#e08214', '#b35806', '#7f3b08'],
  dark: ['#e2dcf5', '#b2abd2', '#8073ac', '#4d3a78', '#141920', '#6b3d0c', '#b35806', '#e08214', '#fdcf94'],
};

/** Below this size colours grow evenly, above by the logarithm: slopes move the flux a hundred times more than the rest. */
const evenBelow = 0.1;
/** Sensitivities beyond this have the last colour. */
const strongest = 10;

/** Place on the colour scale: odd, zero at zero. */
export function colourPlace(sensitivity: number): number {
  return Math.sign(sensitivity) * Math.log10(1 + Math.abs(sensitivity) / evenBelow);
}

export function sensitivityText(value: number): string {
  if (!Number.isFinite(value)) return 'not known';
  const text = Math.abs(value).toFixed(Math.abs(value) >= 10 ? 1 : 3);
  if (Number(text) === 0) return '0';
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** "v_A" with its index lowered. */
function symbolText(plain: string): string {
  return plain.replace(/_(.+)$/, '<sub>$1</sub>');
}

const barTicks = [-10, -1, -0.1, 0, 0.1, 1, 10] as const;

/** What one parameter does to a flux. */
interface SensitivityRow {
  readonly parameter: {
    readonly id: string;
    readonly entry: { readonly label: string; readonly symbol: { readonly plain: string } };
  };
  readonly group: string;
  /** At each of `energiesGeV`; null: not solved yet. */
  readonly values: Float64Array | null;
}

/** Lines between the groups of the rail. */
function groupEdges(rows: readonly SensitivityRow[], colour: string): NonNullable<Layout['shapes']> {
  return rows.flatMap((row, i) =>
    i === 0 || rows[i - 1]!.group === row.group
      ? []
      : [
          {
            type: 'line' as const,
            xref: 'paper' as const,
            x0: 0,
            x1: 1,
            y0: i - 0.5,
            y1: i - 0.5,
            line: { color: colour, width: 1 },
          },
        ],
  );
}

function energyLine(energyGeV: number, colour: string): NonNullable<Layout['shapes']>[number] {
  return {
    type: 'line',
    x0: energyGeV,
    x1: energyGeV,
    yref: 'paper',
    y0: 0,
    y1: 1,
    line: { color: colour, width: 1.4, dash: 'dot' },
  };
}

export interface SensitivityInput {
  /** Energies (GeV) that are shown. */
  readonly rangeGeV: EnergyRange;
  /** What the numbers are, in words. */
  readonly measure: string;
  readonly sensitivities: {
    readonly energiesGeV: Float64Array;
    readonly rows: readonly SensitivityRow[];
  };
  /** The chosen energy (GeV). */
  readonly energyGeV: number;
  readonly theme: ThemeName;
}

/** Parameters downwards in the order of the rail, energy across. A row without a solution is left empty. */
export function sensitivityMap({ rangeGeV, sensitivities, energyGeV, theme }: SensitivityInput): PlainFigure {
  const { energiesGeV, rows } = sensitivities;
  const palette = palettes[theme];
  const colours = diverging[theme];
  const end = colourPlace(strongest);
  const energies = Array.from(energiesGeV);
  const valuesOf = ({ values }: SensitivityRow) =>
    values === null ? energies.map(() => Number.NaN) : Array.from(values);
  const data: Data = {
    type: 'heatmap',
    x: energies,
    y: rows.map((_, i) => i),
    z: rows.map((row) => valuesOf(row).map((value) => (Number.isFinite(value) ? colourPlace(value) : null))),
    zmin: -end,
    zmax: end,
    colorscale: colours.map((colour, i): [number, string] => [i / (colours.length - 1), colour]),
    hoverongaps: false,
    // The cast: Plotly takes a text for each cell of a heat map; its types know of one for each point.
    text: rows.map((row) =>
      valuesOf(row).map((value, i) =>
        [`<b>${symbolText(row.parameter.entry.symbol.plain)}</b> ${row.parameter.entry.label}`]
          .concat(`${scientific(energies[i]!)} GeV`, sensitivityText(value))
          .join('<br>'),
      ),
    ) as unknown as string[],
    hovertemplate: '%{text}<extra></extra>',
    colorbar: {
      orientation: 'h',
      x: 0.5,
      xanchor: 'center',
      y: 1.02,
      yanchor: 'bottom',
      thickness: 10,
      len: 0.9,
      outlinewidth: 0,
      tickvals: barTicks.map(colourPlace),
      ticktext: barTicks.map((tick) => (tick === 0 ? '0' : `${tick > 0 ? '+' : '−'}${Math.abs(tick)}`)),
      tickfont: { color: palette.ink },
    },
  };
  return {
    data: [data],
    layout: {
      margin: { t: 8, l: 64 },
      xaxis: { ...energyAxis(rangeGeV), showgrid: false },
      yaxis: {
        range: [rows.length - 0.5, -0.5],
        tickvals: rows.map((_, i) => i),
        ticktext: rows.map(({ parameter }) => symbolText(parameter.entry.symbol.plain)),
        showgrid: false,
      },
      shapes: [...groupEdges(rows, palette.mutedInk), energyLine(energyGeV, palette.ink)],
    },
  };
}

/** The chosen parameters as lines, on an axis that is symmetric about zero. */
export function sensitivityLines(
  { rangeGeV, measure, sensitivities, energyGeV, theme }: SensitivityInput,
  selected: readonly string[],
): PlainFigure {
  const { energiesGeV, rows } = sensitivities;
  const palette = palettes[theme];
  const energies = Array.from(energiesGeV);
  const chosen = rows.filter(({ parameter }) => selected.includes(parameter.id));
  const data = chosen.flatMap((row, index): Data[] => {
    if (row.values === null) return [];
    const { symbol } = row.parameter.entry;
    const style = lineStyle(index, theme);
    const values = Array.from(row.values);
    return [
      {
        type: 'scatter',
        mode: 'lines',
        name: symbolText(symbol.plain),
        x: energies,
        y: values.map((value) => (Number.isFinite(value) ? value : null)),
        line: { color: style.colour, dash: style.dash, width: 2.2 },
        text: energies.map((energy, i) => `${scientific(energy)} GeV<br>${sensitivityText(values[i]!)}`),
        hovertemplate: `<b>${symbolText(symbol.plain)}</b><br>%{text}<extra></extra>`,
      },
    ];
  });
  const sizes = chosen.flatMap(({ values }) => Array.from(values ?? [], Math.abs)).filter(Number.isFinite);
  const end = 1.08 * Math.min(strongest, Math.max(0.1, ...sizes));
  return {
    data,
    layout: {
      showlegend: true,
      xaxis: energyAxis(rangeGeV),
      yaxis: {
        range: [-end, end],
        nticks: 7,
        zeroline: true,
        zerolinecolor: palette.mutedInk,
        title: { text: measure },
      },
      shapes: [energyLine(energyGeV, palette.mutedInk)],
    },
  };
}
