/** No file of the program leads back to itself through what it imports, types and parts on demand included. */
import { describe, expect, it } from 'vitest';
import { circlesOf, readProgram } from './programGraph';

describe('imports', () => {
  it('go in no circle', () => {
    expect(
      circlesOf(readProgram(['src', 'scripts', 'bench'])),
      'Move what the files share into a file of its own.',
    ).toEqual([]);
  });
});

describe('a circle is found', () => {
  it.each([
    ['of types', `import type { A } from './a';`, `import { type B, b } from './b';`],
    [
      'through a part on demand',
      `const part = () => loadPart(() => import('./a'));`,
      `import { b } from './b';`,
    ],
    ['through what is passed on', `export type { A } from './a';`, `export * from './b';`],
    ['through a type on demand', `type A = typeof import('./a');`, `import './b';`],
  ])('%s', (_, b, a) => {
    const program = new Map([
      ['src/a.ts', `${a}\n`],
      ['src/b.ts', `${b}\n`],
      ['src/c.ts', `import { a } from './a';\n`],
    ]);
    expect(circlesOf(program)).toEqual([['src/a.ts', 'src/b.ts']]);
  });

  it('apart from others, and over several files', () => {
    const program = new Map([
      ['a.ts', `import { b } from './b';\n`],
      ['b.ts', `import { c } from './c';\n`],
      ['c.ts', `import { a } from './a';\nimport { d } from './deep/d';\n`],
      ['deep/d.ts', `import {\n  type E,\n  e,\n} from './e';\n`],
      ['deep/e.tsx', `import { d } from '../deep/d';\n`],
    ]);
    expect(circlesOf(program)).toEqual([
      ['a.ts', 'b.ts', 'c.ts'],
      ['deep/d.ts', 'deep/e.tsx'],
    ]);
  });
});
