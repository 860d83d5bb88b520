/** Lines of equal density through a raster: marching squares in one pass for all levels, crossings linear between pixels. */
import { type ColourRange, ladder } from './colourScale';
import type { Raster } from './raster';

export interface Contour {
  /** log10 of the density. */
  readonly level: number;
  /** Pieces of line in no order, four numbers each: from x, y to x, y. */
  readonly pieces: readonly number[];
}

/** Between rungs of the ladder, for windows in which the density hardly changes. */
const finer = [0.15, 0.2, 0.5, 0.7, 1, 1.5, 2, 5, 7].map(Math.log10);
/** With fewer lines than this a map is flat: finer ones are drawn. With more than the other, only whole decades. */
const fewest = 3;
const most = 5;

/** Levels (log10) to draw: 1 and 3 in each decade, the Sun's own density among them, and more where that gives too few. */
export function contourLevels({ log }: Raster, range: ColourRange): number[] {
  let [faintest, brightest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of log) {
    if (value < faintest) faintest = value;
    if (value > brightest) brightest = value;
  }
  const isThere = (level: number) => level > faintest && level < brightest;
  // The lowest colour stands for all that is fainter, so there is no line at its end.
  const coarse = ladder(range).slice(1).filter(isThere);
  if (coarse.length > most) return coarse.filter(Number.isInteger);
  if (coarse.length >= fewest) return coarse;
  const all = new Set([...coarse, ...finer.filter(isThere)]);
  return [...all].sort((a, b) => a - b);
}

/** The lines of each level (log10, ascending). */
export function contoursOf(raster: Raster, levels: readonly number[]): Contour[] {
  const { columns, rows, log } = raster;
  const pieces: number[][] = levels.map(() => []);
  for (let j = 0; j + 1 < rows; j++) {
    for (let c = j * columns; c + 1 < (j + 1) * columns; c++) {
      const a = log[c]!;
      const b = log[c + 1]!;
      const d = log[c + columns]!;
      const e = log[c + columns + 1]!;
      const low = Math.min(a, b, d, e);
      const high = Math.max(a, b, d, e);
      // Most squares lie between two levels, or have a corner outside of the halo: both fail the comparisons.
      for (let l = 0; l < levels.length; l++)
        if (levels[l]! >= low && levels[l]! < high) addPieces(pieces[l]!, levels[l]!, raster, c);
    }
  }
  return levels.map((level, l) => ({ level, pieces: pieces[l]! }));
}

/** Pieces in the square from pixel c to the right and upwards. */
function addPieces(pieces: number[], level: number, { window, columns, rows, log }: Raster, c: number): void {
  const dx = (window.x[1] - window.x[0]) / columns;
  const dy = (window.y[1] - window.y[0]) / rows;
  const x = window.x[0] + ((c % columns) + 0.5) * dx;
  const y = window.y[0] + (Math.floor(c / columns) + 0.5) * dy;
  const a = log[c]!;
  const b = log[c + 1]!;
  const d = log[c + columns]!;
  const e = log[c + columns + 1]!;
  const isLeft = a > level !== d > level;
  const isRight = b > level !== e > level;
  const leftY = y + (dy * (level - a)) / (d - a);
  const rightY = y + (dy * (level - b)) / (e - b);
  const isSaddle = isLeft && isRight && a > level !== b > level;
  // Crossings that follow each other are joined. In a saddle the mean of the corners says which they are.
  const isRightFirst = isSaddle && a > level === (a + b + d + e) / 4 > level;
  if (a > level !== b > level) pieces.push(x + (dx * (level - a)) / (b - a), y);
  if (isRightFirst) pieces.push(x + dx, rightY);
  else if (isLeft) pieces.push(x, leftY);
  if (d > level !== e > level) pieces.push(x + (dx * (level - d)) / (e - d), y + dy);
  if (isRightFirst) pieces.push(x, leftY);
  else if (isRight) pieces.push(x + dx, rightY);
}
