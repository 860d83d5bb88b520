import { expect, test } from 'vitest';
import { boundText, offText } from '../../src/text/percent';

test.each([
  [0, '0.1 %'],
  [0.0004, '0.1 %'],
  [0.003, '0.3 %'],
  [0.0031, '0.4 %'],
  [0.01, '1 %'],
  [0.0101, '1.1 %'],
  [0.02, '2 %'],
  [0.0201, '3 %'],
  [0.07, '7 %'],
  [0.9, '90 %'],
  [3, '300 %'],
  [11, 'unknown'],
  [Number.POSITIVE_INFINITY, 'unknown'],
  [Number.NaN, 'unknown'],
])('a bound of %f is written as one that holds: %s', (share, text) => {
  expect(boundText(share)).toBe(text);
});

test('what is off by more than can be said is said so', () => {
  expect(offText(0.031)).toBe('off by up to 4 %');
  expect(offText(Number.NaN)).toBe('off by an unknown amount');
});
