/** What is wrong with a lesson is said in words, with its place. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import { verdict } from '../../../src/state/lessons/check';
import { parseLesson, stepStart, withChange } from '../../../src/state/lessons/lesson';
import { lanesOf, solvedContext } from './playing';

const step = {
  task: ['Raise Δ.'],
  check: { kind: 'parameter', id: 'Delta', atLeast: 0.5 },
  hint: 'It is under Diffusion.',
  seen: 'It is larger.',
  solution: { parameters: { Delta: 0.5 } },
};
const sound = {
  id: 'sound',
  level: 'school',
  title: 'Sound',
  summary: 'A lesson.',
  minutes: 1,
  steps: [step],
  question: {
    text: 'Yes?',
    choices: [{ text: 'Yes', right: true }, { text: 'No' }],
    explanation: 'Yes.',
  },
};

function problems(change: object): string {
  const parsed = parseLesson({ ...sound, ...change });
  return parsed.ok ? '' : parsed.problems.join('\n');
}

function stepProblems(change: object): string {
  return problems({ steps: [{ ...step, ...change }] });
}

const ghost = { kind: 'ghost', lane: 'cm:p', name: 'A', fromGeV: 10, toGeV: 100, withinPercent: 5 };

test('a sound lesson is read', () => {
  expect(problems({})).toBe('');
});

test('the schema is strict', () => {
  expect(problems({ level: 'nursery' })).toContain('level');
  expect(problems({ steps: [] })).toContain('steps');
  expect(problems({ titel: 'Misspelt' })).toContain('titel');
  expect(stepProblems({ check: { kind: 'guess' } })).toContain('check');
});

test('parameters, their values and settings of the view exist', () => {
  expect(problems({ setup: { parameters: { Xi: 0.2 } } })).toContain('"Xi" is not a parameter');
  expect(problems({ setup: { parameters: { xi: 7 } } })).toContain('xi must be');
  expect(problems({ setup: { view: { tab: 'neutrinos' } } })).toContain('tab can be');
  expect(stepProblems({ solution: { parameters: { L: -1 } } })).toContain('Step 1: L must be');
  expect(stepProblems({ check: { kind: 'parameter', id: 'L', atLeast: 100 } })).toContain('L must be');
  expect(stepProblems({ check: { kind: 'parameter', id: 'L' } })).toContain('says nothing');
  expect(stepProblems({ check: { kind: 'changed', id: 'l' } })).toContain('"l"');
  expect(stepProblems({ check: { kind: 'unchanged', groups: ['sliders'] } })).toContain('"sliders"');
  expect(stepProblems({ check: { kind: 'view', name: 'panel', is: 'cinema' } })).toContain('panel can be');
});

test('energies lie on the curve, ranges the right way round', () => {
  const slope = { kind: 'slope', lane: 'cm:p', energyGeV: 1000, atLeast: 2 };
  expect(stepProblems({ check: slope })).toBe('');
  expect(stepProblems({ check: { ...slope, energyGeV: 1e12 } })).toContain('outside');
  expect(stepProblems({ check: { ...slope, atMost: 1 } })).toContain('above');
  expect(stepProblems({ check: { kind: 'slope', lane: 'cm:p', energyGeV: 1000 } })).toContain('atLeast');
});

test('what a check needs is there', () => {
  expect(stepProblems({ check: ghost })).toContain('No setup before freezes curves named "A"');
  expect(stepProblems({ setup: { freeze: 'A' }, check: ghost })).toBe('');
  const number = { kind: 'number', label: 'Rigidity', unit: 'GV', atLeast: 1 };
  expect(stepProblems({ check: number })).toContain('go together');
  const choices = [{ text: 'Yes' }, { text: 'No' }];
  expect(problems({ question: { ...sound.question, choices } })).toContain('0 right answers');
});

test('a step begins as the one before was left, or with a setup of its own', () => {
  const parsed = parseLesson({
    ...sound,
    setup: { parameters: { xi: 0.2 }, freeze: 'Start' },
    steps: [step, step, { ...step, setup: { parameters: { L: 8 }, freeze: 'Tall' } }],
  });
  if (!parsed.ok) throw new Error(parsed.problems.join());
  expect(stepStart(parsed.lesson, 0).parameters).toEqual({ ...paperExplorer, xi: 0.2 });
  expect(stepStart(parsed.lesson, 1).parameters).toEqual({ ...paperExplorer, xi: 0.2, Delta: 0.5 });
  const third = stepStart(parsed.lesson, 2);
  expect(third.parameters).toEqual({ ...paperExplorer, xi: 0.2, L: 8 });
  expect(third.frozen.map(({ name }) => name)).toEqual(['Start', 'Tall']);
});

test('the example of docs/lessons.md is a lesson, and can be played', () => {
  const manual = readFileSync(new URL('../../../docs/lessons.md', import.meta.url), 'utf8');
  const example = /```json\n(\{\n {2}"id"[\s\S]*?)```/.exec(manual)?.[1] ?? '';
  const parsed = parseLesson(JSON.parse(example));
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  parsed.lesson.steps.forEach(({ check, solution }, index) => {
    const start = stepStart(parsed.lesson, index);
    const lanes = lanesOf(check);
    expect(verdict(check, solvedContext(start, lanes, start.parameters))).not.toBe(true);
    const end = solvedContext(withChange(start, solution), lanes, start.parameters, solution.number ?? null);
    expect(verdict(check, end)).toBe(true);
  });
});
