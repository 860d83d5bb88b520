/**
 * Numbers on a logarithmic axis. Where two decades or more are in view, those, and a drawing program finds them by
 * itself. Within less, a zoom may hold no power of ten at all: then the roundest numbers that are far enough
 * apart. Pure, and the same for Plotly, the first drawing and exports.
 */

import type { LayoutAxis } from 'plotly.js';

export interface Tick {
  /** log10 of the value. */
  readonly at: number;
  /** A mantissa, and a power of ten to raise; either may be missing. */
  readonly mantissa: string;
  readonly exponent: number | null;
}

/** Ticks keep this part of the axis apart: numbers side by side need more room than numbers one above the other. */
const closestTicks = {
  x: { wide: 0.11, narrow: 0.19 },
  y: { wide: 0.12, narrow: 0.14 },
} as const;

/** Numbers that an axis should show at least, and decades that it names at most. */
const fewest = 3;
const mostDecades = 9;
/** Longer plain numbers are written with a power of ten. */
const longestPlain = 6;

interface Value {
  readonly value: number;
  /** Digits behind the first that the value needs. */
  readonly digits: number;
}

type Range = readonly [from: number, to: number];

/** Whole decades in a range of log10. */
function decadesIn([from, to]: Range): readonly number[] {
  const first = Math.ceil(from - 1e-9);
  return Array.from({ length: Math.max(0, Math.floor(to + 1e-9) - first + 1) }, (_, i) => first + i);
}

function within([from, to]: Range) {
  const margin = 1e-6 * (to - from);
  return ({ value }: Value) => Math.log10(value) >= from - margin && Math.log10(value) <= to + margin;
}

/** Digits 1 to 9 of each decade, the roundest first, as far as each keeps away from those before it. */
function digitTicks(range: Range, digits: readonly number[], closest: number): readonly Value[] {
  const decades = Array.from({ length: 4 }, (_, i) => Math.floor(range[0]) + i);
  const candidates = digits
    .flatMap((digit) => decades.map((decade) => ({ value: Number(`${digit}e${decade}`), digits: 0 })))
    .filter(within(range));
  const least = closest * (range[1] - range[0]);
  const kept: Value[] = [];
  for (const one of candidates)
    if (kept.every(({ value }) => Math.abs(Math.log10(value / one.value)) >= least)) kept.push(one);
  return kept;
}

/** Multiples of the largest step of 1, 2 or 5 that gives enough of them; every other one where they are too many. */
function evenTicks(range: Range, closest: number): readonly Value[] {
  const [low, high] = [10 ** range[0], 10 ** range[1]];
  const top = Math.floor(Math.log10(high - low));
  for (let power = top; power > top - 4; power--)
    for (const digit of [5, 2, 1]) {
      const multiples = (every: number): readonly Value[] => {
        const step = every * Number(`${digit}e${power}`);
        const first = Math.ceil(low / step - 1e-6);
        const count = Math.floor(high / step + 1e-6) - first + 1;
        return Array.from({ length: Math.max(0, count) }, (_, i) => {
          const value = Number(((first + i) * step).toPrecision(12));
          return { value, digits: Math.max(0, Math.floor(Math.log10(value) + 1e-9) - power) };
        }).filter(within(range));
      };
      const all = multiples(1);
      if (all.length < fewest) continue;
      const isClose = all.some(
        ({ value }, i) =>
          i > 0 && Math.log10(value / all[i - 1]!.value) < closest * (range[1] - range[0]) * 0.999,
      );
      const fewer = isClose ? multiples(2) : all;
      return fewer.length >= 2 ? fewer : all;
    }
  return [];
}

function tickOf({ value, digits }: Value): Tick {
  const at = Math.log10(value);
  const exponent = Math.floor(at + 1e-9);
  const plain = value.toFixed(Math.max(0, digits - exponent));
  if (plain.length <= longestPlain && exponent > -4) return { at, mantissa: plain, exponent: null };
  const mantissa = (value / 10 ** exponent).toFixed(digits);
  return { at, mantissa: mantissa === '1' ? '' : mantissa, exponent };
}

const decadeTick = (exponent: number): Tick =>
  exponent === 0 || exponent === 1
    ? { at: exponent, mantissa: String(10 ** exponent), exponent: null }
    : { at: exponent, mantissa: '', exponent };

export interface LogTicks {
  /** Decades from one number to the next; null: `all` are none of Plotly's own. */
  readonly decadeStep: number | null;
  /** From low to high. */
  readonly all: readonly Tick[];
}

const roundest = [1, 5, 2, 3, 7, 4, 6, 8, 9] as const;

function fineTicks(range: Range, closest: number): readonly Value[] {
  for (const digits of [[1, 2, 5], roundest]) {
    const ticks = digitTicks(range, digits, closest);
    if (ticks.length >= fewest) return ticks;
  }
  return evenTicks(range, closest);
}

/**
 * The numbers on an axis from one log10 to another.
 *
 * @param leastStep decades from one number to the next at least, where the axis is short; two numbers remain in any case.
 */
export function logTicks(range: Range, axis: 'x' | 'y', narrow: boolean, leastStep = 1): LogTicks {
  const decades = decadesIn(range);
  if (decades.length >= 2 || !(range[1] > range[0])) {
    const wanted = Math.max(leastStep, Math.ceil(decades.length / mostDecades));
    const decadeStep = Math.max(1, Math.min(wanted, Math.floor(decades.length / 2)));
    const shown = decades.filter((exponent) => exponent % decadeStep === 0);
    return { decadeStep, all: shown.map(decadeTick) };
  }
  const values = fineTicks(range, closestTicks[axis][narrow ? 'narrow' : 'wide']);
  return { decadeStep: null, all: values.map(tickOf).toSorted((one, other) => one.at - other.at) };
}

/** A tick as Plotly's text. On an upright axis a mantissa and a power take two lines: the margin beside it is fixed. */
export function tickText({ mantissa, exponent }: Tick, axis: 'x' | 'y'): string {
  if (exponent === null) return mantissa;
  const power = `10<sup>${String(exponent).replace('-', '−')}</sup>`;
  if (mantissa === '') return power;
  return axis === 'y' ? `${mantissa}<br>×${power}` : `${mantissa}×${power}`;
}

/** The same for Plotly, which finds decades by itself, also while a hand moves the axes. */
export function plotlyTicks(
  range: Range,
  axis: 'x' | 'y',
  narrow: boolean,
  leastStep = 1,
): Partial<LayoutAxis> {
  const { decadeStep, all } = logTicks(range, axis, narrow, leastStep);
  if (decadeStep !== null) return { dtick: decadeStep };
  return {
    tickmode: 'array',
    tickvals: all.map(({ at }) => 10 ** at),
    ticktext: all.map((tick) => tickText(tick, axis)),
  };
}
