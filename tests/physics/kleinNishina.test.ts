import { expect, test } from 'vitest';
import {
  integrateKleinNishinaFactor,
  kleinNishinaFactor,
  monochromaticKleinNishinaFactor,
} from '../../src/physics/kleinNishina';
import { difference } from './laws';

test.each([
  [1e-3, 0.994005],
  [0.01, 0.943491],
  [0.1, 0.634533],
  [1, 0.147343],
  [10, 1.03335e-2],
  [100, 3.04468e-4],
  [1000, 5.59253e-6],
])('S(%s) = %s', (x, expected) => {
  // 1e-5: the printed digits, and the promise of the interpolation.
  expect(difference(kleinNishinaFactor(x), expected)).toBeLessThan(1e-5);
});

test('the table is within 1e-5 of the integral between its nodes and across its ends', () => {
  for (let decade = -5.3; decade < 6.4; decade += 0.237) {
    const x = 10 ** decade;
    // Above 1e6 the asymptotic form takes over, good to 1e-4 by its printed constant.
    const tolerance = x > 1e6 ? 1e-4 : 1e-5;
    expect(difference(kleinNishinaFactor(x), integrateKleinNishinaFactor(x))).toBeLessThan(tolerance);
  }
});

test('the series and the closed form of one photon energy meet', () => {
  expect(
    difference(monochromaticKleinNishinaFactor(3.001e-3), monochromaticKleinNishinaFactor(2.999e-3)),
  ).toBeLessThan(1e-5);
  expect(monochromaticKleinNishinaFactor(0)).toBe(1);
});
