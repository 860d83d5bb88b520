import { expect, test } from 'vitest';
import { adiabaticLoss, isBlowing, windKpcPerMyr, windTimeMyr } from '../../src/physics/wind';

/** 1 km/s in kpc/Myr, PHYSICS 0: 3.15576e13 s / 3.0856775814913673e16 km. */
const kpcPerMyr = 1.022712e-3;

test('the wind blows away from the plane, faster with height', () => {
  const law = { startKmPerS: 20, growthKmPerSPerKpc: 10 };
  expect(windKpcPerMyr(law, 0)).toBeCloseTo(20 * kpcPerMyr, 7);
  expect(windKpcPerMyr(law, 3)).toBeCloseTo(50 * kpcPerMyr, 7);
  expect(windKpcPerMyr(law, -3)).toBe(windKpcPerMyr(law, 3));
});

test('particles lose a third of the divergence, in the halo and where the wind turns', () => {
  const law = { startKmPerS: 15, growthKmPerSPerKpc: 6 };
  const { haloPerMyr, planeKpcPerMyr } = adiabaticLoss(law);
  expect(haloPerMyr).toBeCloseTo(2 * kpcPerMyr, 9);
  expect(planeKpcPerMyr).toBeCloseTo(5 * kpcPerMyr, 8);
  // Up to a height, both together are a third of the speed there.
  expect(planeKpcPerMyr + 4 * haloPerMyr).toBeCloseTo(windKpcPerMyr(law, 4) / 3, 12);
});

test('still air is no wind', () => {
  expect(isBlowing({ startKmPerS: 0, growthKmPerSPerKpc: 0 })).toBe(false);
  expect(isBlowing({ startKmPerS: 0, growthKmPerSPerKpc: 1 })).toBe(true);
});

test('a wind of 50 km/s crosses 5 kpc in 98 Myr, one that gains speed sooner, one from rest never', () => {
  expect(windTimeMyr({ startKmPerS: 50, growthKmPerSPerKpc: 0 }, 5)).toBeCloseTo(100 / (1000 * kpcPerMyr), 4);
  const gaining = windTimeMyr({ startKmPerS: 20, growthKmPerSPerKpc: 10 }, 5);
  expect(gaining).toBeCloseTo(Math.log(70 / 20) / (10 * kpcPerMyr), 3);
  const steady = windTimeMyr({ startKmPerS: 20, growthKmPerSPerKpc: 1e-6 }, 5);
  expect(steady).toBeCloseTo(windTimeMyr({ startKmPerS: 20, growthKmPerSPerKpc: 0 }, 5), 3);
  expect(windTimeMyr({ startKmPerS: 0, growthKmPerSPerKpc: 20 }, 5)).toBe(Number.POSITIVE_INFINITY);
});
