/** Whatever is zoomed to, both axes say where they are. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logTicks, plotlyTicks, tickText } from '../../src/plot/ticks';

const texts = (from: number, to: number, axis: 'x' | 'y' = 'x') =>
  logTicks([from, to], axis, false).all.map((tick) => tickText(tick, axis));

describe('numbers on a logarithmic axis', () => {
  it.each([
    [2.1, 2.9, ['200', '300', '400', '500', '700']],
    [4.02, 4.3, ['12000', '14000', '16000', '18000']],
    [1.5, 2.6, ['50', '100', '200']],
    [2, 2.4, ['100', '150', '200', '250']],
    [-0.6, 0.3, ['0.3', '0.5', '0.7', '1']],
    [-9.4, -9.1, ['4×10<sup>−10</sup>', '5×10<sup>−10</sup>', '6×10<sup>−10</sup>', '7×10<sup>−10</sup>']],
    [3, 3.001, ['1000', '1001', '1002']],
  ])('from 10^%f to 10^%f', (from, to, expected) => expect(texts(from, to)).toEqual(expected));

  it('are decades where two are in view', () => {
    expect(plotlyTicks([-0.1, 7.15], 'x', false)).toEqual({ dtick: 1 });
    expect(plotlyTicks([-60, 60], 'x', false)).toEqual({ dtick: 14 });
    expect(texts(-1.1, 2.2)).toEqual(['10<sup>−1</sup>', '1', '10', '10<sup>2</sup>']);
  });

  it('are three or more and not too many for any window, apart from each other, each in view, each another', () => {
    const from = fc.double({ min: -59, max: 59, noNaN: true });
    const width = fc.double({ min: -3, max: 2, noNaN: true }).map((log) => 10 ** log);
    fc.assert(
      fc.property(from, width, fc.constantFrom('x', 'y'), fc.boolean(), (start, wide, axis, narrow) => {
        const range = [Number(start.toFixed(4)), Number((start + wide).toFixed(4))] as const;
        fc.pre(range[1] - range[0] >= 1e-3);
        const { all, decadeStep } = logTicks(range, axis, narrow);
        expect(all.length).toBeGreaterThanOrEqual(decadeStep === null ? 3 : 2);
        expect(all.length).toBeLessThanOrEqual(10);
        expect(new Set(all.map((tick) => tickText(tick, axis))).size).toBe(all.length);
        for (const [i, { at, mantissa, exponent }] of all.entries()) {
          const slack = 1e-5 * (range[1] - range[0]);
          expect(at).toBeGreaterThanOrEqual(range[0] - slack);
          expect(at).toBeLessThanOrEqual(range[1] + slack);
          // What is written is where it stands.
          const written = Number(mantissa === '' ? '1' : mantissa) * 10 ** (exponent ?? 0);
          expect(Math.abs(Math.log10(written) - at)).toBeLessThan(1e-3 * (range[1] - range[0]));
          expect(mantissa.length).toBeLessThanOrEqual(6);
          if (i > 0 && decadeStep === null)
            expect((at - all[i - 1]!.at) / (range[1] - range[0])).toBeGreaterThan(narrow ? 0.13 : 0.08);
        }
      }),
      { numRuns: 600 },
    );
  });
});
