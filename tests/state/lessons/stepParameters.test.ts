import { describe, expect, it } from 'vitest';
import { lessons } from '../../../src/state/lessons/lessons';
import { stepParameters } from '../../../src/state/lessons/stepParameters';

describe('the controls beside a step', () => {
  const of = (id: string) => {
    const lesson = lessons.find((one) => one.id === id)!;
    return lesson.steps.map((_, index) => stepParameters(lesson, index));
  };

  it('are those that its task is about', () => {
    expect(of('hardening')).toEqual([['delta0'], ['Delta'], ['p.secondBreak']]);
    expect(of('degeneracy').slice(0, 3)).toEqual([['L'], ['D0'], ['D0']]);
  });

  it('are none where the step asks for a number or a view', () => {
    expect(of('break-rigidity')[0]).toEqual([]);
    expect(of('force-field')[0]).toEqual([]);
  });
});
