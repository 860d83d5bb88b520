/** The two maps: face-on, from the northern Galactic pole, and edge-on, with its mirror image. */
import { sunRadiusKpc } from '../../physics/units';
import { palettes } from '../palette';
import { armNames, armTraces } from './armTraces';
import { colourRange } from './colourScale';
import { cutField, haloRadiusKpc, planeField } from './field';
import { mapGround } from './ground';
import { haloEdge, heightLines, heightNames } from './haloMarks';
import { mapFrame } from './mapFrame';
import type { MapInput, MapParts, MapRequest, MapSize, MapView } from './mapInput';
import { axisStyle, axisTitle, baseLayout, isNarrow, type MapKind, plotArea } from './mapLayout';
import { landmarkNames, landmarkTraces, sourceTrace, textTrace } from './mapTraces';
import { createSampler, type MapWindow } from './raster';
import { longitudeNames, sourceNames } from './sourceNames';

/** Pixels of the pictures, and of what lines of equal density are found on: they are made of half as many pieces. */
const pixels = 240;
const linePixels = 120;
/** The window whose outermost pixels have their centres on the edges of this one: lines are known up to there. */
function reachingEdges({ x, y }: MapWindow, columns: number): MapWindow {
  const grown = ([from, to]: readonly [number, number]) => {
    const half = (to - from) / (columns - 1) / 2;
    return [from - half, to + half] as const;
  };
  return { x: grown(x), y: grown(y) };
}

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

/** Everything that a map is made of but the densities themselves. */
export function mapKey(kind: MapKind, size: MapSize, input: MapInput, more: readonly unknown[] = []): string {
  const { arms, sources, theme, innerHaloKpc, halfThicknessKpc, maps } = input;
  const lines = arms.map(({ name, xKpc, yKpc }) => [name, xKpc[0], yKpc[0], xKpc.length]);
  const cells = [maps.xKpc, maps.yKpc, maps.zKpc].map((axis) => [axis.length, axis[0], axis[3], axis.at(-1)]);
  return JSON.stringify([kind, theme, size, cells, lines, sources, innerHaloKpc, halfThicknessKpc, ...more]);
}

export function faceOnRequest(input: MapInput, view: MapView, size: MapSize): MapRequest {
  return { key: mapKey('faceOn', size, input, [view]), make: () => faceOnMap(input, view, size) };
}

export function edgeOnRequest(input: MapInput, size: MapSize): MapRequest {
  return { key: mapKey('edgeOn', size, input), make: () => edgeOnMap(input, size) };
}

export function faceOnMap(input: MapInput, view: MapView, size: MapSize): MapParts {
  const { maps, arms, theme } = input;
  const palette = palettes[theme];
  const window = faceOnWindow(input, view);
  const frame = mapFrame(window, plotArea('faceOn', size, window));
  const cells = planeField(maps);
  const picture = createSampler(cells, window, pixels, pixels);
  const lines = createSampler(cells, reachingEdges(window, linePixels), linePixels, linePixels);
  const sources = input.sources.map(({ name, xKpc, yKpc }) => ({ name, x: xKpc, y: yKpc }));
  const isAboutSun = view === 'sun';
  const landmarks = landmarkNames(frame, sources);
  const named = isAboutSun ? sourceNames(frame, sources) : { texts: [], leaders: [] };
  const directions = isAboutSun ? longitudeNames(frame) : [];
  const texts = [...landmarks, ...named.texts, ...directions, ...armNames(frame, view, arms)];
  const dtick = isAboutSun ? 1 : isNarrow(size) ? 10 : 5;
  const axis = { ...axisStyle(palette, size), dtick, constrain: 'domain' as const };
  const barSide = isNarrow(size) ? 'top' : 'right';
  return {
    frame,
    still: () => ({
      data: [
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
    }),
    ground: ({ maps: present }) => {
      const { log } = planeField(present);
      const rasters = { picture: picture(log), lines: lines(log) };
      return mapGround(rasters, colourRange(present), frame, theme, barSide);
    },
  };
}

export function edgeOnMap(input: MapInput, size: MapSize): MapParts {
  const { maps, theme, halfThicknessKpc } = input;
  const palette = palettes[theme];
  const window = edgeOnWindow(input);
  const frame = mapFrame(window, plotArea('edgeOn', size, window));
  const halo: MapWindow = { x: window.x, y: [-halfThicknessKpc, halfThicknessKpc] };
  const cells = cutField(maps, halfThicknessKpc);
  const picture = createSampler(cells, halo, pixels, pixels / 2);
  const lines = createSampler(cells, reachingEdges(halo, linePixels), linePixels, linePixels / 2);
  const sources = input.sources.map(({ name, xKpc, zKpc }) => ({ name, x: xKpc, y: zKpc }));
  const texts = [...landmarkNames(frame, sources), ...heightNames(frame, input)];
  const axis = axisStyle(palette, size);
  return {
    frame,
    still: () => ({
      data: [
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
    }),
    ground: ({ maps: present }) => {
      const { log } = cutField(present, halfThicknessKpc);
      const rasters = { picture: picture(log), lines: lines(log) };
      return mapGround(rasters, colourRange(present), frame, theme, null);
    },
  };
}
