/** Density above the Sun, at the solver's own heights, in the colours of the maps. */
import type { Data } from 'plotly.js';
import type { DensityMaps } from '../../model/volumeSlices';
import { fontFamily } from '../figure';
import { palettes } from '../palette';
import { colourAt, colourRange, ladder, plainDensity, roundDown, roundUp } from './colourScale';
import { heightText } from './haloMarks';
import { mapKey } from './mapFigure';
import { mapFrame } from './mapFrame';
import type { MapInput, MapParts, MapRequest, MapSize } from './mapInput';
import { axisStyle, axisTitle, baseLayout, isNarrow, plotArea } from './mapLayout';

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

export function profileRequest(input: MapInput, size: MapSize): MapRequest {
  const range = profileRange(input.maps);
  return { key: mapKey('profile', size, input, range), make: () => profileMap(input, range, size) };
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

export function profileMap(input: MapInput, range: readonly [number, number], size: MapSize): MapParts {
  const { theme, innerHaloKpc, halfThicknessKpc } = input;
  const palette = palettes[theme];
  const window = { x: [0, halfThicknessKpc], y: range } as const;
  const frame = mapFrame(window, plotArea('profile', size, window));
  const axis = axisStyle(palette, size);
  const ticks = ladder({ bottom: range[0], top: range[1] });
  return {
    frame,
    still: () => ({
      data:
        innerHaloKpc === null
          ? [{ type: 'scatter', x: [], y: [] }]
          : [innerHaloLine(innerHaloKpc, range, input, size)],
      layout: {
        ...baseLayout('profile', size, theme),
        xaxis: {
          ...axis,
          range: [...window.x],
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
    }),
    ground: ({ maps }) => {
      const colours = colourRange(maps);
      const points = profilePoints(maps).map(({ z, log }) => ({
        at: frame.toPixel(z, log),
        colour: colourAt(log, colours),
      }));
      const pieces = points.slice(1).flatMap(({ at }, i) => [points[i]!.at.x, points[i]!.at.y, at.x, at.y]);
      const line = { pieces, colour: palette.mutedInk, width: 1.5, opacity: 1 };
      return {
        picture: null,
        range: colours,
        lines: [line],
        points,
        numbers: [],
        bar: null,
        ink: palette.ink,
      };
    },
  };
}
