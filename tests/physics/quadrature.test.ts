import { expect, test } from 'vitest';
import { integrate } from '../../src/physics/quadrature';

test('one panel of eight points integrates x^15 exactly', () => {
  expect(integrate((x) => x ** 15, 0, 1)).toBeCloseTo(1 / 16, 14);
});

test('panels add up', () => {
  expect(integrate(Math.exp, -1, 2, 7)).toBeCloseTo(Math.exp(2) - Math.exp(-1), 13);
});
