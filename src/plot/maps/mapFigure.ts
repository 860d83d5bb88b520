/** The two maps: face-on, from the northern Galactic pole, and edge-on, with its mirror image. */
import { sunRadiusKpc } from '../../physics/units';
import { palettes } from '../palette';
import { armNames, armTraces } from './armTraces';
import { colourRange } from './colourScale';
import { type ColourBarSide, densityTraces } from './densityTraces';
import { cutField, haloRadiusKpc, planeField } from './field';
import { haloEdge, heightLines, heightNames } from './haloMarks';
import { type MapFrame, mapFrame } from './mapFrame';
import type { MapFigure, MapInput, MapSize, MapView } from './mapInput';
import { axisStyle, axisTitle, baseLayout, isNarrow, plotArea } from './mapLayout';
import { landmarkNames, landmarkTraces, sourceTrace, textTrace } from './mapTraces';
import { type MapWindow, type Raster, rasterOf } from './raster';
import { readoutLines } from './readout';
import { longitudeNames, sourceNames } from './sourceNames';

/** Pixels across a map. Plotly draws so many in 15 ms, and four times as many would not show more of cells this large. */
const pixels = 120;

/** Half the width (kpc) of the view about the Sun. */
export const sunViewKpc = 3;
/** Room above the halo, as a share of its half-thickness. */
const headroom = 0.12;

export function faceOnWindow({ maps }: Pick<MapInput, 'maps'>, view: MapView): MapWindow {
  const radius = haloRadiusKpc(maps);
  return view === 'galaxy'
    ? { x: [-radius, radius], y: [-radius, radius] }
    : { x: [sunRadiusKpc - sunViewKpc, sunRadiusKpc + sunViewKpc], y: [-sunViewKpc, sunViewKpc] };
}

/** Of the axes; the density itself ends at the halo's edge. */
export function edgeOnWindow({
  maps,
  halfThicknessKpc,
}: Pick<MapInput, 'maps' | 'halfThicknessKpc'>): MapWindow {
  const radius = haloRadiusKpc(maps);
  const top = halfThicknessKpc * (1 + headroom);
  return { x: [-radius, radius], y: [-top, top] };
}

/** How near (pixels) the pointer must be to a mark for its name. */
const reachPixels = 11;

/** The density itself, under everything else. */
function ground(
  kind: 'faceOn' | 'edgeOn',
  input: MapInput,
  raster: Raster,
  frame: MapFrame,
  bar: ColourBarSide,
) {
  const { area, window } = frame;
  const reach = [
    (reachPixels * (window.x[1] - window.x[0])) / area.width,
    (reachPixels * (window.y[1] - window.y[0])) / area.height,
  ] as const;
  return densityTraces(raster, {
    range: colourRange(input.maps),
    bar,
    theme: input.theme,
    hasNumbers: !input.isMoving,
    tell: (x, y) => readoutLines(kind, input, x, y, reach).join('<br>'),
  });
}

export function faceOnFigure(input: MapInput, view: MapView, size: MapSize): MapFigure {
  const { maps, arms, theme } = input;
  const palette = palettes[theme];
  const window = faceOnWindow(input, view);
  const frame = mapFrame(window, plotArea('faceOn', size, window));
  const raster = rasterOf(planeField(maps), window, pixels, pixels);
  const sources = input.sources.map(({ name, xKpc, yKpc }) => ({ name, x: xKpc, y: yKpc }));
  const isAboutSun = view === 'sun';
  const landmarks = landmarkNames(frame, sources);
  const named = isAboutSun ? sourceNames(frame, sources) : { texts: [], leaders: [] };
  const directions = isAboutSun ? longitudeNames(frame) : [];
  const texts = [...landmarks, ...named.texts, ...directions, ...armNames(frame, view, arms)];
  const dtick = isAboutSun ? 1 : isNarrow(size) ? 10 : 5;
  const axis = { ...axisStyle(palette, size), dtick, constrain: 'domain' as const };
  return {
    data: [
      ...ground('faceOn', input, raster, frame, isNarrow(size) ? 'top' : 'right'),
      ...(isAboutSun ? [] : [haloEdge(window.x[1], theme)]),
      ...armTraces(arms),
      ...named.leaders,
      sourceTrace(sources),
      ...landmarkTraces(frame),
      textTrace(frame, texts, isNarrow(size) ? 11 : 12),
    ],
    layout: {
      ...baseLayout('faceOn', size, theme),
      xaxis: {
        ...axis,
        range: [...window.x],
        title: axisTitle('<i>x</i> (kpc), towards the Sun', palette, size),
      },
      yaxis: {
        ...axis,
        range: [...window.y],
        scaleanchor: 'x',
        scaleratio: 1,
        title: axisTitle('<i>y</i> (kpc)', palette, size, 2),
      },
    },
  };
}

export function edgeOnFigure(input: MapInput, size: MapSize): MapFigure {
  const { maps, theme, halfThicknessKpc } = input;
  const palette = palettes[theme];
  const window = edgeOnWindow(input);
  const frame = mapFrame(window, plotArea('edgeOn', size, window));
  const halo: MapWindow = { x: window.x, y: [-halfThicknessKpc, halfThicknessKpc] };
  const raster = rasterOf(cutField(maps, halfThicknessKpc), halo, pixels, pixels / 2);
  const sources = input.sources.map(({ name, xKpc, zKpc }) => ({ name, x: xKpc, y: zKpc }));
  const texts = [...landmarkNames(frame, sources), ...heightNames(frame, input)];
  const axis = axisStyle(palette, size);
  return {
    data: [
      ...ground('edgeOn', input, raster, frame, null),
      ...heightLines(frame, input),
      sourceTrace(sources),
      ...landmarkTraces(frame),
      textTrace(frame, texts, isNarrow(size) ? 11 : 12),
    ],
    layout: {
      ...baseLayout('edgeOn', size, theme),
      xaxis: {
        ...axis,
        dtick: isNarrow(size) ? 10 : 5,
        range: [...window.x],
        title: axisTitle('<i>x</i> (kpc), towards the Sun', palette, size),
      },
      yaxis: {
        ...axis,
        nticks: 5,
        range: [...window.y],
        title: axisTitle('<i>z</i> (kpc)', palette, size, 2),
      },
    },
  };
}
