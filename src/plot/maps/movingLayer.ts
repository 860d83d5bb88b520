/**
 * What follows the energy, in the parts of a layout that Plotly redraws by themselves: the picture of the density, lines of
 * equal density, and their numbers.
 */
import type { Annotations, Layout, Shape } from 'plotly.js';
import { type Palette, palettes, type ThemeName } from '../palette';
import { type ColourRange, colourAt, inkOn, plainDensity } from './colourScale';
import { type ContourLine, contourLevels, contourLines, contourPath } from './contours';
import type { MapFrame } from './mapFrame';
import type { Pixel } from './placeLabels';
import type { Raster } from './raster';
import { dataUrl, rasterBitmap } from './rasterImage';

export type MovingLayer = Required<Pick<Layout, 'images' | 'shapes' | 'annotations'>>;

/** Lines shorter than this (pixels) are not numbered. */
const numberedFrom = 70;
/** Places tried along a line. */
const triedPlaces = 24;

function picture(raster: Raster, range: ColourRange, { background }: Palette): Layout['images'][number] {
  const { x, y } = raster.window;
  return {
    source: dataUrl(rasterBitmap(raster, range, background)),
    xref: 'x',
    yref: 'y',
    x: x[0],
    y: y[1],
    sizex: x[1] - x[0],
    sizey: y[1] - y[0],
    xanchor: 'left',
    yanchor: 'top',
    sizing: 'stretch',
    layer: 'below',
    opacity: 1,
    visible: true,
  };
}

// The type lacks it.
const betweenGridAndMarks = { layer: 'between' } as object;

function contourShape(level: number, lines: readonly ContourLine[], range: ColourRange): Partial<Shape> {
  return {
    type: 'path',
    xref: 'x',
    yref: 'y',
    path: contourPath(lines),
    // The density at the Sun stands out.
    line: { color: inkOn(level, range), width: level === 0 ? 1.8 : 0.9 },
    opacity: level === 0 ? 0.95 : 0.65,
    ...betweenGridAndMarks,
  };
}

/** Where a number may stand on the longest line of a level, and nothing if that is too short. */
function numberPlaces(lines: readonly ContourLine[], frame: MapFrame): Pixel[] {
  const pixels = lines.map(({ x, y }) => x.map((at, i) => frame.toPixel(at, y[i]!)));
  const length = (points: readonly Pixel[]) =>
    points.reduce(
      (sum, { x, y }, i) => (i === 0 ? 0 : sum + Math.hypot(x - points[i - 1]!.x, y - points[i - 1]!.y)),
      0,
    );
  const [longest] = pixels
    .map((points) => ({ points, length: length(points) }))
    .sort((a, b) => b.length - a.length);
  if (longest === undefined || longest.length < numberedFrom) return [];
  const { points } = longest;
  // From the middle outwards, alternately: neighbouring levels then find neighbouring places.
  return Array.from({ length: triedPlaces }, (_, i) => {
    const offset = (i % 2 === 0 ? 1 : -1) * Math.ceil(i / 2);
    const index = Math.round((0.5 + offset / (triedPlaces + 1)) * (points.length - 1));
    return points[index]!;
  });
}

function numberAnnotation(
  level: number,
  at: Pixel,
  frame: MapFrame,
  range: ColourRange,
): Partial<Annotations> {
  const { x, y } = frame.toKpc(at);
  return {
    x,
    y,
    xref: 'x',
    yref: 'y',
    text: plainDensity(level),
    showarrow: false,
    // The line has this colour on both sides: the patch hides the line and nothing else.
    bgcolor: colourAt(level, range),
    borderpad: 0,
    font: { size: 11, color: inkOn(level, range) },
  };
}

export function movingLayer(
  raster: Raster,
  range: ColourRange,
  frame: MapFrame,
  theme: ThemeName,
): MovingLayer {
  const contours = contourLevels(raster, range).map((level) => ({
    level,
    lines: contourLines(raster, level),
  }));
  return {
    images: [picture(raster, range, palettes[theme])],
    shapes: contours.map(({ level, lines }) => contourShape(level, lines, range)),
    annotations: contours.flatMap(({ level, lines }) => {
      const at = frame.board.place(plainDensity(level), numberPlaces(lines, frame));
      return at === null ? [] : [numberAnnotation(level, at, frame, range)];
    }),
  };
}
