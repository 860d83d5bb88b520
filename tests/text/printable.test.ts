/** What is quoted in a message shows what it is made of, and cannot do harm where it is printed. */
import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printable, printableValue } from '../../src/text/printable';

describe('text in a message', () => {
  it.each([
    ['plain µ é 漢 😀', 'plain µ é 漢 😀'],
    ['\u200b1000', '<U+200B>1000'],
    ['1\u00a0000', '1<U+00A0>000'],
    ['\u001b[31mred', '<U+001B>[31mred'],
    ['a\u0000b\r\n', 'a<U+0000>b<U+000D><U+000A>'],
    ['\u202egnp.exe', '<U+202E>gnp.exe'],
    ['half \ud83d', 'half <U+D83D>'],
    ['x\ufe0f\u3164', 'x<U+FE0F><U+3164>'],
    ['\u2028', '<U+2028>'],
  ])('%j is printed as %j', (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  it('is cut between characters, and says so', () => {
    expect(printable('😀'.repeat(5), 4)).toBe(`${'😀'.repeat(4)}…`);
    expect(printable('😀'.repeat(4), 4)).toBe('😀'.repeat(4));
    expect(printable('1'.repeat(1e6), 10)).toBe('1111111111…');
  });

  it('never holds a control character or half a character, whatever it was', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const shown = printable(`${text}\ud800\u0007`, 12);
        return !/[\p{Cc}\p{Cf}\p{Cs}]/u.test(shown);
      }),
    );
  });
});

describe('any value in a message', () => {
  const hostile = {
    toString: () => {
      throw new Error('toString was called');
    },
  };
  it.each([
    ['a\u0007b', 'a<U+0007>b'],
    [5, '5'],
    [undefined, 'undefined'],
    [null, 'null'],
    [10n, '10'],
    [Symbol('s\u0007'), 'Symbol(s<U+0007>)'],
    [hostile, 'an object'],
    [Object.create(null), 'an object'],
    [[hostile], 'a list'],
    [() => 1, 'a function'],
  ])('is said without calling it', (value, words) => {
    expect(printableValue(value)).toBe(words);
  });
});
