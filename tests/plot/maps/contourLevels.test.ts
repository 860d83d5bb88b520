/** Which lines of equal density are drawn. */
import { describe, expect, it } from 'vitest';
import { contourLevels } from '../../../src/plot/maps/contourLevels';

/** A density along 6 kpc. */
function along(log: (x: number) => number, count = 60): Float64Array {
  return Float64Array.from({ length: count }, (_, i) => log(-3 + (6 * (i + 0.5)) / count));
}

describe('the levels', () => {
  const range = { bottom: -3, top: Math.log10(5) };
  const plain = (levels: readonly number[]) => levels.map((log) => Number((10 ** log).toPrecision(2)));

  it('are 1 and 3 of each decade, that of the Sun among them', () => {
    const levels = contourLevels(
      along((x) => x / 2 - 0.5),
      range,
    );
    expect(plain(levels)).toEqual([0.03, 0.1, 0.3, 1, 3].filter((level) => level > 0.01 && level < 10));
  });

  it('are whole decades where those would be too many', () => {
    const levels = contourLevels(
      along((x) => x),
      { bottom: -2, top: 2.7 },
    );
    expect(plain(levels)).toEqual([0.1, 1, 10, 100]);
  });

  it('are finer where the density hardly changes', () => {
    const levels = contourLevels(
      along((x) => 0.1 * x),
      range,
    );
    expect(plain(levels)).toEqual([0.7, 1, 1.5]);
  });

  it('leave out the end of the scale, whose colour stands for all below', () => {
    const levels = contourLevels(
      along((x) => x),
      { bottom: -1, top: 1 },
    );
    expect(plain(levels)).toEqual([0.3, 1, 3, 10]);
  });
});
