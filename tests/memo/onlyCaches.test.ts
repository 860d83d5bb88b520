/**
 * The program remembers in two ways only (src/memo). A map that is asked and filled in one place is a cache written by hand, and
 * those held the worst faults there were: two callers that drive each other's answer out, and a selector that never settles.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** Maps that are asked and filled and are no caches: what each is instead. */
const registers: Readonly<Record<string, string>> = {
  'cli/commandLine.ts values': 'the values of one command line',
  'cli/options.ts given': 'the words of one command line',
  'model/network.ts solved': 'the members of one network, each a parent of the next',
  'model/secondaries.ts solved': 'the secondaries of one solve, each a parent of the next',
  'model/transportProblem.ts known': 'a table of one solve, asked 20,000 times in its innermost loop',
  'plot/liveLayer.ts paths': 'the SVG elements that a layer owns',
  'plot/liveMarks.ts paths': 'the SVG elements that a layer owns',
  'plot/staleMarks.ts marked': 'which curves are dimmed on the page now',
  'state/texts/hashCodec.ts given': 'the entries of one address',
  'state/lessons/setUp.ts made': 'which frozen curves are of lessons',
  'state/services/scheduler.ts staleTimers': 'the timers that run',
  'state/services/solutions.ts lost': 'the wishes that stand and whose worker was lost',
  'state/services/solutions.ts ofStores': 'the solutions of a page, which belong to its store',
  'ui/translationGuard.ts standIns': 'which elements stand where a translator took a text away',
  'worker/jobs.ts lines': 'the lines there are',
};

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.replaceAll('\\', '/'));
}

/** Names of maps in a program that are both asked and filled. */
function mapsAskedAndFilled(program: string): readonly string[] {
  const made = [...program.matchAll(/(?:const|let)\s+(\w+)(?::[^=]+)?\s*=\s*new\s+(?:Weak)?Map\b/g)];
  return made
    .map(([, name]) => name!)
    .filter((name) => new RegExp(`\\b${name}\\.set\\(`).test(program))
    .filter((name) => new RegExp(`\\b${name}\\.(?:get|has)\\(`).test(program));
}

test('a cache written by hand is found', () => {
  const byHand = `const remembered = new WeakMap<object, string>();
    export const of = (one: object) => remembered.get(one) ?? remembered.set(one, 'x');`;
  expect(mapsAskedAndFilled(byHand)).toEqual(['remembered']);
  expect(mapsAskedAndFilled('const all = new Map(entries); all.get(1);')).toEqual([]);
});

test('the program has no cache but those of src/memo', () => {
  const found = filesUnder('src')
    .filter((name) => !name.startsWith('memo/'))
    .flatMap((name) =>
      mapsAskedAndFilled(readFileSync(join('src', name), 'utf8')).map((map) => `${name} ${map}`),
    );
  expect(
    found.filter((one) => !(one in registers)),
    'Use memoByIdentity or lastUsed (src/memo), or say above what it is instead.',
  ).toEqual([]);
  expect(
    Object.keys(registers).filter((one) => !found.includes(one)),
    'These are gone: take them out above.',
  ).toEqual([]);
});
