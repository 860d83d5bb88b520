/**
 * Densities to colours. The scale is Viridis: lightness grows evenly, order survives in grey and for colour-blind eyes, and
 * neither the models' red nor their black is in it. It runs over log10 of the density relative to the Sun's, between
 * round numbers of the ladder ... 0.1, 0.3, 1, 3, 10 ..., so that it hops rarely while the energy is moved.
 */
import { memoByIdentity } from '../../memo/memoByIdentity';
import type { DensityMaps } from '../../model/volumeSlices';

/** Viridis at seventeen even steps (van der Walt & Smith 2015, CC0). */
const viridis = [
  ...['#440154', '#48186a', '#472d7b', '#424086', '#3b528b', '#33638d', '#2c728e', '#26828e'],
  ...['#21918c', '#1fa088', '#28ae80', '#3fbc73', '#5ec962', '#84d44b', '#addc30', '#d8e219', '#fde725'],
];

/** As Plotly takes it: colours at shares of the scale. */
export const colourScale: [number, string][] = viridis.map((colour, i) => [i / (viridis.length - 1), colour]);

/** What the two ends of the scale stand for: log10 of densities relative to the Sun's. */
export interface ColourRange {
  readonly bottom: number;
  readonly top: number;
}

/** Decades that the scale spans. */
const widest = 4;
const narrowest = 2;
/** Share of the mapped area that may be fainter than the scale's lower end: the last cells before particles escape. */
const faintShare = 0.04;

/** Rung n of the ladder: 1 and 3 in each decade. */
function rung(n: number): number {
  return Math.floor(n / 2) + (n % 2 === 0 ? 0 : Math.log10(3));
}

function rungFrom(log: number, direction: 1 | -1): number {
  let n = Math.round(2 * log) - 2 * direction;
  while (direction * (rung(n) - log) < -1e-9) n += direction;
  return n;
}

/** The rung at or below. */
export function roundDown(log: number): number {
  return rung(rungFrom(log, -1));
}

/** The next of 1, 2 and 5 in each decade. */
export function roundUp(log: number): number {
  const decade = Math.floor(log);
  return decade + ([0, Math.log10(2), Math.log10(5)].find((step) => decade + step >= log - 1e-9) ?? 1);
}

/** Rungs from `low` to `high` (log10), both included. */
export function ladder({ bottom, top }: ColourRange): number[] {
  const first = rungFrom(bottom, 1);
  return Array.from({ length: Math.max(0, rungFrom(top, -1) - first + 1) }, (_, i) => rung(first + i));
}

function cellWidths(centres: Float64Array): Float64Array {
  const last = centres.length - 1;
  return centres.map((_, i) => (centres[Math.min(i + 1, last)]! - centres[Math.max(i - 1, 0)]!) / 2);
}

/** Densities (log10) are counted in bins of this width between these ends. */
const binWidth = 0.02;
const counted = { from: -8, to: 6 };

/** Range of both maps together: asked for by each figure of the same maps, of two species. */
export const colourRange = memoByIdentity(measuredRange, 2);

function measuredRange({ xKpc, yKpc, zKpc, plane, cut }: DensityMaps): ColourRange {
  const width = cellWidths(xKpc);
  const area = new Float64Array((counted.to - counted.from) / binWidth);
  let whole = 0;
  let highest = 0;
  const add = (densities: Float64Array, heights: Float64Array) => {
    for (let c = 0; c < densities.length; c++) {
      const density = densities[c]!;
      if (!(density > 0)) continue;
      const share = width[c % width.length]! * heights[Math.floor(c / width.length)]!;
      const bin = Math.floor((Math.log10(density) - counted.from) / binWidth);
      area[Math.min(area.length - 1, Math.max(0, bin))]! += share;
      whole += share;
      if (density > highest) highest = density;
    }
  };
  add(plane, cellWidths(yKpc));
  add(cut, cellWidths(zKpc));
  let faint = 0;
  for (let left = faintShare * whole; faint < area.length - 1; faint++) {
    left -= area[faint]!;
    if (left < 0) break;
  }
  return roundRange(counted.from + faint * binWidth, Math.log10(highest || 1));
}

/** The range of round ends that holds `low` to `high` (log10), if that is not too wide. */
function roundRange(low: number, high: number): ColourRange {
  const top = roundUp(high);
  const bottom = roundDown(Math.min(low, top - narrowest));
  return { top, bottom: Math.max(bottom, rung(rungFrom(top - widest, 1))) };
}

/** A density as a plain number: 0.003, 0.15, 30. */
export function plainDensity(log: number): string {
  return String(Number((10 ** log).toPrecision(2)));
}

export interface ScaleTicks {
  readonly tickvals: readonly number[];
  readonly ticktext: readonly string[];
}

/** Numbers beside the colour bar, at both ends too; the lowest colour stands for less as well. */
export function scaleTicks(range: ColourRange): ScaleTicks {
  const tickvals = [...new Set([...ladder(range), range.top])];
  return { tickvals, ticktext: tickvals.map((log, i) => `${i === 0 ? '≤ ' : ''}${plainDensity(log)}`) };
}

/** From this share of the scale on black reads best, on the darker part white: where they change, both have 4.5:1. */
const blackFrom = 0.43;

/** Colour of what is drawn on a density (log10). */
export function inkOn(log: number, { bottom, top }: ColourRange): string {
  return (log - bottom) / (top - bottom) < blackFrom ? '#ffffff' : '#000000';
}
