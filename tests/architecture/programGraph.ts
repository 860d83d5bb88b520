/**
 * The program as a graph of its files and of what they declare, read from their text. Every statement at the top of a file begins in
 * the first column and nothing else does: Biome keeps it so.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Path from the project's folder, and text. */
export type Program = ReadonlyMap<string, string>;

export interface Import {
  /** A file of the program. */
  readonly from: string;
  /** What stands for what the other file calls `theirs`; `*` for all of it. */
  readonly names: readonly { readonly own: string; readonly theirs: string }[];
}

/** Everything in TypeScript under the given folders. */
export function readProgram(folders: readonly string[]): Program {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) =>
      posix.join(folder, name.replaceAll('\\', '/')),
    ),
  );
  const typeScript = files.filter((file) => /(?<!\.d)\.tsx?$/.test(file) && existsSync(file));
  return new Map(typeScript.map((file) => [file, withoutComments(readFileSync(file, 'utf8'))]));
}

export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

/** The file of the program that `path` in `file` names; none for packages and style sheets. */
function resolve(program: Program, file: string, path: string): string | undefined {
  const target = posix.join(posix.dirname(file), path);
  return [target, `${target}.ts`, `${target}.tsx`].find((one) => program.has(one));
}

/** What a file takes from others of the program: values and types, static and on demand, workers too. */
export function importsOf(program: Program, file: string): readonly Import[] {
  const text = program.get(file) ?? '';
  const found = [
    ...text.matchAll(/^(?:import|export) (?:type )?(?:([^;'"]*?) from )?'(\.[^']+)';/gm),
    ...text.matchAll(/(?<![\w.])()import\(\s*'(\.[^']+)'\s*\)/g),
    ...text.matchAll(/()new URL\(\s*'(\.[^']+)', import\.meta\.url/g),
  ];
  return found.flatMap(([, clause = '', path]) => {
    const from = resolve(program, file, path!);
    return from === undefined ? [] : [{ from, names: namesOf(clause) }];
  });
}

function namesOf(clause: string): Import['names'] {
  const listed = /\{([^}]*)\}/.exec(clause)?.[1];
  if (listed === undefined) return [{ own: '*', theirs: '*' }];
  return listed
    .split(',')
    .map((name) => name.trim().replace(/^type /, ''))
    .filter((name) => name !== '')
    .map((name) => {
      const [theirs, own] = name.split(' as ');
      return { own: own ?? theirs!, theirs: theirs! };
    });
}

/** Groups of files each of which can be reached from each other one. */
export function circlesOf(program: Program): readonly (readonly string[])[] {
  const files = [...program.keys()];
  const next = new Map(files.map((file) => [file, importsOf(program, file).map(({ from }) => from)]));
  const reached = new Map(files.map((file) => [file, reachable(next, next.get(file)!)]));
  const inCircles = files.filter((file) => reached.get(file)!.has(file));
  const circles = inCircles.map((file) =>
    inCircles.filter((other) => reached.get(file)!.has(other) && reached.get(other)!.has(file)),
  );
  return circles.filter((circle, at) => circle[0] === inCircles[at]);
}

function reachable<Node>(next: ReadonlyMap<Node, readonly Node[]>, from: readonly Node[]): ReadonlySet<Node> {
  const seen = new Set(from);
  for (const node of seen) for (const one of next.get(node) ?? []) seen.add(one);
  return seen;
}

const declaration =
  /^(?:export )?(?:declare )?(?:abstract )?(?:async )?(?:function\*?|const enum|const|let|class|interface|type|enum) (\w+)/;

/** The pieces of a file: what each declares ('' for a statement that declares nothing), and its text. */
function piecesOf(text: string): readonly { readonly name: string; readonly text: string }[] {
  const starts = [...text.matchAll(/^(?![\s})\]'"`/|])/gm)].map(({ index }) => index);
  return starts
    .map((start, at) => text.slice(start, starts[at + 1]))
    .filter((piece) => !/^(?:import |export (?:type )?[{*])/.test(piece))
    .map((piece) => ({ name: declaration.exec(piece)?.[1] ?? '', text: piece }));
}

/**
 * What the files under `src` declare and nothing reaches from `entries`, as `file name`. A declaration reaches whatever its text
 * names; a file that is taken as a whole (on demand, as a worker) reaches all it exports.
 */
export function unreached(program: Program, entries: readonly string[]): readonly string[] {
  const node = (file: string, name: string) => `${file} ${name}`;
  const next = new Map<string, readonly string[]>();
  const declared: string[] = [];
  for (const [file, text] of program) {
    const pieces = piecesOf(text);
    const imports = importsOf(program, file);
    const targets = new Map<string, readonly string[]>();
    for (const { name } of pieces) targets.set(name, [node(file, name)]);
    for (const { from, names } of imports)
      for (const { own, theirs } of names) targets.set(own, [node(from, theirs), node(from, '')]);
    for (const { name, text: piece } of pieces) {
      const words = new Set(piece.match(/\w+/g) ?? []);
      words.delete(name);
      const named = [...words].flatMap((word) => targets.get(word) ?? []);
      const onDemand = wholeIn(program, file, piece).map((from) => node(from, '*'));
      next.set(node(file, name), [
        ...(next.get(node(file, name)) ?? []),
        ...named,
        ...onDemand,
        node(file, ''),
      ]);
      if (file.startsWith('src/') && name !== '') declared.push(node(file, name));
    }
    const exported = pieces.filter(({ text: piece }) => piece.startsWith('export ')).map(({ name }) => name);
    const passedOn = [...text.matchAll(/^export (?:type )?\{[^}]*\} from '\.[^']+';/gm)].flatMap(
      ([statement]) => importsOf(new Map([...program, [file, statement]]), file),
    );
    for (const { from, names } of passedOn)
      for (const { own, theirs } of names) next.set(node(file, own), [node(from, theirs), node(from, '')]);
    next.set(
      node(file, '*'),
      [...exported, ...passedOn.flatMap(({ names }) => names.map(({ own }) => own)), ''].map((name) =>
        node(file, name),
      ),
    );
    const forEffect = imports.filter(({ names }) => names.some(({ own }) => own === '*'));
    const byHand = next.get(node(file, '')) ?? [];
    next.set(node(file, ''), [...byHand, ...forEffect.map(({ from }) => node(from, ''))]);
  }
  const reached = reachable(
    next,
    entries.flatMap((file) => [
      node(file, '*'),
      ...[...next.keys()].filter((one) => one.startsWith(`${file} `)),
    ]),
  );
  return declared.filter((one) => !reached.has(one));
}

function wholeIn(program: Program, file: string, text: string): readonly string[] {
  return importsOf(new Map([...program, [file, text]]), file).map(({ from }) => from);
}
