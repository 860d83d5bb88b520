/** Lines of equal density. */
import { describe, expect, it } from 'vitest';
import { contourLevels, contoursOf } from '../../../src/plot/maps/contours';
import type { Raster } from '../../../src/plot/maps/raster';

function rasterOf(log: (x: number, y: number) => number, count = 60): Raster {
  const at = (i: number) => -3 + (6 * (i + 0.5)) / count;
  return {
    window: { x: [-3, 3], y: [-3, 3] },
    columns: count,
    rows: count,
    log: Float64Array.from({ length: count * count }, (_, c) =>
      log(at(c % count), at(Math.floor(c / count))),
    ),
  };
}

function points(pieces: readonly number[]): [number, number][] {
  return Array.from({ length: pieces.length / 2 }, (_, i) => [pieces[2 * i]!, pieces[2 * i + 1]!]);
}

describe('a line of equal density', () => {
  it('lies exactly where a density that is exponential has its level', () => {
    const [line] = contoursOf(
      rasterOf((x, y) => 0.4 * x - 0.25 * y),
      [0.3],
    );
    expect(line!.pieces.length).toBeGreaterThan(100);
    for (const [x, y] of points(line!.pieces)) expect(0.4 * x - 0.25 * y).toBeCloseTo(0.3, 12);
  });

  it('closes around a peak: each of its points ends two pieces', () => {
    const [circle] = contoursOf(
      rasterOf((x, y) => -Math.hypot(x, y)),
      [-2],
    );
    const ends = new Map<string, number>();
    for (const [x, y] of points(circle!.pieces)) {
      const key = `${x.toFixed(9)} ${y.toFixed(9)}`;
      ends.set(key, (ends.get(key) ?? 0) + 1);
      // A cone between pixels 0.1 apart.
      expect(Math.hypot(x, y)).toBeCloseTo(2, 2);
    }
    expect([...ends.values()].every((count) => count === 2)).toBe(true);
  });

  it('joins the higher corners of a saddle when the middle is high', () => {
    const saddle = (corners: readonly number[]): Raster => ({
      window: { x: [0, 2], y: [0, 2] },
      columns: 2,
      rows: 2,
      log: Float64Array.from(corners),
    });
    const isSteep = (pieces: readonly number[]) => (pieces[2]! - pieces[0]!) * (pieces[3]! - pieces[1]!) > 0;
    // Below left and above right are high: with a high middle both pieces run along that diagonal.
    expect(contoursOf(saddle([3, 0, 0, 3]), [1])[0]!.pieces).toHaveLength(8);
    expect(isSteep(contoursOf(saddle([3, 0, 0, 3]), [1])[0]!.pieces)).toBe(true);
    expect(isSteep(contoursOf(saddle([3, 0, 0, 3]), [2])[0]!.pieces)).toBe(false);
  });

  it('stops at the edge of the halo', () => {
    const [line] = contoursOf(
      rasterOf((x, y) => (x > 0 ? Number.NaN : y)),
      [0.02],
    );
    for (const [x] of points(line!.pieces)) expect(x).toBeLessThan(0);
  });
});

describe('the levels', () => {
  const range = { bottom: -3, top: Math.log10(5) };
  const plain = (levels: readonly number[]) => levels.map((log) => Number((10 ** log).toPrecision(2)));

  it('are 1 and 3 of each decade, that of the Sun among them', () => {
    const levels = contourLevels(
      rasterOf((x) => x / 2 - 0.5),
      range,
    );
    expect(plain(levels)).toEqual([0.03, 0.1, 0.3, 1, 3].filter((level) => level > 0.01 && level < 10));
  });

  it('are whole decades where those would be too many', () => {
    const levels = contourLevels(
      rasterOf((x) => x),
      { bottom: -2, top: 2.7 },
    );
    expect(plain(levels)).toEqual([0.1, 1, 10, 100]);
  });

  it('are finer where the density hardly changes', () => {
    const levels = contourLevels(
      rasterOf((x) => 0.1 * x),
      range,
    );
    expect(plain(levels)).toEqual([0.7, 1, 1.5]);
  });

  it('leave out the end of the scale, whose colour stands for all below', () => {
    const levels = contourLevels(
      rasterOf((x) => x),
      { bottom: -1, top: 1 },
    );
    expect(plain(levels)).toEqual([0.3, 1, 3, 10]);
  });
});
