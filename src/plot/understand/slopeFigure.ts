/** The local spectral index of models and data: where a spectrum hardens, and how suddenly. */
import type { Dash, Data } from 'plotly.js';
import {
  curveIndices,
  indexAt,
  type LocalIndex,
  measuredIndices,
  separateWindows,
} from '../../inference/localSlope';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { type ModelKey, modelKeys } from '../../model/models';
import type { SpeciesKey, Spectrum } from '../../model/propagated';
import { abscissaOf, abscissaTitle, abscissaUnit, energyOf } from '../axes';
import { curveStyle, dashPixels } from '../curveStyle';
import { curveNames, drawn } from '../curves';
import { experimentColour } from '../experimentColours';
import { quantityText, scientific, tableTitle } from '../hover';
import { markerOf, plotlySymbol } from '../markers';
import { palettes, type ThemeName } from '../palette';
import type { Abscissa } from '../vocabulary';
import { particleRanges } from './particleRanges';
import type { PlainFigure } from './themedFigure';

/** Rigidity (GV) of the sharp change of slope that PAMELA found in protons (Jin16 Section 2). */
export const pamelaBreakGV = 200;

export interface SlopeFigureInput {
  readonly species: SpeciesKey;
  readonly abscissa: Abscissa;
  /** Null: not solved yet, or switched off. */
  readonly models: Readonly<Record<ModelKey, Spectrum | null>>;
  readonly tables: readonly MeasuredTable[];
  /** All tables of the species, so that markers do not change when others are hidden. */
  readonly allTables: readonly MeasuredTable[];
  readonly theme: ThemeName;
}

export function indexText(index: number): string {
  return index.toFixed(2).replace('-', '−');
}

/** The local index of one of a spectrum's fluxes, per unit of the abscissa. */
export function fluxIndices(
  spectrum: Spectrum,
  flux: Float64Array,
  abscissa: Abscissa,
): readonly LocalIndex[] {
  const { x, y } = drawn(spectrum, flux, { observable: spectrum.species, abscissa, power: 0 });
  return curveIndices(x, y);
}

function modelTrace(
  model: ModelKey,
  flux: 'modulated' | 'interstellar',
  { models, species, abscissa, theme }: SlopeFigureInput,
): Data[] {
  const spectrum = models[model];
  if (spectrum === null) return [];
  const id = flux === 'modulated' ? model : (`${model}-lis` as const);
  const style = curveStyle(id);
  const fits = fluxIndices(spectrum, spectrum[flux], abscissa);
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: curveNames[id],
      x: fits.map((fit) => fit.x),
      y: fits.map((fit) => fit.index),
      // The cast: Plotly also takes dash lengths in pixels here, its types list only the named dashes.
      line: { color: palettes[theme][style.colour], width: style.width, dash: dashPixels(style) as Dash },
      opacity: style.opacity,
      text: fits.map(
        (fit) =>
          `${scientific(fit.x)} ${abscissaUnit({ abscissa, observable: species })}<br>γ = ${fit.index.toFixed(3)}`,
      ),
      hovertemplate: `<b>${curveNames[id]}</b><br>%{text}<extra></extra>`,
    },
  ];
}

function fitText(fit: LocalIndex, unit: string): string {
  return `${scientific(fit.from)} to ${scientific(fit.to)} ${unit}, ${fit.points} points<br>γ = ${indexText(fit.index)} ± ${indexText(fit.error)}`;
}

/** The sliding fit as a thin line, and over it those fits that share no point, with their errors. */
function tableTraces(
  table: MeasuredTable,
  { species, abscissa, allTables, theme }: SlopeFigureInput,
): Data[] {
  const fits = measuredIndices(table, abscissa === 'energy' ? 'EK' : 'R');
  if (fits.length === 0) return [];
  const separate = separateWindows(fits);
  const colour = experimentColour(table.experiment, theme);
  const marker = markerOf(table, allTables);
  const name = `${tableTitle(table)} ${quantityText(table)}`;
  return [
    {
      type: 'scatter',
      mode: 'lines',
      name: `${name}, sliding`,
      x: fits.map((fit) => fit.x),
      y: fits.map((fit) => fit.index),
      line: { color: colour, width: 1 },
      opacity: 0.5,
      hoverinfo: 'skip',
    },
    {
      type: 'scatter',
      mode: 'markers',
      name,
      x: separate.map((fit) => fit.x),
      y: separate.map((fit) => fit.index),
      error_y: {
        type: 'data',
        array: separate.map((fit) => fit.error),
        color: colour,
        thickness: 1.2,
        width: 0,
      },
      error_x: {
        type: 'data',
        symmetric: false,
        array: separate.map((fit) => fit.to - fit.x),
        arrayminus: separate.map((fit) => fit.x - fit.from),
        color: colour,
        thickness: 1.2,
        width: 0,
      },
      marker: {
        color: colour,
        symbol: plotlySymbol(marker),
        size: 7,
        line: { color: colour, width: marker.open ? 1.4 : 0 },
      },
      text: separate.map((fit) => fitText(fit, abscissaUnit({ abscissa, observable: species }))),
      hovertemplate: `<b>${tableTitle(table)}</b>, ${quantityText(table)}<br>%{text}<extra></extra>`,
    },
  ];
}

export function slopeFigure(input: SlopeFigureInput): PlainFigure {
  const { species, abscissa, theme, tables } = input;
  const palette = palettes[theme];
  const { x, index } = particleRanges[species].slope;
  const breakAt = abscissaOf(
    { observable: species, abscissa },
    energyOf({ observable: species, abscissa: 'rigidity' }, pamelaBreakGV),
  );
  return {
    data: [
      ...tables.flatMap((table) => tableTraces(table, input)),
      ...(['interstellar', 'modulated'] as const).flatMap((flux) =>
        modelKeys.toReversed().flatMap((model) => modelTrace(model, flux, input)),
      ),
    ],
    layout: {
      xaxis: {
        type: 'log',
        range: [...x],
        dtick: 1,
        exponentformat: 'power',
        title: { text: abscissaTitle({ abscissa, observable: species }) },
      },
      yaxis: { range: [...index], title: { text: 'Spectral index <i>γ</i> (harder upwards)' } },
      shapes: [
        {
          type: 'line',
          layer: 'below',
          x0: breakAt,
          x1: breakAt,
          yref: 'paper',
          y0: 0,
          y1: 1,
          line: { color: palette.mutedInk, width: 1.2, dash: 'dash' },
        },
      ],
      annotations: [
        {
          // Plotly places annotations on a logarithmic axis by the logarithm, shapes by the value.
          x: Math.log10(breakAt),
          yref: 'paper',
          y: 1,
          text: `${pamelaBreakGV} GV`,
          showarrow: false,
          xanchor: 'left',
          xshift: 3,
          yanchor: 'top',
          font: { color: palette.mutedInk },
        },
      ],
    },
  };
}

export interface SlopeRow {
  /** On the abscissa. */
  readonly x: number;
  /** Index of each curve given, null where it is not known. */
  readonly indices: readonly (number | null)[];
}

export function slopeRows(
  species: SpeciesKey,
  curves: readonly (readonly LocalIndex[])[],
): readonly SlopeRow[] {
  return particleRanges[species].slope.toldAt.map((x) => ({
    x,
    indices: curves.map((fits) => indexAt(fits, x)),
  }));
}

export interface MeasuredSlopes {
  readonly table: MeasuredTable;
  readonly fits: readonly LocalIndex[];
}

/** The fits of each table that share no point; tables without published errors have none. */
export function measuredSlopes(
  tables: readonly MeasuredTable[],
  abscissa: Abscissa,
): readonly MeasuredSlopes[] {
  return tables
    .map((table) => ({
      table,
      fits: separateWindows(measuredIndices(table, abscissa === 'energy' ? 'EK' : 'R')),
    }))
    .filter(({ fits }) => fits.length > 0);
}

/** Those of which the figure shows a fit: air showers lie beyond its abscissa. */
export function slopesInFigure(
  species: SpeciesKey,
  slopes: readonly MeasuredSlopes[],
): readonly MeasuredSlopes[] {
  const [left, right] = particleRanges[species].slope.x;
  const isInside = ({ x }: LocalIndex) => Math.log10(x) > left && Math.log10(x) < right;
  return slopes.filter(({ fits }) => fits.some(isInside));
}

/** The models of which there is a spectrum, the two-halo model first. */
export function solvedModels(models: SlopeFigureInput['models']): readonly ModelKey[] {
  return modelKeys.filter((model) => models[model] !== null);
}
