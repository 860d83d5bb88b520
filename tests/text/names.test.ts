import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiText } from '../../src/text/asciiText';
import { safeName, startOf } from '../../src/text/safeName';
import { xmlText } from '../../src/text/xmlText';

/** XML 1.0, production Char, written as it stands there. */
const isXmlCharacter = (code: number) =>
  code === 9 ||
  code === 10 ||
  code === 13 ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);
const anyText = fc
  .string({ unit: 'binary', maxLength: 60 })
  .chain((text) =>
    fc
      .constantFrom('', '\ud800', '\udc00', '\0', '\x1b[31m', '\ufffe', '\u202e', '\ufeff')
      .map((bad) => text + bad + text),
  );

describe('a name', () => {
  it.each([
    ['  two \t words\r\n', 'two words'],
    ['lone \ud83d half', 'lone half'],
    ['nul\0, escape\x1b[31m', 'nul, escape[31m'],
    ['\u202eturned\u202c about', 'turned about'],
    ['\ufefffrom Notepad', 'from Notepad'],
    ['no character \ufffe\uffff', 'no character'],
    ['e\u0301', 'é'],
    ['family 👩‍🚀 δ 漢字', 'family 👩‍🚀 δ 漢字'],
    ['\0\u200b ', ''],
  ])('%j becomes %j', (text, name) => {
    expect(safeName(text, 40)).toBe(name);
  });

  it('is one line of characters that XML has, not too long, and the same when it comes again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = safeName(text, 40);
        expect(name.length).toBeLessThanOrEqual(40);
        expect(name).not.toMatch(/[\p{Control}\p{Surrogate}\u2028\u2029\u202a-\u202e]/u);
        for (const character of name) expect(isXmlCharacter(character.codePointAt(0) ?? 0)).toBe(true);
        expect(safeName(name, 40)).toBe(name);
      }),
    );
  });

  it('is not cut through a character', () => {
    expect(startOf('ab😀', 3)).toBe('ab');
    expect(startOf('ab😀', 4)).toBe('ab😀');
  });
});

describe('text for XML', () => {
  it('has only characters of XML, also behind references', () => {
    expect(xmlText('a\0b\ud800c\ufffe&#0;&#x1b;&#xD800;d&#233;')).toBe('abcd&#233;');
    fc.assert(
      fc.property(anyText, (text) => {
        for (const character of xmlText(text))
          expect(isXmlCharacter(character.codePointAt(0) ?? 0)).toBe(true);
      }),
    );
  });
});

it("the program's words have a spelling in ASCII", () => {
  expect(
    asciiText('GeV⁻¹ m⁻² s⁻¹ sr⁻¹, cm²/s, 30°, e⁻ − e⁺, δ₀ = 0.2, 5 × 10²⁸, Alfvén speed, 1\u202f000'),
  ).toBe('GeV^-1 m^-2 s^-1 sr^-1, cm^2/s, 30deg, e- - e+, delta0 = 0.2, 5 x 10^28, Alfven speed, 1 000');
});
