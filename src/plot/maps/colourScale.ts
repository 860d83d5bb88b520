/**
 * Densities to colours. The scale is Viridis: lightness grows evenly, order survives in grey and for colour-blind eyes, and
 * neither the models' red nor their black is in it. It runs over log10 of the density relative to the Sun's, between
 * round numbers of the ladder ... 0.1, 0.3, 1, 3, 10 ..., so that it hops rarely while the energy is moved.
 */
import type { ColorScale } from 'plotly.js';
import type { DensityMaps } from '../../model/volumeSlices';

/** Viridis at seventeen even steps (van der Walt & Smith 2015, CC0). */
const viridis = [
  ...['#440154', '#48186a', '#472d7b', '#424086', '#3b528b', '#33638d', '#2c728e', '#26828e'],
  ...['#21918c', '#1fa088', '#28ae80', '#3fbc73', '#5ec962', '#84d44b', '#addc30', '#d8e219', '#fde725'],
];

export const colourScale: ColorScale = viridis.map((colour, i): [number, string] => [
  i / (viridis.length - 1),
  colour,
]);

export const colourCount = 255;

/** Red, green and blue of `colourCount` even steps of the scale. */
export const colourTable: Uint8Array = Uint8Array.from({ length: 3 * colourCount }, (_, c) => {
  const position = (Math.floor(c / 3) / (colourCount - 1)) * (viridis.length - 1);
  const below = Math.min(Math.floor(position), viridis.length - 2);
  const channel = (i: number) => Number.parseInt(viridis[i]!.slice(1 + 2 * (c % 3), 3 + 2 * (c % 3)), 16);
  return Math.round(channel(below) + (position - below) * (channel(below + 1) - channel(below)));
});

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

/** The next of 1, 2 and 5 in each decade. */
function roundUp(log: number): number {
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

// Asked for by each figure of the same maps.
const known = new WeakMap<DensityMaps, ColourRange>();

/** Range of both maps together. */
export function colourRange(maps: DensityMaps): ColourRange {
  const range = known.get(maps) ?? measuredRange(maps);
  known.set(maps, range);
  return range;
}

function measuredRange({ xKpc, yKpc, zKpc, plane, cut }: DensityMaps): ColourRange {
  const width = cellWidths(xKpc);
  const cells: { readonly density: number; readonly area: number }[] = [];
  const add = (values: Float64Array, heights: Float64Array) =>
    values.forEach((density, c) => {
      const area = width[c % xKpc.length]! * heights[Math.floor(c / xKpc.length)]!;
      if (density > 0) cells.push({ density, area });
    });
  add(plane, cellWidths(yKpc));
  add(cut, cellWidths(zKpc));
  cells.sort((a, b) => a.density - b.density);
  const faintArea = faintShare * cells.reduce((sum, { area }) => sum + area, 0);
  let sum = 0;
  let faint = 1;
  for (const { density, area } of cells) {
    faint = density;
    sum += area;
    if (sum > faintArea) break;
  }
  const top = roundUp(Math.log10(cells.at(-1)?.density ?? 1));
  const bottom = rung(rungFrom(Math.log10(faint), -1));
  return { top, bottom: Math.max(Math.min(bottom, top - narrowest), top - widest) };
}

/** A density as a plain number: 0.003, 0.15, 30. */
export function plainDensity(log: number): string {
  return String(Number((10 ** log).toPrecision(2)));
}

export interface ScaleTicks {
  readonly tickvals: number[];
  readonly ticktext: string[];
}

/** Numbers beside the colour bar; the lowest colour stands for less as well. */
export function scaleTicks(range: ColourRange): ScaleTicks {
  const tickvals = ladder(range);
  return { tickvals, ticktext: tickvals.map((log, i) => `${i === 0 ? '≤ ' : ''}${plainDensity(log)}`) };
}

/** Step of the scale for a density, the lowest for all that is fainter. */
export function colourIndex(log: number, { bottom, top }: ColourRange): number {
  const share = (log - bottom) / (top - bottom);
  return Math.round(Math.min(1, Math.max(0, share)) * (colourCount - 1));
}

export function colourAt(log: number, range: ColourRange): string {
  const at = 3 * colourIndex(log, range);
  return `rgb(${colourTable[at]},${colourTable[at + 1]},${colourTable[at + 2]})`;
}

/** What is read best on a colour of the scale: its lower two thirds are dark. */
export function inkOn(log: number, range: ColourRange): string {
  return colourIndex(log, range) < 0.62 * colourCount ? '#ffffff' : '#0c1118';
}
