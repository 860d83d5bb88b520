/** The two maps as Plotly figures: face-on, from the northern Galactic pole, and edge-on, with its mirror image. */
import type { Data, Layout } from 'plotly.js';
import { sunRadiusKpc } from '../../physics/units';
import { palettes } from '../palette';
import { armNames, armTraces } from './armTraces';
import { type ColourRange, colourRange, colourScale, scaleTicks } from './colourScale';
import { type MapFrame, mapFrame } from './mapFrame';
import type { MapFigure, MapInput, MapSize, MapView } from './mapInput';
import { axisStyle, axisTitle, baseLayout, isNarrow, type MapKind, plotArea } from './mapLayout';
import {
  landmarkNames,
  landmarkTraces,
  type PlacedText,
  rimmedLine,
  sourceTrace,
  textTrace,
} from './mapTraces';
import { movingLayer } from './movingLayer';
import { cutField, haloRadiusKpc, type MapWindow, planeField, rasterOf } from './raster';
import { longitudeNames, sourceNames } from './sourceNames';

/** Pixels of the rasters. */
const pixels = 240;
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

function frameOf(kind: MapKind, size: MapSize, window: MapWindow): MapFrame {
  return mapFrame(window, plotArea(kind, size, window));
}

/** An invisible point that carries the colour bar. */
function colourBar(range: ColourRange, size: MapSize, theme: MapInput['theme']): Data {
  const { ink, mutedInk } = palettes[theme];
  const narrow = isNarrow(size);
  const { tickvals, ticktext } = scaleTicks(range);
  const bar = {
    ...{ tickvals, ticktext, ticks: 'outside', ticklen: 4, tickcolor: mutedInk, outlinewidth: 0 },
    ...{ thickness: 13, len: 1, lenmode: 'fraction', tickfont: { size: narrow ? 11 : 12, color: ink } },
    title: {
      text: 'Density relative to the Sun’s',
      side: narrow ? 'top' : 'right',
      font: { size: narrow ? 12 : 13, color: ink },
    },
    ...(narrow
      ? { orientation: 'h', x: 0.5, xanchor: 'center', y: 1, yanchor: 'bottom', ypad: 6, xpad: 0 }
      : { x: 1, xanchor: 'left', xpad: 10, ypad: 0 }),
  };
  const marker = {
    color: [range.bottom],
    colorscale: colourScale,
    ...{ cmin: range.bottom, cmax: range.top, showscale: true, colorbar: bar },
  };
  // The types lack parts of the colour bar.
  return { type: 'scatter', mode: 'markers', x: [null], y: [null], hoverinfo: 'skip', marker } as Data;
}

/** Everything that a figure is made of but what follows the energy. */
function stillKey(kind: MapKind, size: MapSize, input: MapInput, range: ColourRange, view = ''): string {
  const { arms, sources, theme, innerHaloKpc, halfThicknessKpc, maps } = input;
  const lines = arms.map(({ name, xKpc, yKpc }) => [name, xKpc[0], yKpc[0], xKpc.length]);
  return JSON.stringify([
    ...[kind, view, theme, size, range, haloRadiusKpc(maps)],
    ...[lines, sources, innerHaloKpc, halfThicknessKpc],
  ]);
}

export function faceOnFigure(input: MapInput, view: MapView, size: MapSize): MapFigure {
  const { maps, arms, sources, theme } = input;
  const palette = palettes[theme];
  const range = colourRange(maps);
  const window = faceOnWindow(input, view);
  const frame = frameOf('faceOn', size, window);
  const points = sources.map(({ name, xKpc, yKpc }) => ({ name, x: xKpc, y: yKpc }));
  const landmarks = landmarkNames(frame);
  const named = view === 'sun' ? sourceNames(frame, points) : { texts: [], leaders: [] };
  const texts: PlacedText[] = [
    ...landmarks,
    ...named.texts,
    ...(view === 'sun' ? longitudeNames(frame) : []),
    ...armNames(frame, view, arms),
  ];
  const ticks = view === 'sun' ? 1 : isNarrow(size) ? 10 : 5;
  const axis = { ...axisStyle(palette, size), dtick: ticks, constrain: 'domain' as const };
  const layout: Partial<Layout> = {
    ...baseLayout('faceOn', size, theme),
    ...movingLayer(rasterOf(planeField(maps), window, pixels, pixels), range, frame, theme),
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
  };
  const data: Data[] = [
    haloEdge(window.x[1], theme, view),
    ...armTraces(arms),
    ...named.leaders,
    sourceTrace(points),
    ...landmarkTraces(frame),
    textTrace(frame, texts, isNarrow(size) ? 11 : 12),
    colourBar(range, size, theme),
  ];
  return { data, layout, stillKey: stillKey('faceOn', size, input, range, view) };
}

/** The circle on which particles escape. */
function haloEdge(radius: number, theme: MapInput['theme'], view: MapView): Data {
  const angles = view === 'sun' ? [] : Array.from({ length: 181 }, (_, i) => (i * Math.PI) / 90);
  return {
    type: 'scatter',
    mode: 'lines',
    hoverinfo: 'skip',
    x: angles.map((angle) => radius * Math.cos(angle)),
    y: angles.map((angle) => radius * Math.sin(angle)),
    cliponaxis: false,
    line: { color: palettes[theme].mutedInk, width: 2 },
  };
}

/** A height (kpc) as a pair of dashed lines above and below the plane. */
function heightLines({ window }: MapFrame, height: number): Data[] {
  const [left, right] = window.x;
  return rimmedLine(
    { x: [left, right, null, left, right], y: [height, height, null, -height, -height] },
    '6px 5px',
    1.1,
  );
}

function kpc(value: number): string {
  return `${Number(value.toPrecision(3))} kpc`;
}

/** Names above the upper lines, at the left, where the map is faint. */
function heightNames(frame: MapFrame, { innerHaloKpc, halfThicknessKpc }: MapInput): PlacedText[] {
  const name = (text: string, height: number, below: boolean): PlacedText[] => {
    const { y } = frame.toPixel(0, height);
    const start = text.length * 3.4 + 8;
    const at = frame.board.place(text, [{ x: start, y: y + (below ? 11 : -10) }]);
    return at === null ? [] : [{ text, at }];
  };
  return [
    ...(innerHaloKpc === null ? [] : name(`ξL = ${kpc(innerHaloKpc)}`, innerHaloKpc, false)),
    ...name(`L = ${kpc(halfThicknessKpc)}`, halfThicknessKpc, true),
  ];
}

export function edgeOnFigure(input: MapInput, size: MapSize): MapFigure {
  const { maps, sources, theme, innerHaloKpc, halfThicknessKpc } = input;
  const palette = palettes[theme];
  const range = colourRange(maps);
  const window = edgeOnWindow(input);
  const frame = frameOf('edgeOn', size, window);
  const halo: MapWindow = { x: window.x, y: [-halfThicknessKpc, halfThicknessKpc] };
  const points = sources.map(({ name, xKpc, zKpc }) => ({ name, x: xKpc, y: zKpc }));
  const texts = [...landmarkNames(frame), ...heightNames(frame, input)];
  // Close below the edge all lines run together.
  frame.board.blockRows(frame.toPixel(0, halfThicknessKpc).y, 16);
  frame.board.blockRows(frame.toPixel(0, -halfThicknessKpc).y, 16);
  const axis = axisStyle(palette, size);
  const layout: Partial<Layout> = {
    ...baseLayout('edgeOn', size, theme),
    ...movingLayer(rasterOf(cutField(maps, halfThicknessKpc), halo, pixels, pixels / 2), range, frame, theme),
    xaxis: {
      ...axis,
      dtick: isNarrow(size) ? 10 : 5,
      range: [...window.x],
      title: axisTitle('<i>x</i> (kpc), towards the Sun', palette, size),
    },
    yaxis: { ...axis, nticks: 5, range: [...window.y], title: axisTitle('<i>z</i> (kpc)', palette, size, 2) },
  };
  const data: Data[] = [
    ...(innerHaloKpc === null ? [] : heightLines(frame, innerHaloKpc)),
    ...heightLines(frame, halfThicknessKpc),
    sourceTrace(points),
    ...landmarkTraces(frame),
    textTrace(frame, texts, isNarrow(size) ? 11 : 12),
  ];
  return { data, layout, stillKey: stillKey('edgeOn', size, input, range) };
}
