import { afterEach, expect, test, vi } from 'vitest';
import {
  progressOf,
  rememberedProgress,
  rememberProgress,
  withAnswer,
  withoutLesson,
  withStep,
} from '../../../src/state/lessons/progress';

function storageWith(entries: Record<string, string>) {
  const kept = new Map(Object.entries(entries));
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
});

const some = withAnswer(withStep(withStep({}, 'a', 2), 'a', 1), 'b');

test('steps and answers are kept, each step once', () => {
  expect(progressOf(withStep(some, 'a', 1), 'a')).toEqual({ steps: [1, 2], answered: false });
  expect(progressOf(some, 'b')).toEqual({ steps: [], answered: true });
  expect(progressOf(some, 'toString')).toEqual({ steps: [], answered: false });
  expect(withoutLesson(some, 'a')).toEqual({ b: { steps: [], answered: true } });
});

test('progress lasts through a reload', () => {
  storageWith({});
  rememberProgress(some);
  expect(rememberedProgress()).toEqual(some);
});

test.each(['{', '[]', '{"a":{"steps":["1"],"answered":false}}', '7'])(
  '%s in storage is no progress',
  (text) => {
    storageWith({ 'two-halo-lessons': text });
    expect(rememberedProgress()).toEqual({});
  },
);

test('without storage nothing is kept and nothing fails', () => {
  const forbidden = () => {
    throw new Error('SecurityError');
  };
  vi.stubGlobal('localStorage', { getItem: forbidden, setItem: forbidden });
  rememberProgress(some);
  expect(rememberedProgress()).toEqual({});
});
