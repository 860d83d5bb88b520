/**
 * What stands on a map: the Sun, the Galactic centre, arms, nearby sources, their names. White with a dark rim, because the
 * ground is dark blue in one place and yellow in the next; each has a shape of its own.
 */
import type { Dash, Data } from 'plotly.js';
import { sunRadiusKpc } from '../../physics/units';
import { fontFamily } from '../fontFamily';
import type { MapFrame } from './mapFrame';
import { type Pixel, placesAround } from './placeLabels';

const white = '#ffffff';
const rim = 'rgba(8, 12, 20, 0.6)';
const faintRim = 'rgba(8, 12, 20, 0.3)';
const textShadow = '0 0 2px #080c14, 0 0 3px #080c14, 0 0 5px #080c14';

export interface Points {
  readonly x: (number | null)[];
  readonly y: (number | null)[];
}

const still = { type: 'scatter', hoverinfo: 'skip', showlegend: false } as const;

/** One line twice: dark and wide, white and thin. */
export function rimmedLine(
  points: Points,
  dash: string,
  { name, width = 1.2 }: { readonly name: string; readonly width?: number },
): Data[] {
  const line = (color: string, wide: number, style: string): Data => ({
    ...still,
    ...points,
    name,
    mode: 'lines',
    // The type lacks lengths.
    line: { color, width: wide, dash: style as Dash },
  });
  return [line(faintRim, width + 1.4, 'solid'), line(white, width, dash)];
}

export interface PlacedText {
  readonly text: string;
  readonly at: Pixel;
}

/** Texts at pixels of the plot area. */
export function textTrace(frame: MapFrame, texts: readonly PlacedText[], size: number): Data {
  const places = texts.map(({ at }) => frame.toKpc(at));
  return {
    ...still,
    x: places.map(({ x }) => x),
    y: places.map(({ y }) => y),
    text: texts.map(({ text }) => text),
    mode: 'text',
    textposition: 'middle center',
    cliponaxis: false,
    // The type lacks the shadow.
    textfont: { family: fontFamily, size, color: white, shadow: textShadow } as object,
  };
}

/** The Sun's sign, and a small cross at the Galactic centre. */
export function landmarkTraces(frame: MapFrame): Data[] {
  const shown = frame.isInside(0, 0) ? [0] : [];
  const marker = (
    name: string,
    x: number[],
    symbol: string,
    size: number,
    color: string,
    width: number,
  ): Data => ({
    ...still,
    name,
    x,
    y: x.map(() => 0),
    mode: 'markers',
    cliponaxis: false,
    marker: { symbol, size, color, line: { color, width } },
  });
  return [
    marker('Galactic centre', shown, 'cross-thin', 11, rim, 4),
    marker('Galactic centre', shown, 'cross-thin', 10, white, 1.6),
    marker('Sun', [sunRadiusKpc], 'circle', 17, rim, 0),
    marker('Sun', [sunRadiusKpc], 'circle-open', 12, white, 1.8),
    marker('Sun', [sunRadiusKpc], 'circle', 4, white, 0),
  ];
}

/** Names of Sun and centre, beside their marks, which nothing may cover, nor those of sources. */
export function landmarkNames(frame: MapFrame, sources: readonly NamedPoint[]): PlacedText[] {
  for (const { x, y } of sources) frame.board.block(frame.toPixel(x, y), 11);
  const marks = [
    { text: 'Sun', x: sunRadiusKpc },
    ...(frame.isInside(0, 0) ? [{ text: 'Centre', x: 0 }] : []),
  ];
  for (const { x } of marks) frame.board.block(frame.toPixel(x, 0), 18);
  return marks.flatMap(({ text, x }) => {
    const at = frame.board.place(text, placesAround(frame.toPixel(x, 0), text));
    return at === null ? [] : [{ text, at }];
  });
}

export interface NamedPoint {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

export function sourceTrace(points: readonly NamedPoint[]): Data {
  return {
    ...still,
    name: 'nearby sources',
    x: points.map(({ x }) => x),
    y: points.map(({ y }) => y),
    text: points.map(({ name }) => name),
    mode: 'markers',
    marker: { symbol: 'diamond', size: 8, color: white, line: { color: '#080c14', width: 1.4 } },
  };
}
