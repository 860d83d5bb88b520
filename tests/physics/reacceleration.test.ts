import { expect, test } from 'vitest';
import { momentumDiffusionRate, reaccelerationPrefactor } from '../../src/physics/reacceleration';
import { kpc2PerMyrPerCm2PerS, kpcPerMyrPerKmPerS } from '../../src/physics/units';

test.each([
  [0.19, 0.464662, 1.666e-3],
  [0.5, 0.203175, 7.286e-4],
  [0.58, 0.183475, 6.58e-4],
])('a slope of %s reaccelerates with the prefactor %s', (slope, prefactor, rate) => {
  // The printed digits: six for the prefactor, four for the rate at 25 km/s and 5.5e28 cm^2/s.
  expect(reaccelerationPrefactor(slope)).toBeCloseTo(prefactor, 6);
  const speed = 25 * kpcPerMyrPerKmPerS;
  expect(momentumDiffusionRate(speed, slope, 5.5e28 * kpc2PerMyrPerCm2PerS) / rate).toBeCloseTo(1, 3);
});
