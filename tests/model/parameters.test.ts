/** Text typed by a person becomes a parameter value, or a sentence that says what is allowed. */

import { assert, constantFrom, integer, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelParameters } from '../../src/model/models';
import {
  allowedValues,
  explorerTable,
  formatNumber,
  isNumberParameter,
  parameterDefinition,
  parseParameter,
  standardParameters,
} from '../../src/model/parameters/values';
import { paperExplorer, presets } from '../../src/model/presets';

function definition(id: string) {
  const entry = parameterDefinition(id);
  if (!entry) throw new Error(`There is no parameter ${id}.`);
  return entry;
}

const parsed = (id: string, text: string) => parseParameter(definition(id), text);

describe('numbers', () => {
  test.each([
    ['delta0', '0.33', 0.33],
    ['delta0', ' 0.33 ', 0.33],
    ['delta0', '0,33', 0.33],
    ['delta0', ',33', 0.33],
    ['delta0', '.33', 0.33],
    ['D0', '5.5e28', 5.5e28],
    ['D0', '5,5E+28', 5.5e28],
    ['eta', '-1', -1],
    ['eta', '+1.', 1],
  ] as const)('%s = "%s" is %f', (id, text, value) => {
    expect(parsed(id, text)).toEqual({ ok: true, value });
  });

  test.each([
    'abc',
    '',
    ' ',
    '1e',
    '.',
    '--1',
    '0x1',
    '1 2',
    '0.3.3',
    '1,2,3',
    'NaN',
    'Infinity',
    '1e999',
    '0.3 kpc',
  ])('delta0 = "%s" is refused with what is allowed', (text) => {
    const result = parsed('delta0', text);
    expect(result).toEqual({
      ok: false,
      reason: expect.stringContaining(allowedValues(definition('delta0'))),
    });
  });

  test('every range includes its ends and nothing beyond; nothing is clamped', () => {
    for (const entry of explorerTable.filter(isNumberParameter)) {
      const { minimum, maximum } = entry;
      const beyond = 1e-3 * (maximum - minimum);
      expect(parseParameter(entry, String(minimum))).toEqual({ ok: true, value: minimum });
      expect(parseParameter(entry, String(maximum))).toEqual({ ok: true, value: maximum });
      expect(parseParameter(entry, String(minimum - beyond)).ok).toBe(false);
      expect(parseParameter(entry, String(maximum + beyond)).ok).toBe(false);
    }
  });

  test('what is shown for a value reads back as that value to six digits', () => {
    assert(
      property(
        constantFrom(...explorerTable.filter(isNumberParameter)),
        integer({ min: 0, max: 1e6 }),
        (entry, step) => {
          const share = step / 1e6;
          const value = entry.minimum + share * (entry.maximum - entry.minimum);
          const result = parseParameter(entry, formatNumber(value));
          // Rounding may step over an end of the range by half of the sixth digit.
          if (!result.ok) return Math.min(share, 1 - share) < 1e-5;
          return Math.abs(Number(result.value) - value) <= 5.1e-6 * Math.abs(value);
        },
      ),
      { seed: 1504, numRuns: 300 },
    );
  });
});

describe('choices and switches', () => {
  test.each([
    ['profile', 'step'],
    ['sources', 'caseBhattacharya96'],
    ['reacceleration', 'off'],
    ['p.secondBreak', 'on'],
  ])('%s = "%s" is taken', (id, value) => {
    expect(parsed(id, value)).toEqual({ ok: true, value });
  });

  test.each([
    ['profile', 'Step', 'smooth, step or uniform'],
    ['reacceleration', 'true', 'on or off'],
    ['reacceleration', '', 'on or off'],
  ])('%s = "%s" is refused: %s', (id, text, allowed) => {
    expect(parsed(id, text)).toEqual({ ok: false, reason: `${id} must be ${allowed}, not "${text}".` });
  });
});

describe('the table', () => {
  test('has every id once, and every default inside its own range', () => {
    const ids = explorerTable.map((entry) => entry.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of explorerTable) {
      expect(parseParameter(entry, String(entry.standard))).toEqual({ ok: true, value: entry.standard });
    }
  });

  test("holds Tables 1 and 2 of the paper, and an id that isn't there is nothing", () => {
    expect(standardParameters).toMatchObject({
      ...{ D0: 5.5e28, rho0: 4, delta0: 0.19, Delta: 0.39, xi: 0.16, n: 5, L: 5, vA: 25 },
      ...{ 'p.rhoBr': 9, 'p.alpha0': 2.1, 'p.alpha1': 2.31, 'p.rhoCut': 2.5e6, 'phi.p': 550 },
      ...{ 'e.rhoBr': 5.7, 'e.alpha0': 1.7, 'e.alpha1': 2.7, 'e.rhoCut': 2e4 },
    });
    expect(parameterDefinition('delta1')).toBeUndefined();
  });

  test('the conventional model shares all but its profile, slope and scale with the two-halo model', () => {
    const conventional = modelParameters('cm', { ...paperExplorer, L: 7, 'cm.delta': 0.44 });
    expect(conventional).toMatchObject({ L: 7, profile: 'uniform', delta0: 0.44, vA: 25 });
    const { thm, cm } = presets;
    const differing = Object.entries(thm.parameters).filter(
      ([id, value]) => value !== Object.entries(cm.parameters).find(([other]) => other === id)?.[1],
    );
    expect(differing.map(([id]) => id).sort()).toEqual(['delta0', 'e.norm', 'p.norm', 'profile']);
  });
});
