/**
 * What follows the energy, as plain data for a canvas under Plotly's axes. Of 240 x 240 pixels Plotly redraws a heat map in 50 to
 * 60 ms, and lines and numbers over it in as much again: 200 ms for a page of both maps and the profile. This way the page
 * follows a slider in 25 to 35 ms, the wait for the frame included (two busy cores, no graphics card).
 */
import { palettes, type ThemeName } from '../palette';
import { type ColourRange, colourAt, inkOn, plainDensity, type ScaleTicks, scaleTicks } from './colourScale';
import { type Contour, contourLevels, contoursOf } from './contours';
import type { MapFrame } from './mapFrame';
import type { Pixel } from './placeLabels';
import type { Raster } from './raster';

export interface GroundLine {
  /** Four numbers for each piece, in pixels of the plot area. */
  readonly pieces: readonly number[];
  readonly colour: string;
  readonly width: number;
  readonly opacity: number;
}

export interface GroundNumber {
  readonly text: string;
  readonly at: Pixel;
  readonly colour: string;
  /** Hides the line under the number: the colour that the map has there. */
  readonly patch: string;
}

export interface GroundPoint {
  readonly at: Pixel;
  readonly colour: string;
}

export interface ColourBar extends ScaleTicks {
  readonly title: string;
  readonly range: ColourRange;
  /** At the right of the plot area, or above it. */
  readonly side: 'right' | 'top';
  readonly ink: string;
}

export interface Ground {
  readonly picture: Raster | null;
  readonly range: ColourRange;
  readonly lines: readonly GroundLine[];
  readonly points: readonly GroundPoint[];
  readonly numbers: readonly GroundNumber[];
  readonly bar: ColourBar | null;
  /** Rims of the points. */
  readonly ink: string;
}

/** A level with fewer pieces is not numbered: it is a speck. */
const numberedFrom = 30;
/** Every so many pieces of a line are tried as the place of its number. */
const triedEvery = 2;

function lineOf({ level, pieces }: Contour, range: ColourRange, frame: MapFrame): GroundLine {
  const pixels: number[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const { x, y } = frame.toPixel(pieces[i]!, pieces[i + 1]!);
    pixels.push(x, y);
  }
  // The density at the Sun stands out.
  const isSuns = level === 0;
  return {
    pieces: pixels,
    colour: inkOn(level, range),
    width: isSuns ? 1.7 : 0.9,
    opacity: isSuns ? 0.95 : 0.65,
  };
}

/** Along a ray from the middle of the map to its upper right, so that the numbers stand in order and do not wander. */
function numberPlaces({ pieces }: GroundLine, { area }: MapFrame): Pixel[] {
  const fromRay = ({ x, y }: Pixel) => {
    const [across, up] = [x / area.width - 0.5, 0.5 - y / area.height];
    return across + up > 0 ? Math.abs(across - 0.55 * up) : 1 + Math.abs(across + up);
  };
  const places: { readonly at: Pixel; readonly distance: number }[] = [];
  for (let i = 0; i + 1 < pieces.length; i += 4 * triedEvery) {
    const at = { x: pieces[i]!, y: pieces[i + 1]! };
    places.push({ at, distance: fromRay(at) });
  }
  return places.sort((a, b) => a.distance - b.distance).map(({ at }) => at);
}

/** Of a map. */
export function mapGround(
  { picture, lines: raster }: { readonly picture: Raster; readonly lines: Raster },
  range: ColourRange,
  frame: MapFrame,
  theme: ThemeName,
  bar: ColourBar['side'] | null,
): Ground {
  const board = frame.board.copy();
  const contours = contoursOf(raster, contourLevels(raster, range));
  const lines = contours.map((contour) => lineOf(contour, range, frame));
  const numbers = contours.flatMap(({ level, pieces }, l): GroundNumber[] => {
    if (pieces.length < 4 * numberedFrom) return [];
    const text = plainDensity(level);
    const at = board.place(text, numberPlaces(lines[l]!, frame));
    return at === null ? [] : [{ text, at, colour: inkOn(level, range), patch: colourAt(level, range) }];
  });
  const { ink } = palettes[theme];
  const title = 'Density relative to the Sun’s';
  return {
    ...{ picture, range, lines, numbers, points: [] },
    bar: bar === null ? null : { ...scaleTicks(range), title, range, side: bar, ink },
    ink,
  };
}
