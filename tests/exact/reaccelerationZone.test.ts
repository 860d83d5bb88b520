import { expect, test } from 'vitest';
import { reaccelerationSlopes, reaccelerationSpectrum } from './reaccelerationZone';

const zone = { diffusionRatePerMyr: 0.02, escapeTimeMyr: 30 };

test('reacceleration and escape make two power laws, 2.479057 and -1.479057', () => {
  const { below, above } = reaccelerationSlopes(zone);
  expect(below).toBeCloseTo(2.479057, 6);
  expect(above).toBeCloseTo(-1.479057, 6);
});

test('without escape particles reach the equilibrium p^2 below the injection', () => {
  expect(reaccelerationSlopes({ ...zone, escapeTimeMyr: Number.POSITIVE_INFINITY })).toEqual({
    below: 2,
    above: -1,
  });
});

test('the zone holds rate times escape time particles', () => {
  const { below, above } = reaccelerationSlopes(zone);
  const peak = reaccelerationSpectrum(zone, 3, 2, 2);
  const total = peak * 2 * (1 / (below + 1) - 1 / (above + 1));
  expect(total).toBeCloseTo(90, 10);
  expect(reaccelerationSpectrum(zone, 3, 2, 1)).toBeCloseTo(peak * 0.5 ** below, 12);
});
