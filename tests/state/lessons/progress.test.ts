import { describe, expect, test } from 'vitest';
import { progressOf, readProgress, withLesson } from '../../../src/state/lessons/progress';
import { createProgressMemory } from '../../../src/state/lessons/progressMemory';
import { sharedText } from '../fakeStorage';

const done = (steps: readonly number[], answered = false) => ({ steps, answered });

describe('stored progress', () => {
  test('one bad entry loses only itself', () => {
    const text =
      '{"power-law":{"steps":[1,2,3],"answered":true},"electrons":{"steps":[1],"answered":"yes"},"a":7,"b":null,"c":[1]}';
    expect(readProgress(text)).toEqual({ 'power-law': done([1, 2, 3], true), electrons: done([1]) });
    // Where one is played, the others stay, understood or not.
    expect(JSON.parse(withLesson(text, 'hardening', done([1])))).toEqual({
      ...JSON.parse(text),
      hardening: done([1]),
    });
  });

  test.each([
    null,
    '',
    '{',
    '[]',
    '7',
    '"a"',
    'null',
    '{"a":{"steps":["1"],"answered":false}}',
    '{"a":{"steps":[0,-1,1.5,1e9,null,[1]],"answered":1}}',
    '{"a":{"steps":{"0":1}}}',
  ])('%s is none', (text) => {
    expect(readProgress(text)).toEqual({});
    expect(readProgress(withLesson(text, 'b', done([1])))).toEqual({ b: done([1]) });
  });

  test('what a newer version has added stays', () => {
    const text = '{"new":{"chapters":3},"a":{"steps":[1],"answered":false,"minutes":4}}';
    expect(JSON.parse(withLesson(text, 'a', done([1, 2])))).toEqual({
      new: { chapters: 3 },
      a: { steps: [1, 2], answered: false, minutes: 4 },
    });
    expect(JSON.parse(withLesson(text, 'a', null))).toEqual({ new: { chapters: 3 } });
  });

  test('names of other things and rows without end do no harm', () => {
    const text = `{"__proto__":{"steps":[1]},"toString":{"steps":[${'2,'.repeat(1e5)}2]}}`;
    const read = readProgress(text);
    expect(progressOf(read, 'constructor')).toEqual(done([]));
    expect(progressOf(read, 'toString')).toEqual(done([2]));
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(withLesson(text, 'a', done([1]))).toContain('"__proto__":{"steps":[1]}');
  });
});

describe('two windows with one storage', () => {
  test('keep what is done in both', () => {
    const shared = sharedText();
    const [a, b] = [createProgressMemory(shared.openWindow()), createProgressMemory(shared.openWindow())];
    a.finishStep('power-law', 2);
    a.finishStep('power-law', 1);
    // Whether it has heard of the other window or not.
    b.finishStep('electrons', 1);
    expect(readProgress(shared.text)).toEqual({ 'power-law': done([1, 2]), electrons: done([1]) });
    b.finishStep('power-law', 3);
    a.refresh();
    a.finishQuestion('electrons');
    b.refresh();
    const all = { 'power-law': done([1, 2, 3]), electrons: done([1], true) };
    expect(readProgress(shared.text)).toEqual(all);
    expect(a.store.getState()).toEqual(all);
    expect(b.store.getState()).toEqual(all);
  });

  test('start a lesson over in both, and nothing else', () => {
    const shared = sharedText('{"a":{"steps":[1,2],"answered":true},"b":{"steps":[1],"answered":false}}');
    const [a, b] = [createProgressMemory(shared.openWindow()), createProgressMemory(shared.openWindow())];
    a.startOver('a');
    b.finishStep('b', 2);
    expect(b.store.getState()).toEqual({ b: done([1, 2]) });
    b.finishStep('a', 1);
    a.refresh();
    expect(a.store.getState()).toEqual({ a: done([1]), b: done([1, 2]) });
  });

  test('what does not fit into the storage lasts as long as the window', () => {
    const shared = sharedText();
    const memory = createProgressMemory(shared.openWindow());
    shared.isFull = true;
    memory.finishStep('a', 1);
    memory.finishStep('a', 2);
    memory.finishStep('b', 1);
    expect(memory.store.getState()).toEqual({ a: done([1, 2]), b: done([1]) });
    shared.isFull = false;
    memory.finishStep('a', 3);
    expect(readProgress(shared.text)).toEqual({ a: done([1, 2, 3]) });
    expect(memory.store.getState()).toEqual({ a: done([1, 2, 3]), b: done([1]) });
  });
});
