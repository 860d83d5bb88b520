import fc from 'fast-check';
import { expect, it } from 'vitest';
import { latexText } from '../../src/text/latexText';

it('writes what LaTeX takes for commands, and letters with accents, by commands', () => {
  expect(latexText('A&A 50 % $ # _ ~ ^')).toBe(
    'A\\&A 50 \\% \\$ \\# \\_ \\textasciitilde{} \\textasciicircum{}',
  );
  expect(latexText('Frédéric Jürgen Maël Çelik Řehoř')).toBe(
    'Fr{\\\'e}d{\\\'e}ric J{\\"u}rgen Ma{\\"e}l {\\c C}elik {\\v R}eho{\\v r}',
  );
  expect(latexText('e⁺ − e⁻ — ß')).toBe('e$^{+}$ $-$ e$^{-}$ --- {\\ss}');
});

it('never leaves a brace open, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '\\', 'é', '\u0301', 'a', '𝒳') }), (text) => {
      let depth = 0;
      for (const character of latexText(text)) {
        depth += character === '{' ? 1 : character === '}' ? -1 : 0;
        expect(depth).toBeGreaterThanOrEqual(0);
      }
      expect(depth).toBe(0);
    }),
  );
});
