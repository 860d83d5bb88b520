/** Density above the Sun, at the solver's own heights, in the colours of the maps. */
import type { Data } from 'plotly.js';
import type { DensityMaps } from '../../model/volumeSlices';
import { fontFamily } from '../fontFamily';
import { palettes } from '../palette';
import { colourRange, colourScale, ladder, plainDensity, roundDown, roundUp } from './colourScale';
import { heightText } from './haloMarks';
import type { MapFigure, MapInput, MapSize } from './mapInput';
import { axisStyle, axisTitle, baseLayout, isNarrow } from './mapLayout';
import { readoutLines } from './readout';

/** Decades shown at most. */
const deepest = 4;
/** Room beyond the round ends of the axis, in decades. */
const margin = 0.08;

interface ProfilePoint {
  readonly z: number;
  readonly log: number;
}

export function profilePoints({ zKpc, profile }: DensityMaps): ProfilePoint[] {
  return Array.from(zKpc, (z, j) => ({ z, log: Math.log10(profile[j]!) })).filter(({ log }) =>
    Number.isFinite(log),
  );
}

/** log10 of the density axis' ends: round, so that the axis rests while the energy is moved. */
export function profileRange(maps: DensityMaps): [number, number] {
  const logs = profilePoints(maps).map(({ log }) => log);
  const highest = roundUp(Math.max(0, ...logs));
  const lowest = Math.max(roundDown(Math.min(-1, ...logs)), highest - deepest);
  return [lowest - margin, highest + margin];
}

function innerHaloLine(
  heightKpc: number,
  [lowest, highest]: readonly [number, number],
  input: MapInput,
  size: MapSize,
): Data {
  const palette = palettes[input.theme];
  return {
    type: 'scatter',
    mode: 'text+lines',
    name: 'inner halo',
    x: [heightKpc, heightKpc],
    y: [10 ** (lowest + 0.02), 10 ** highest],
    text: [` ${heightText('ξL', heightKpc)}`, ''],
    textposition: 'top right',
    textfont: { family: fontFamily, size: isNarrow(size) ? 11 : 12, color: palette.ink },
    line: { color: palette.mutedInk, width: 1.2, dash: 'dash' },
    hoverinfo: 'skip',
  };
}

export function profileFigure(input: MapInput, size: MapSize): MapFigure {
  const { maps, theme, innerHaloKpc, halfThicknessKpc } = input;
  const palette = palettes[theme];
  const axis = axisStyle(palette, size);
  const range = profileRange(maps);
  const ticks = ladder({ bottom: range[0], top: range[1] });
  const points = profilePoints(maps);
  const colours = colourRange(maps);
  return {
    data: [
      ...(innerHaloKpc === null ? [] : [innerHaloLine(innerHaloKpc, range, input, size)]),
      {
        type: 'scatter',
        mode: 'lines+markers',
        name: 'density above the Sun',
        x: points.map(({ z }) => z),
        y: points.map(({ log }) => 10 ** log),
        line: { color: palette.mutedInk, width: 1.5 },
        marker: {
          size: 7,
          color: points.map(({ log }) => log),
          cmin: colours.bottom,
          cmax: colours.top,
          colorscale: colourScale,
          line: { color: palette.ink, width: 1 },
        },
        text: points.map(({ z }) => readoutLines('profile', input, z, 0, [1, 1]).join('<br>')),
        hovertemplate: '%{text}<extra></extra>',
      },
    ],
    layout: {
      ...baseLayout('profile', size, theme),
      xaxis: {
        ...axis,
        range: [0, halfThicknessKpc],
        title: axisTitle('<i>z</i> (kpc), above the Sun', palette, size),
      },
      yaxis: {
        ...axis,
        type: 'log',
        showgrid: true,
        gridcolor: palette.grid,
        range: [...range],
        tickvals: ticks.map((log) => 10 ** log),
        ticktext: ticks.map(plainDensity),
        title: axisTitle('Density (Sun = 1)', palette, size, 2),
      },
    },
  };
}
