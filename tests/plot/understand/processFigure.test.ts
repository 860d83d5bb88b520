/** Lines of per cent against energy. */
import { describe, expect, test } from 'vitest';
import {
  type DifferenceLine,
  lineStyle,
  percentText,
  processFigure,
} from '../../../src/plot/understand/processFigure';

const line: DifferenceLine = {
  id: 'synchrotron',
  name: 'Synchrotron off',
  style: lineStyle(0, 'light'),
  kineticEnergyGeV: [0.01, 0.1, 10, 1000, 1e6],
  percent: [5000, Number.NaN, 12, 80, 7000],
};

describe('the figure of the processes', () => {
  const figure = processFigure([0.1, 1e4], [line], 'light');

  test('draws what is in its range, with a gap where nothing is known', () => {
    const trace = figure.data[0] as { x: number[]; y: (number | null)[] };
    expect(trace.x).toEqual([0.1, 10, 1000]);
    expect(trace.y).toEqual([null, 12, 80]);
  });

  test('holds the lines it draws, and zero', () => {
    const [low, high] = figure.layout.yaxis!.range as [number, number];
    expect(low).toBeLessThan(0);
    expect(high).toBeGreaterThan(80);
    expect(high).toBeLessThan(100);
  });

  test('of no difference, or without lines, it still has an axis', () => {
    const [low, high] = processFigure([0.1, 1e5], [], 'dark').layout.yaxis!.range as [number, number];
    expect(low).toBeLessThan(-1);
    expect(high).toBeGreaterThan(1);
  });

  test('no two processes look alike', () => {
    for (const theme of ['light', 'dark'] as const) {
      const styles = Array.from({ length: 7 }, (_, i) => lineStyle(i, theme).colour);
      expect(new Set(styles).size).toBe(7);
    }
  });
});

describe('per cent in words', () => {
  test.each([
    [0, '0 %'],
    [0.001, '0 %'],
    [1.234, '+1.23 %'],
    [-12.34, '−12.3 %'],
    [412.3, '+412 %'],
    [Number.NaN, 'not known'],
  ])('%f is %s', (value, text) => {
    expect(percentText(value)).toBe(text);
  });
});
