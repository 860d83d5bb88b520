/** Names in the view about the Sun: of the nearby sources, and of the directions that the map's sides lie in. */
import type { Data } from 'plotly.js';
import { sunRadiusKpc } from '../../physics/units';
import type { MapFrame } from './mapFrame';
import { type NamedPoint, type PlacedText, type Points, rimmedLine } from './mapTraces';
import { type Pixel, placesAround } from './placeLabels';

/** A name farther than this (pixels) from its source has a line to it. */
const leaderFrom = 12;

export interface SourceNames {
  readonly texts: readonly PlacedText[];
  readonly leaders: readonly Data[];
}

/** From a mark to the nearest point of the text's box. */
function leaderEnd(mark: Pixel, { text, at }: PlacedText): Pixel {
  const [half, tall] = [text.length * 3.1, 6];
  const near = (value: number, middle: number, reach: number) =>
    Math.min(middle + reach, Math.max(middle - reach, value));
  return { x: near(mark.x, at.x, half), y: near(mark.y, at.y, tall) };
}

export function sourceNames(frame: MapFrame, points: readonly NamedPoint[]): SourceNames {
  const seen = points.filter(({ x, y }) => frame.isInside(x, y));
  const sun = frame.toPixel(sunRadiusKpc, 0);
  const fromSun = ({ x, y }: Pixel): Pixel => ({ x: x - sun.x, y: y - sun.y });
  const distance = ({ mark }: { readonly mark: Pixel }) => Math.hypot(fromSun(mark).x, fromSun(mark).y);
  // Nearest first, each outwards: there is room outside for those that come later.
  const marks = seen
    .map(({ name, x, y }) => ({ text: name, mark: frame.toPixel(x, y) }))
    .sort((a, b) => distance(a) - distance(b));
  const texts = marks.flatMap(({ text, mark }) => {
    const at = frame.board.place(text, placesAround(mark, text, fromSun(mark)));
    return at === null ? [] : [{ text, at, mark }];
  });
  const leaders: Points = { x: [], y: [] };
  for (const { text, at, mark } of texts) {
    const end = leaderEnd(mark, { text, at });
    if (Math.hypot(end.x - mark.x, end.y - mark.y) < leaderFrom) continue;
    const [from, to] = [frame.toKpc(mark), frame.toKpc(end)];
    leaders.x.push(from.x, to.x, null);
    leaders.y.push(from.y, to.y, null);
  }
  return {
    texts,
    leaders: leaders.x.length === 0 ? [] : rimmedLine(leaders, 'solid', { name: 'leaders', width: 0.8 }),
  };
}

/** Galactic longitudes at the sides of the map, seen from the Sun. */
export function longitudeNames(frame: MapFrame): PlacedText[] {
  const { x, y } = frame.window;
  const places: readonly [string, Pixel][] = [
    ['<i>l</i> = 0°', { ...frame.toPixel(x[0], 0), x: 28 }],
    ['<i>l</i> = 180°', { ...frame.toPixel(x[1], 0), x: frame.area.width - 34 }],
    ['<i>l</i> = 90°', { ...frame.toPixel(sunRadiusKpc, y[0]), y: frame.area.height - 11 }],
    ['<i>l</i> = 270°', { ...frame.toPixel(sunRadiusKpc, y[1]), y: 11 }],
  ];
  return places.flatMap(([text, place]) => {
    const at = frame.board.place(text, [place]);
    return at === null ? [] : [{ text, at }];
  });
}
