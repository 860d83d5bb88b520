/**
 * The floors of the house as one ordered list, the lowest first: a floor imports from floors below it, never from one above, and
 * from what it names outside (docs/architecture.md). Types count: who knows a shape knows its floor.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Floor {
  readonly name: string;
  /** Floors below that it must not know all the same; the reason stands behind. */
  readonly not?: readonly string[];
  /** Packages it may import; none, unless it says so. */
  readonly packages?: readonly string[];
}

const ground = ['text', 'memo', 'parts'];
const nature = ['physics', 'solver', 'model', 'measurements', 'inference'];
const page = ['plot', 'worker', 'state'];

const floors: readonly Floor[] = [
  // The ground: each for itself.
  { name: 'text' },
  { name: 'memo', not: ground },
  { name: 'parts', not: ground },
  // What runs in Node and in a worker alike: no package of the page.
  { name: 'physics' },
  { name: 'solver', not: ['physics'] }, // Numbers without nature: the model brings the two together.
  { name: 'model' },
  { name: 'measurements', not: ['solver', 'model'], packages: ['valibot'] }, // What was measured is there without a model.
  { name: 'inference' },
  // The page. A figure is made of what it is given, and the worker only solves.
  { name: 'plot', packages: ['plotly.js', 'plotly.js-cartesian-dist-min'] },
  { name: 'worker', not: ['plot'], packages: ['comlink'] },
  { name: 'state', packages: ['react', 'zustand', 'valibot'] },
  { name: 'offline', not: [...ground, ...nature, ...page] }, // The service worker is a program of its own.
  { name: 'cli', not: [...page, 'offline'], packages: ['node'] }, // The model without a browser.
  {
    name: 'ui',
    not: ['cli'],
    packages: ['react', 'react-dom', 'zustand', 'plotly.js', 'plotly.js-cartesian-dist-min'],
  },
  { name: 'main', not: ['cli'], packages: ['react', 'react-dom'] },
];

/**
 * What a page has and Node has not: who runs in both must not say it. `window` and `location` are left out, which the floors
 * below use as words of their own.
 */
const pageOnly =
  /(?<![.\w'"$-])(?:document|navigator|localStorage|sessionStorage|HTMLElement|SVGElement)(?=\s*[.[)])/g;
const withoutPage = ['text', 'memo', ...nature, 'cli'];

interface Finding {
  readonly file: string;
  readonly names: string;
  readonly rule: string;
}

/** The program without comments. Strings stay: imports are made of them. */
function withoutComments(program: string): string {
  return program.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** What a program imports: static, for its effect, as a type, on demand, passed on, and files named by their address. */
function importsOf(program: string): readonly string[] {
  const patterns = [
    /\b(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
    /\bimport\s*['"]([^'"]+)['"]/g,
    /\bimport\s*\(\s*['"`]([^'"`]+)['"`]/g,
    /\bnew\s+URL\(\s*['"`](\.[^'"`]+)['"`]\s*,\s*import\.meta\.url/g,
  ];
  const text = withoutComments(program);
  return patterns.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name!));
}

/** `file` and what it names are paths inside `src`. */
function floorOf(path: string): string {
  return path.split('/')[0]!.replace(/\.\w+$/, '');
}

/** `plotly.js/lib/core` is of `plotly.js`, `@scope/a/b` of `@scope/a`, `node:fs` of `node`. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return 'node';
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function ruleBrokenBy(file: string, name: string): string | null {
  const own = floorOf(file);
  const at = floors.findIndex((floor) => floor.name === own);
  const floor = floors[at];
  if (floor === undefined) return `${own} is no floor`;
  if (!name.startsWith('.')) {
    return floor.packages?.includes(packageOf(name)) ? null : `${own} knows no package ${packageOf(name)}`;
  }
  const other = floorOf(posix.join(posix.dirname(file), name));
  if (other === own) return null;
  const otherAt = floors.findIndex((one) => one.name === other);
  if (otherAt < 0) return `${other} is no floor`;
  if (otherAt > at) return `${own} is below ${other}`;
  return floor.not?.includes(other) ? `${own} must not know ${other}` : null;
}

function findings(file: string, program: string): readonly Finding[] {
  const imported = importsOf(program).flatMap((names) => {
    const rule = ruleBrokenBy(file, names);
    return rule === null ? [] : [{ file, names, rule }];
  });
  const own = floorOf(file);
  const words = withoutPage.includes(own) ? (withoutComments(program).match(pageOnly) ?? []) : [];
  return [...imported, ...words.map((names) => ({ file, names, rule: `${own} runs without a page` }))];
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'));

describe('the floors', () => {
  it('import only downward', () => {
    expect(files.flatMap((file) => findings(file, readFileSync(`src/${file}`, 'utf8')))).toEqual([]);
  });

  it('are all in the list, and the list has no others', () => {
    expect([...new Set(files.map(floorOf))].sort()).toEqual(floors.map(({ name }) => name).sort());
  });
});

describe('a step in the wrong direction', () => {
  it.each([
    ['model/a.ts', `import { b } from '../state/b';`, 'model is below state'],
    ['model/a.ts', `import type { B } from '../state/b';`, 'model is below state'],
    ['model/a.ts', `import {\n  b,\n  type C,\n} from '../worker/b';`, 'model is below worker'],
    ['state/deep/a.ts', `const part = loadPart(() => import('../../ui/b'));`, 'state is below ui'],
    ['plot/a.ts', `type B = import('../state/b').B;`, 'plot is below state'],
    ['worker/a.ts', `import { b } from '../plot/b';`, 'worker must not know plot'],
    ['plot/a.ts', `export * from '../ui/b';`, 'plot is below ui'],
    ['plot/a.ts', `import '../ui/b.css';`, 'plot is below ui'],
    ['text/a.ts', `import { b } from '../memo/b';`, 'text is below memo'],
    ['worker/a.ts', `new Worker(new URL('../ui/b.ts', import.meta.url));`, 'worker is below ui'],
    ['solver/a.ts', `import { b } from '../physics/b';`, 'solver must not know physics'],
    ['physics/a.ts', `import { b } from '../solver/b';`, 'physics is below solver'],
    ['measurements/a.ts', `import { b } from '../model/b';`, 'measurements must not know model'],
    ['cli/a.ts', `import { b } from '../ui/b';`, 'cli is below ui'],
    ['cli/a.ts', `import { b } from '../state/b';`, 'cli must not know state'],
    ['ui/a.ts', `import { b } from '../cli/b';`, 'ui must not know cli'],
    ['offline/a.ts', `import { b } from '../text/b';`, 'offline must not know text'],
    ['inference/a.ts', `import { useMemo } from 'react';`, 'inference knows no package react'],
    ['plot/a.ts', `import { createRoot } from 'react-dom/client';`, 'plot knows no package react-dom'],
    ['model/a.ts', `import { readFileSync } from 'node:fs';`, 'model knows no package node'],
    ['cellar/a.ts', `import { b } from '../text/b';`, 'cellar is no floor'],
    ['model/a.ts', `import { b } from '../cellar/b';`, 'cellar is no floor'],
    ['physics/a.ts', `const width = document.body.clientWidth;`, 'physics runs without a page'],
  ])('of %s is found: %s', (file, program, rule) => {
    expect(findings(file, program).map((finding) => finding.rule)).toEqual([rule]);
  });

  it.each([
    ['model/a.ts', `import { b } from './deep/b';\nimport { c } from '../solver/c';`],
    ['state/deep/a.ts', `import { b } from '../b';\nimport { createStore } from 'zustand/vanilla';`],
    ['model/a.ts', `/** As in import('../state/b'). */\n// import { b } from '../ui/b';\nconst a = 1;`],
    ['physics/a.ts', `const range = { document: 1 };\nconst a = range.document.b;`],
  ])('is not seen where there is none: %s, %s', (file, program) => {
    expect(findings(file, program)).toEqual([]);
  });
});
