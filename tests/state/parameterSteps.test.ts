import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NumberParameter } from '../../src/model/parameters/definition';
import { explorerTable, isNumberParameter } from '../../src/model/parameters/values';
import { spokenValue, stepped, travelOf, valueAtTravel } from '../../src/state/parameterSteps';

const numbers = explorerTable.filter(isNumberParameter);
const entryOf = (id: string): NumberParameter => numbers.find((entry) => entry.id === id)!;

describe.each(numbers.map((entry) => [entry.id, entry] as const))('the slider of %s', (_, entry) => {
  it('reaches both ends exactly and stays between them', () => {
    expect(valueAtTravel(entry, 0)).toBe(entry.minimum);
    expect(valueAtTravel(entry, 1)).toBe(entry.maximum);
    expect(travelOf(entry, entry.minimum)).toBe(0);
    expect(travelOf(entry, entry.maximum)).toBeCloseTo(1, 12);
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (travel) => {
        const value = valueAtTravel(entry, travel);
        expect(value).toBeGreaterThanOrEqual(entry.minimum);
        expect(value).toBeLessThanOrEqual(entry.maximum);
        // Half a step, or the rounding of a logarithmic value to four digits.
        const half = entry.kind === 'log' ? 1e-3 : (0.51 * entry.step) / (entry.maximum - entry.minimum);
        expect(Math.abs(travelOf(entry, value) - travel)).toBeLessThanOrEqual(half);
      }),
    );
  });

  it('moves with every key press that has room to move', () => {
    for (const size of ['fine', 'normal', 'coarse'] as const) {
      expect(stepped(entry, entry.minimum, 1, size)).toBeGreaterThan(entry.minimum);
      expect(stepped(entry, entry.maximum, -1, size)).toBeLessThan(entry.maximum);
      expect(stepped(entry, entry.maximum, 1, size)).toBe(entry.maximum);
    }
  });
});

describe('steps', () => {
  it('land on round values', () => {
    expect(stepped(entryOf('delta0'), 0.19, 1, 'normal')).toBe(0.2);
    expect(stepped(entryOf('delta0'), 0.19, 1, 'fine')).toBe(0.191);
    expect(stepped(entryOf('delta0'), 0.19, 1, 'coarse')).toBe(0.29);
    expect(stepped(entryOf('D0'), 5.5e28, 1, 'normal')).toBe(5.759e28);
  });

  it('are spoken with the unit once', () => {
    expect(spokenValue(entryOf('D0'), 5.5e28)).toBe('5.5e28 cm²/s');
    expect(spokenValue(entryOf('delta0'), 0.19)).toBe('0.19');
  });
});
