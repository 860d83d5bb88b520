import { expect, test } from 'vitest';
import { similarNames } from '../../src/text/similarNames';

const words = ['embed', 'hide', 'lesson', 'step', 'teacher'];

test.each([
  ['hid', 'hide'],
  ['hdie', 'hide'],
  ['Embed', 'embed'],
  ['embeded', 'embed'],
  ['lessn', 'lesson'],
  ['teachre', 'teacher'],
])('"%s" was meant to be "%s"', (written, meant) => {
  expect(similarNames(written, words)).toEqual([meant]);
});

test.each(['from', 'ref', 'id', 's', 'utm_source', '', 'x'.repeat(5000)])('"%s" is none of them', (word) => {
  expect(similarNames(word, words)).toEqual([]);
});

test('of names that differ by a letter all are told', () => {
  expect(similarNames('delta', ['delta0', 'Delta', 'xi'])).toEqual(['Delta']);
  expect(similarNames('delt0', ['delta0', 'delta1', 'xi'])).toEqual(['delta0']);
  expect(similarNames('delta2', ['delta0', 'delta1', 'xi'])).toEqual(['delta0', 'delta1']);
});
