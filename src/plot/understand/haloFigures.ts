/** What the two halos are: D and its slope with height, how far and how long particles go, and which halo feeds the Sun. */
import type { Data, Layout, LayoutAxis } from 'plotly.js';
import type { HaloTimes } from '../../model/haloTimes';
import { type DiffusionLaw, diffusionCoefficient, diffusionSlope } from '../../physics/diffusion';
import {
  betaAtRigidity,
  electronDiffusionLengthKpc,
  equalSharesRigidityGV,
  quotedEnergyGeV,
  quotedLengthsKpc,
} from '../../physics/haloScales';
import { type Species, speciesTable } from '../../physics/species';
import { innerHaloShare } from '../../physics/twoZone';
import { kpc2PerMyrPerCm2PerS } from '../../physics/units';
import { scientific } from '../hover';
import { heightText } from '../maps/haloMarks';
import { type Palette, palettes, type ThemeName } from '../palette';
import type { PlainFigure } from './themedFigure';

/** The laws of both models and what is chosen in the view. */
export interface HaloInput {
  readonly thm: DiffusionLaw;
  readonly cm: DiffusionLaw;
  readonly rigidityGV: number;
  readonly theme: ThemeName;
}

/** Rigidities that can be chosen, GV; the same range, in GeV, for electrons. */
export const rigidityRangeGV = [1, 1e5] as const;

const perDecade = 20;
export const rigidities: readonly number[] = Array.from({ length: 5 * perDecade + 1 }, (_, i) =>
  Number((10 ** (i / perDecade)).toPrecision(12)),
);

export function hasTwoHalos({ profile, Delta }: DiffusionLaw): boolean {
  return profile !== 'uniform' && Delta !== 0;
}

/** Height (kpc) up to which the inner halo reaches. */
export function innerHaloKpc({ xi, halfThicknessKpc }: DiffusionLaw): number {
  return xi * halfThicknessKpc;
}

/** D in cm^2/s. */
export function diffusionCm2PerS(
  law: DiffusionLaw,
  zKpc: number,
  rigidity: number,
  species: Species = speciesTable.p,
): number {
  return diffusionCoefficient(law, zKpc, rigidity, betaAtRigidity(species, rigidity)) / kpc2PerMyrPerCm2PerS;
}

function line(
  name: string,
  style: { colour: string; dash?: 'dash' | 'dot' | 'dashdot'; width?: number },
  x: readonly number[],
  y: readonly number[],
  unit: (x: number, y: number) => string,
): Data {
  return {
    type: 'scatter',
    mode: 'lines',
    name,
    x: [...x],
    y: [...y],
    line: { color: style.colour, width: style.width ?? 2.2, dash: style.dash ?? 'solid' },
    text: x.map((at, i) => unit(at, y[i]!)),
    hovertemplate: `<b>${name}</b><br>%{text}<extra></extra>`,
  };
}

type Shapes = NonNullable<Layout['shapes']>;
type Annotations = NonNullable<Layout['annotations']>;

function upright(x: number, palette: Palette, dash: 'dash' | 'dot'): Shapes[number] {
  return {
    type: 'line',
    layer: 'below',
    x0: x,
    x1: x,
    yref: 'paper',
    y0: 0,
    y1: 1,
    line: { color: palette.mutedInk, width: 1.2, dash },
  };
}

const plain = { showarrow: false } as const;

/** Heights from -L to L, with both sides of each edge of the inner halo, where a step jumps. */
export function profileHeights(law: DiffusionLaw): readonly number[] {
  const { halfThicknessKpc: top } = law;
  const edge = innerHaloKpc(law);
  const even = Array.from({ length: 101 }, (_, i) => (top * i) / 100);
  const near = Array.from({ length: 21 }, (_, i) => (edge * i) / 20);
  const half = [...even, ...near, edge * (1 - 1e-9), edge]
    .filter((z) => z > 0 && z <= top)
    .sort((a, b) => a - b);
  const above = [...new Set(half)];
  return [...above.map((z) => -z).reverse(), 0, ...above];
}

/** Whole decades that hold all values, as log10. */
function decades(values: readonly number[]): [number, number] {
  const logs = values.map(Math.log10).filter(Number.isFinite);
  const [lowest, highest] = [Math.floor(Math.min(...logs)), Math.ceil(Math.max(...logs))];
  return highest > lowest ? [lowest, highest] : [lowest, lowest + 1];
}

/** D(z) at the chosen rigidity above, delta(z) below, on one axis of height. */
export function profileFigure({ thm, cm, rigidityGV, theme }: HaloInput): PlainFigure {
  const palette = palettes[theme];
  const heights = profileHeights(thm);
  const coefficient = (law: DiffusionLaw) => heights.map((z) => diffusionCm2PerS(law, z, rigidityGV));
  const slope = (law: DiffusionLaw) => heights.map((z) => diffusionSlope(law, z));
  const [inTwo, inOne] = [coefficient(thm), coefficient(cm)];
  const twoHalos = { colour: palette.thm };
  const oneHalo = { colour: palette.cm, dash: 'dash' } as const;
  const coefficientText = (z: number, D: number) => `z = ${z.toFixed(2)} kpc<br>D = ${scientific(D)} cm² s⁻¹`;
  const slopeText = (z: number, delta: number) => `z = ${z.toFixed(2)} kpc<br>δ = ${delta.toFixed(3)}`;
  const below = (data: Data): Data => ({ ...data, yaxis: 'y2', showlegend: false });
  const edge = innerHaloKpc(thm);
  return {
    data: [
      line('Conventional (CM)', oneHalo, heights, inOne, coefficientText),
      line('Two halos (THM)', twoHalos, heights, inTwo, coefficientText),
      below(line('δ, conventional', oneHalo, heights, slope(cm), slopeText)),
      below(line('δ, two halos', twoHalos, heights, slope(thm), slopeText)),
    ],
    layout: {
      showlegend: true,
      xaxis: {
        range: [-thm.halfThicknessKpc, thm.halfThicknessKpc],
        anchor: 'y2',
        // Also under the upper panel.
        mirror: 'all',
        title: { text: 'Height <i>z</i> (kpc)' },
      },
      yaxis: {
        type: 'log',
        range: decades([...inTwo, ...inOne]),
        domain: [0.42, 1],
        dtick: 1,
        exponentformat: 'power',
        title: { text: '<i>D</i> (cm² s<sup>−1</sup>)' },
      },
      yaxis2: { domain: [0, 0.34], rangemode: 'tozero', nticks: 4, title: { text: '<i>δ</i>' } },
      ...(hasTwoHalos(thm) && {
        shapes: [upright(-edge, palette, 'dash'), upright(edge, palette, 'dash')],
        annotations: [
          {
            ...plain,
            x: edge,
            yref: 'paper',
            y: 1,
            text: heightText('ξL', edge),
            xanchor: 'left',
            xshift: 3,
            yanchor: 'top',
            font: { color: palette.mutedInk },
          },
        ],
      }),
    },
  };
}

function rigidityAxis(title: string): Partial<LayoutAxis> {
  return {
    type: 'log',
    range: rigidityRangeGV.map(Math.log10),
    dtick: 1,
    exponentformat: 'power',
    title: { text: title },
  };
}

function level(
  y: number,
  text: string,
  palette: Palette,
): { shape: Shapes[number]; annotation: Annotations[number] } {
  return {
    shape: {
      type: 'line',
      layer: 'below',
      xref: 'paper',
      x0: 0,
      x1: 1,
      y0: y,
      y1: y,
      line: { color: palette.mutedInk, width: 1.2, dash: 'dash' },
    },
    annotation: {
      ...plain,
      xref: 'paper',
      x: 1,
      // Plotly places annotations on a logarithmic axis by the logarithm, shapes by the value.
      y: Math.log10(y),
      text,
      xanchor: 'right',
      yanchor: 'bottom',
      font: { color: palette.mutedInk },
    },
  };
}

/** sqrt(2 D tau) of electrons in each halo, with the lengths the paper quotes. */
export function lengthsFigure({ thm, cm, rigidityGV, theme }: HaloInput): PlainFigure {
  const palette = palettes[theme];
  const length = (law: DiffusionLaw, z: number) =>
    rigidities.map((energy) => electronDiffusionLengthKpc(law, z, energy));
  const text = (energy: number, kpc: number) => `${scientific(energy)} GeV<br>${scientific(kpc)} kpc`;
  const top = thm.halfThicknessKpc;
  const levels = [level(top, heightText('L', top), palette)];
  if (hasTwoHalos(thm)) levels.push(level(innerHaloKpc(thm), heightText('ξL', innerHaloKpc(thm)), palette));
  return {
    data: [
      line('Conventional', { colour: palette.cm, dash: 'dash' }, rigidities, length(cm, 0), text),
      line('Inner halo', { colour: palette.thm }, rigidities, length(thm, 0), text),
      line('Outer halo', { colour: palette.thm, dash: 'dot' }, rigidities, length(thm, top), text),
      {
        type: 'scatter',
        mode: 'markers',
        name: 'the paper',
        x: [quotedEnergyGeV, quotedEnergyGeV, quotedEnergyGeV],
        y: [quotedLengthsKpc.inner, quotedLengthsKpc.outer, quotedLengthsKpc.conventional],
        marker: { symbol: 'circle-open', size: 9, color: palette.analytic, line: { width: 1.6 } },
        hovertemplate: `Jin, Guo &amp; Hu: %{y} kpc at ${quotedEnergyGeV} GeV<extra></extra>`,
      },
    ],
    layout: {
      showlegend: true,
      xaxis: rigidityAxis('Energy of the electron <i>E</i> (GeV)'),
      yaxis: {
        type: 'log',
        range: [-2, 1],
        dtick: 1,
        exponentformat: 'power',
        title: { text: 'Length (kpc)' },
      },
      shapes: [upright(rigidityGV, palette, 'dot'), ...levels.map(({ shape }) => shape)],
      annotations: levels.map(({ annotation }) => annotation),
    },
  };
}

/** Escape against losses: where the loss time is the shorter one, an electron cools before it leaves. */
/** @param windMyr time in which the wind alone carries particles out; not drawn where it is infinite. */
export function timesFigure(
  { rigidityGV, theme }: HaloInput,
  times: HaloTimes,
  windMyr: number,
): PlainFigure {
  const palette = palettes[theme];
  const text = (energy: number, myr: number) => `${scientific(energy)} GeV<br>${scientific(myr)} Myr`;
  const { escapeThm, escapeCm, cooling, lossAtSun } = times;
  return {
    data: [
      line('Escape, CM', { colour: palette.cm, dash: 'dash' }, rigidities, escapeCm, text),
      line('Escape, THM', { colour: palette.thm }, rigidities, escapeThm, text),
      line('Cooling, the paper', { colour: palette.analytic, dash: 'dot' }, rigidities, cooling, text),
      line('Losses at the Sun', { colour: palette.analytic }, rigidities, lossAtSun, text),
      ...(Number.isFinite(windMyr)
        ? [
            line(
              'Wind to the edge',
              { colour: palette.mutedInk, dash: 'dashdot' },
              rigidities,
              rigidities.map(() => windMyr),
              text,
            ),
          ]
        : []),
    ],
    layout: {
      showlegend: true,
      xaxis: rigidityAxis('Energy of the electron <i>E</i> (GeV)'),
      yaxis: {
        type: 'log',
        range: [-3, 3],
        dtick: 1,
        exponentformat: 'power',
        title: { text: 'Time (Myr)' },
      },
      shapes: [upright(rigidityGV, palette, 'dot')],
    },
  };
}

/** The shares of Eq. 4: how much of the density at the Sun is owed to the resistance of each halo. */
export function sharesFigure({ thm, rigidityGV, theme }: HaloInput): PlainFigure {
  const palette = palettes[theme];
  const inner = rigidities.map((rigidity) => 100 * innerHaloShare(thm, rigidity));
  const outer = inner.map((share) => 100 - share);
  const text = (rigidity: number, share: number) => `${scientific(rigidity)} GV<br>${share.toFixed(1)} %`;
  const crossing = equalSharesRigidityGV(thm);
  const isInside = crossing > rigidityRangeGV[0] && crossing < rigidityRangeGV[1];
  return {
    data: [
      line('Outer halo', { colour: palette.thm, dash: 'dot' }, rigidities, outer, text),
      line('Inner halo', { colour: palette.thm }, rigidities, inner, text),
    ],
    layout: {
      showlegend: true,
      xaxis: rigidityAxis('Rigidity <i>R</i> (GV)'),
      yaxis: { range: [0, 100], dtick: 25, title: { text: 'Share of the density (%)' } },
      shapes: [
        upright(rigidityGV, palette, 'dot'),
        ...(isInside ? [upright(crossing, palette, 'dash')] : []),
      ],
      annotations: isInside
        ? [
            {
              ...plain,
              x: Math.log10(crossing),
              yref: 'paper',
              y: 1,
              text: `${scientific(crossing)} GV`,
              xanchor: 'left',
              xshift: 3,
              yanchor: 'top',
              font: { color: palette.mutedInk },
            },
          ]
        : [],
    },
  };
}
