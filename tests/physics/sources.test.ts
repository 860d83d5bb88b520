import { expect, test } from 'vitest';
import { idsOf, sourceModelNames } from '../../src/physics/galaxyModels';
import { integrate } from '../../src/physics/quadrature';
import { sourceModels } from '../../src/physics/sources';
import { difference } from './laws';

const { ferriere } = sourceModels;

test.each(idsOf(sourceModelNames))('%s is one at the Sun', (id) => {
  expect(sourceModels[id].density(8.5, 0)).toBeCloseTo(1, 14);
});

test.each([
  [1, 1.2676],
  [3.7, 3.4679],
  [5, 2.7017],
  [12, 0.24343],
  [15, 0.06213],
])('supernovae at r = %s kpc are %s times those at the Sun', (r, expected) => {
  // 6e-4: the branches are joined here, the published constant leaves a step of 0.05 %.
  expect(difference(ferriere.density(r, 0), expected)).toBeLessThan(6e-4);
});

test.each([
  [0.1, 0.82427],
  [0.3, 0.29037],
  [0.8, 0.04853],
])('supernovae at z = %s kpc are %s times those in the plane', (z, expected) => {
  expect(ferriere.density(8.5, z)).toBeCloseTo(expected, 5);
  expect(ferriere.density(8.5, -z)).toBe(ferriere.density(8.5, z));
});

test('95.9 % of the supernovae at the Sun happen below 0.8 kpc, 86.7 % below 0.5 kpc', () => {
  const below = (z: number) => integrate((height) => ferriere.density(8.5, height), 0, z, 20);
  expect(below(0.8) / below(10)).toBeCloseTo(0.959, 3);
  expect(below(0.5) / below(10)).toBeCloseTo(0.867, 3);
});

test('the Galaxy has 2.03 supernovae per century within 20 kpc', () => {
  const column = (r: number) => 2 * integrate((z) => 57.3 * ferriere.density(r, z), 0, 5, 10);
  const perMyr =
    2 * Math.PI * (integrate((r) => column(r) * r, 0, 3.7, 5) + integrate((r) => column(r) * r, 3.7, 20, 20));
  expect(perMyr / 1e4).toBeCloseTo(2.03, 2);
});

test.each([
  ['caseBhattacharya96', [0.50739, 1.48386, 1.60707, 0.45457, 0.20462]],
  ['caseBhattacharya98', [0.31179, 1.22288, 1.48034, 0.46587, 0.20941]],
  ['lorimer06', [1.41289, 3.51322, 2.85945, 0.2457, 0.06429]],
  ['yusifovKucuk04', [1.53635, 2.46521, 2.11472, 0.36254, 0.13637]],
  ['galpropConventional', [1.59376, 2.72294, 2.23133, 0.35529, 0.13367]],
] as const)('%s has its published radial law', (id, expected) => {
  [1, 3, 5, 12, 15].forEach((r, index) => {
    expect(sourceModels[id].density(r, 0)).toBeCloseTo(expected[index]!, 5);
  });
});

test('supernovae are continuous where the two branches meet', () => {
  expect(difference(ferriere.density(3.7 + 1e-9, 0), ferriere.density(3.7 - 1e-9, 0))).toBeLessThan(1e-8);
});
