/** What stands when a step is opened does not do it, whatever it is: only what is done then. */
import { describe, expect, it, test } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import { looked, opening } from '../../../src/state/lessons/attempt';
import { type Check, verdict } from '../../../src/state/lessons/check';
import { type LessonState, stepStart, withChange } from '../../../src/state/lessons/lesson';
import { lessons } from '../../../src/state/lessons/lessons';
import { standardView } from '../../../src/state/view';
import { lanesOf, solvedContext } from './playing';

const paper: LessonState = { parameters: paperExplorer, view: standardView, frozen: [] };
const steps = lessons.flatMap((lesson) =>
  lesson.steps.map((step, index) => ({ name: `${lesson.id}, step ${index + 1}`, lesson, step, index })),
);

/** Whether a step counts as done after a way through states, the first of which it is opened in. */
function countsAfter(check: Check, start: LessonState, way: readonly LessonState[], number: number | null) {
  const lanes = lanesOf(check);
  let attempt = opening(way[0] ?? start);
  let isMet = false;
  for (const [index, state] of way.entries()) {
    const typed = index === way.length - 1 ? number : null;
    const met = verdict(check, solvedContext(state, lanes, start.parameters, typed));
    attempt = looked(attempt, check, start, state, met);
    isMet = met === true;
  }
  return isMet && attempt.isBegun;
}

test('some step of the seven lessons is met by the paper’s values alone: it is not made up', () => {
  const met = steps.filter(({ step, lesson, index }) => {
    const start = stepStart(lesson, index);
    const state = { ...paper, frozen: start.frozen };
    return verdict(step.check, solvedContext(state, lanesOf(step.check), start.parameters)) === true;
  });
  expect(met.map(({ name }) => name)).toContain('hardening, step 2');
});

describe.each(steps)('$name', ({ lesson, step, index }) => {
  const start = stepStart(lesson, index);
  const end = withChange(start, step.solution);
  const typed = step.solution.number ?? null;

  it('is not done by the paper’s values, nor by its own solution, when it is opened with them', () => {
    const opened = { ...paper, frozen: start.frozen };
    expect(countsAfter(step.check, start, [opened], null)).toBe(false);
    if (typed === null) expect(countsAfter(step.check, start, [end, end], null)).toBe(false);
  });

  it('is done by its solution after it was set up, wherever it was opened', () => {
    for (const first of [{ ...paper, frozen: start.frozen }, end, start])
      expect(countsAfter(step.check, start, [first, start, end], typed)).toBe(true);
  });
});

describe('an attempt', () => {
  const check: Check = { kind: 'parameter', id: 'xi', atLeast: 0.3 };
  const start = paper;
  const met = { ...paper, parameters: { ...paperExplorer, xi: 0.4 } };

  it('is not begun by what the step does not ask for', () => {
    let attempt = opening(met);
    attempt = looked(attempt, check, start, met, true);
    attempt = looked(attempt, check, start, { ...met, view: { ...standardView, tab: 'electrons' } }, true);
    expect(attempt.isBegun).toBe(false);
    attempt = looked(attempt, check, start, { ...met, parameters: { ...met.parameters, xi: 0.5 } }, true);
    expect(attempt.isBegun).toBe(false);
  });

  it('is begun by a change that comes before the curves do, and by a state that does not meet it', () => {
    const asked = looked(opening(met), check, start, met, null);
    expect(asked.isBegun).toBe(false);
    const moved = { ...met, parameters: { ...met.parameters, xi: 0.2 } };
    expect(looked(asked, check, start, moved, null).isBegun).toBe(true);
    const known = looked(opening(met), check, start, met, true);
    expect(looked(known, check, start, moved, null).isBegun).toBe(false);
    expect(looked(known, check, start, moved, false).isBegun).toBe(true);
  });
});
