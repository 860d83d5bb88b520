import { expect, test } from 'vitest';
import { formatPlace, type LessonPlace, parsePlace } from '../../../src/state/lessons/address';
import { lessons } from '../../../src/state/lessons/lessons';
import { hasLesson } from '../../../src/state/lessons/lessonsOpen';

const list: LessonPlace = { lesson: null, step: 1, teacher: false };

test('every place of every lesson reads back from its address', () => {
  for (const { id, steps } of lessons)
    for (let step = 1; step <= steps.length + 1; step++)
      for (const teacher of [false, true]) {
        const place = { lesson: id, step, teacher };
        expect(parsePlace(formatPlace('', place), lessons)).toEqual({ place, refused: [] });
      }
});

test('the list of lessons has an address too', () => {
  expect(formatPlace('', list)).toBe('?lesson=');
  expect(hasLesson('?lesson=')).toBe(true);
  expect(parsePlace('?lesson=', lessons)).toEqual({ place: list, refused: [] });
});

test('what else the query holds stays', () => {
  const place = { lesson: 'power-law', step: 2, teacher: true };
  expect(formatPlace('?hide=presets,fit', place)).toBe('?hide=presets,fit&lesson=power-law&step=2&teacher=1');
  expect(formatPlace('?lesson=power-law&step=2&teacher=1&hide=fit', null)).toBe('?hide=fit');
  expect(formatPlace('?lesson=power-law', null)).toBe('');
});

test('an unknown lesson is told, with those that there are', () => {
  const { place, refused } = parsePlace('?lesson=nonsense&step=2', lessons);
  expect(place).toEqual(list);
  expect(refused).toHaveLength(1);
  expect(refused[0]).toContain('"nonsense"');
  for (const { id } of lessons) expect(refused[0]).toContain(id);
});

test.each(['0', '99', 'two', '1.5', '-1', ''])('step "%s" is told, with what there is', (step) => {
  const { place, refused } = parsePlace(`?lesson=power-law&step=${step}`, lessons);
  expect(place).toEqual({ lesson: 'power-law', step: 1, teacher: false });
  expect(refused).toEqual([expect.stringMatching(/steps 1 to 3, and 4 for its question/)]);
});

test('teacher is 1 or 0', () => {
  expect(parsePlace('?lesson=power-law&teacher=yes', lessons).refused).toEqual([
    expect.stringContaining('"yes"'),
  ]);
});
