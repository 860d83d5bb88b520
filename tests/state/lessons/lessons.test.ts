/** Every lesson can be read, and can be played to its end with the solver. */
import { describe, expect, test } from 'vitest';
import { verdict } from '../../../src/state/lessons/check';
import { levels, parseLesson, stepStart, withChange } from '../../../src/state/lessons/lesson';
import { lessonDocuments, lessons } from '../../../src/state/lessons/lessons';
import { readings } from '../../../src/state/lessons/readings';
import { lanesOf, solvedContext } from './playing';

test('every lesson can be read', () => {
  expect(lessonDocuments.map(parseLesson).flatMap((read) => (read.ok ? [] : read.problems))).toEqual([]);
  expect(lessons.length).toBe(lessonDocuments.length);
});

test('there are seven or more lessons, each under a name of its own, and some for each level', () => {
  expect(lessons.length).toBeGreaterThanOrEqual(7);
  expect(new Set(lessons.map((lesson) => lesson.id)).size).toBe(lessons.length);
  for (const { id } of levels) expect(lessons.filter(({ level }) => level === id).length).toBeGreaterThan(1);
});

const steps = lessons.flatMap((lesson) => lesson.steps.map((step, index) => ({ lesson, step, index })));

describe('played with the solver', () => {
  test.each(steps.map((one) => [`${one.lesson.id}, step ${one.index + 1}`, one] as const))(
    '%s is done by its solution and not before',
    (_, { lesson, step, index }) => {
      const lanes = lanesOf(step.check);
      const start = stepStart(lesson, index);
      const before = solvedContext(start, lanes, start.parameters);
      expect(verdict(step.check, before), JSON.stringify(readings(step.check, before))).not.toBe(true);
      const end = withChange(start, step.solution);
      const after = solvedContext(end, lanes, start.parameters, step.solution.number ?? null);
      expect(verdict(step.check, after), JSON.stringify(readings(step.check, after))).toBe(true);
      for (const { value } of readings(step.check, after)) expect(value).not.toBe('not solved yet');
    },
  );
});
