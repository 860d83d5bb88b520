/** Lines of equal density through a raster: marching squares, each crossing linear between two pixels. */
import { type ColourRange, ladder } from './colourScale';
import type { Raster } from './raster';

export interface ContourLine {
  /** log10 of the density. */
  readonly level: number;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly isClosed: boolean;
}

/** Between rungs of the ladder, for windows in which the density hardly changes. */
const finer = [0.15, 0.2, 0.5, 0.7, 1, 1.5, 2, 5, 7].map(Math.log10);
/** With fewer lines than this a map is flat: finer ones are drawn. */
const fewest = 3;

/** Levels (log10) to draw: 1 and 3 in each decade, the Sun's own density among them, and more where that gives too few. */
export function contourLevels({ log }: Raster, range: ColourRange): number[] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of log) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  const isThere = (level: number) => level > least && level < most;
  // The lowest colour stands for all that is fainter, so there is no line at its end.
  const coarse = ladder(range).slice(1).filter(isThere);
  if (coarse.length >= fewest) return coarse;
  const all = new Set([...coarse, ...finer.filter(isThere)]);
  return [...all].sort((a, b) => a - b);
}

/** An edge between two pixels by one number: from pixel c to the right (2c) or upwards (2c + 1). */
type Edge = number;

export function contourLines(raster: Raster, level: number): ContourLine[] {
  const links = crossings(raster, level);
  const lines: ContourLine[] = [];
  const walk = (from: Edge, isClosed: boolean) => {
    const edges: Edge[] = [];
    for (let edge: Edge | undefined = from; edge !== undefined; ) {
      edges.push(edge);
      const next: readonly Edge[] = links.get(edge)!;
      links.delete(edge);
      edge = next.find((other) => links.has(other));
    }
    const points = edges.map((edge) => crossing(raster, level, edge));
    lines.push({ level, isClosed, x: points.map(([x]) => x), y: points.map(([, y]) => y) });
  };
  // Lines that end, at the border or at the halo's edge, from one of their ends; what is left are loops.
  for (const [edge, next] of [...links]) if (next.length === 1 && links.has(edge)) walk(edge, false);
  for (const [edge] of [...links]) if (links.has(edge)) walk(edge, true);
  return lines;
}

/** Each crossed edge with those that the line goes on to. */
function crossings({ columns, rows, log }: Raster, level: number): Map<Edge, Edge[]> {
  const links = new Map<Edge, Edge[]>();
  const join = (a: Edge, b: Edge) => {
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      const known = links.get(from);
      if (known === undefined) links.set(from, [to]);
      else known.push(to);
    }
  };
  for (let j = 0; j + 1 < rows; j++) {
    for (let i = 0; i + 1 < columns; i++) {
      const c = j * columns + i;
      const [a, b, d, e] = [log[c]!, log[c + 1]!, log[c + columns]!, log[c + columns + 1]!];
      const sum = a + b + d + e;
      const pattern = (a > level ? 1 : 0) + (b > level ? 2 : 0) + (d > level ? 4 : 0) + (e > level ? 8 : 0);
      if (pattern === 0 || pattern === 15 || Number.isNaN(sum)) continue;
      const [bottom, left, right, top] = [2 * c, 2 * c + 1, 2 * (c + 1) + 1, 2 * (c + columns)];
      const crossed = [
        ...(a > level !== b > level ? [bottom] : []),
        ...(a > level !== d > level ? [left] : []),
        ...(b > level !== e > level ? [right] : []),
        ...(d > level !== e > level ? [top] : []),
      ];
      if (crossed.length === 2) {
        join(crossed[0]!, crossed[1]!);
        continue;
      }
      // A saddle: the mean says which two corners are connected.
      const isLowLeftAlone = a > level !== sum / 4 > level;
      join(bottom, isLowLeftAlone ? left : right);
      join(top, isLowLeftAlone ? right : left);
    }
  }
  return links;
}

function crossing({ window, columns, rows, log }: Raster, level: number, edge: Edge): [number, number] {
  const c = edge >> 1;
  const isUpwards = edge % 2 === 1;
  const from = log[c]!;
  const share = (level - from) / (log[c + (isUpwards ? columns : 1)]! - from);
  const column = (c % columns) + 0.5 + (isUpwards ? 0 : share);
  const row = Math.floor(c / columns) + 0.5 + (isUpwards ? share : 0);
  const at = ([low, high]: readonly [number, number], part: number) => low + part * (high - low);
  return [at(window.x, column / columns), at(window.y, row / rows)];
}

/** The lines of one level as one path in the axes' own coordinates, as Plotly's shapes take it. */
export function contourPath(lines: readonly ContourLine[]): string {
  return lines
    .map(({ x, y, isClosed }) => {
      const points = x.map((value, i) => `${value.toFixed(3)},${y[i]!.toFixed(3)}`);
      return `M${points.join('L')}${isClosed ? 'Z' : ''}`;
    })
    .join('');
}
