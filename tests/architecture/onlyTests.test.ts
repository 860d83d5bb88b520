/** `src` holds nothing that no way from the page, the command line, a script or a bench leads to: what only tests use is theirs. */
import { describe, expect, it } from 'vitest';
import { type Program, readProgram, unreached } from './programGraph';

/** What stays all the same, as `file name`, with the reason. */
const allowed: Readonly<Record<string, string>> = {};

const program = readProgram(['src', 'scripts', 'bench']);
const entries = [
  'src/main.tsx',
  'src/offline/serviceWorker.ts',
  'src/cli/solve.ts',
  ...[...program.keys()].filter((file) => !file.startsWith('src/')),
];

describe('what is declared in src', () => {
  it('is used by more than tests', () => {
    const found = unreached(program, entries);
    expect(
      found.filter((one) => !(one in allowed)),
      'Move it to tests/, or take it out.',
    ).toEqual([]);
    expect(
      Object.keys(allowed).filter((one) => !found.includes(one)),
      'These are used: take them out above.',
    ).toEqual([]);
  });
});

describe('a declaration that nothing leads to is found', () => {
  const main = `import { used } from './a';\nused();\n`;
  const from = (files: Record<string, string>): Program =>
    new Map(Object.entries({ 'src/main.ts': main, ...files }));

  it.each([
    ['a function', `export function used() {}\nexport function lost() {}\n`, ['src/a.ts lost']],
    [
      'a type',
      `export interface Lost {\n  readonly a: number;\n}\nexport const used = () => 1;\n`,
      ['src/a.ts Lost'],
    ],
    [
      'what only calls itself',
      `export const used = 1;\nexport function lost() {\n  lost();\n}\n`,
      ['src/a.ts lost'],
    ],
    [
      'with its helper',
      `const helper = 1;\nexport const lost = helper;\nexport const used = 1;\n`,
      ['src/a.ts helper', 'src/a.ts lost'],
    ],
    ['what is used further down', `const helper = 1;\nexport const used = () => helper;\n`, []],
    ['what a statement uses', `export const used = 1;\nconst kept = 2;\nlisten(kept);\n`, []],
  ])('%s', (_, text, lost) => {
    expect(unreached(from({ 'src/a.ts': text }), ['src/main.ts'])).toEqual(lost);
  });

  it('in files that only each other import', () => {
    const lost = `import { c } from './c';\nexport const b = c;\n`;
    const found = unreached(
      from({
        'src/a.ts': 'export const used = 1;\n',
        'src/b.ts': lost,
        'src/c.ts': `import type { b } from './b';\nexport const c = 1 as typeof b;\n`,
      }),
      ['src/main.ts'],
    );
    expect(found).toEqual(['src/b.ts b', 'src/c.ts c']);
  });

  it.each([
    ['on demand', `export const used = () => loadPart(() => import('./b'));\n`],
    ['as a worker', `export const used = () => new Worker(new URL('./b.ts', import.meta.url));\n`],
    ['under another name', `import { b as other } from './b';\nexport const used = other;\n`],
    ['passed on', `export { b as used } from './b';\n`],
    ['for its effect', `import './b';\nexport const used = 1;\n`],
  ])('but not what is taken %s', (way, text) => {
    const b = way === 'for its effect' ? 'const b = 1;\nlisten(b);\n' : 'export const b = 1;\n';
    expect(unreached(from({ 'src/a.ts': text, 'src/b.ts': b }), ['src/main.ts'])).toEqual([]);
  });
});
