/**
 * What the source says of text from outside, held for every file: no pattern takes longer than in proportion to its text, and
 * no number is read past the one grammar.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(join('src', name), 'utf8') }));

/** Regular expressions as they are written: after a sign that cannot end a value. */
const literal = /(?<=[=(,:[!&|?{;]\s*)\/(?![*/])((?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

function patterns(): readonly (readonly [name: string, pattern: RegExp])[] {
  return files.flatMap(({ name, text }) =>
    [...text.matchAll(literal)].flatMap(([whole, source = '', flags]) => {
      try {
        return [[`${name}: ${whole}`, new RegExp(source, flags?.replace('y', ''))] as const];
      } catch {
        // A quotient, or a comment.
        return [];
      }
    }),
  );
}

// A pattern that tries every way of sharing out a run of so many takes seconds; one that does not, about a millisecond.
const long = 50_000;
const runs = ['1', 'a', ' ', ',', '.', '-', '/', '\\', '^', '\n', '\u200b', '²', '1,', 'a1'];

describe('a pattern of the program', () => {
  const all = patterns();
  it('is found by this test', () => {
    expect(all.length).toBeGreaterThan(30);
  });

  it.each(all)('%s is linear', (_, pattern) => {
    for (const run of runs) {
      const body = run.repeat(long / run.length);
      for (const text of [`${body}!`, `1${body}\u0007`, `#${body}\r!`]) {
        const begun = performance.now();
        text.replace(pattern, '');
        expect(performance.now() - begun, JSON.stringify(run)).toBeLessThan(3000);
      }
    }
  });
});

it('numbers from outside are read by text/number alone', () => {
  const past = files.flatMap(({ name, text }) =>
    name.startsWith('text')
      ? []
      : (text.match(/\bparse(Float|Int)\(|\.map\(Number\)|replace\(',', '\.'\)/g) ?? []).map(
          (found) => `${name}: ${found}`,
        ),
  );
  expect(past).toEqual([]);
});
