/**
 * The few words of TeX that symbols of the parameter table are made of, as MathML: there with the first paint, so that
 * no glyph is replaced by another later. tests/ui/formula.test.tsx holds it to what KaTeX makes of the same symbols.
 */
import { createElement, type ReactElement } from 'react';

const upright = { mathvariant: 'normal' } as const;
const fence = { stretchy: 'false' } as const;

/** Commands that are one character. Capital Greek letters are upright, as in print. */
const letters: Readonly<Record<string, string>> = {
  alpha: 'α',
  delta: 'δ',
  eta: 'η',
  xi: 'ξ',
  rho: 'ρ',
  sigma: 'σ',
  phi: 'ϕ',
  varphi: 'φ',
  Delta: 'Δ',
  Phi: 'Φ',
  langle: '⟨',
  rangle: '⟩',
  ' ': '\u00a0',
};

/** A command with the group behind it, a command with the blank that ends it, a number, or one character. */
const token = /\\mathrm\{([^}]*)\}|\\([a-zA-Z]+|.) ?|[0-9]+|./gu;

function leaf(character: string, key: number): ReactElement {
  if (/[0-9]/.test(character)) return createElement('mn', { key }, character);
  if (/[()⟨⟩]/.test(character)) return createElement('mo', { key, ...fence }, character);
  if (character === ',') return createElement('mo', { key, separator: 'true' }, character);
  if (character === '\u00a0') return createElement('mtext', { key }, character);
  return createElement('mi', /[ΔΦ]/.test(character) ? { key, ...upright } : { key }, character);
}

/** Parts up to the end of a group; each with what hangs below and above it. */
function parts(tokens: RegExpExecArray[]): ReactElement[] {
  const row: ReactElement[] = [];
  for (let next = tokens.shift(); next !== undefined && next[0] !== '}'; next = tokens.shift()) {
    if (next[0] === '_' || next[0] === '^') {
      // A base has its place in the row for a key; index and exponent have none.
      const script = part(tokens.shift(), tokens, next[0] === '_' ? -1 : -2);
      row.push(withScript(row.pop(), next[0], script, row.length));
    } else row.push(part(next, tokens, row.length));
  }
  return row;
}

function part(match: RegExpExecArray | undefined, tokens: RegExpExecArray[], key: number): ReactElement {
  const [text = '', roman, command] = match ?? [];
  if (roman !== undefined) return createElement('mi', { key, ...upright }, roman);
  if (text === '{') return createElement('mrow', { key }, ...parts(tokens));
  return leaf(command === undefined ? text : (letters[command] ?? command), key);
}

/** A base with an index, an exponent, or both. */
function withScript(
  base: ReactElement | undefined,
  sign: '_' | '^',
  script: ReactElement,
  key: number,
): ReactElement {
  const below = base as ReactElement<{ readonly children: readonly ReactElement[] }> | undefined;
  // The cast: an element made here whose type is "msub" has its base and its index as children.
  if (sign === '^' && below?.type === 'msub')
    return createElement('msubsup', { key }, ...below.props.children, script);
  return createElement(sign === '_' ? 'msub' : 'msup', { key }, base, script);
}

/** MathML of a symbol. */
export function formula(tex: string): ReactElement {
  return createElement('math', null, ...parts([...tex.matchAll(token)]));
}
