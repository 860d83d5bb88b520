/** Which lines of equal density a map has. */
import { type ColourRange, ladder } from './colourScale';

/** Between rungs of the ladder, for windows in which the density hardly changes. */
const finer = [0.15, 0.2, 0.5, 0.7, 1, 1.5, 2, 5, 7].map(Math.log10);
/** With fewer lines than this a map is flat: finer ones are drawn. With more than the other, only whole decades. */
const fewest = 3;
const most = 5;

/**
 * Levels (log10, ascending) of a map of these densities: 1 and 3 in each decade, the Sun's own among them, and more where that
 * gives too few.
 */
export function contourLevels(log: Float64Array, range: ColourRange): number[] {
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
