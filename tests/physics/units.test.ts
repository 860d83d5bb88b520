import { expect, test } from 'vitest';
import {
  collisionalLossScaleEVCm3PerS,
  collisionRatePerMyrPerMb,
  kpc2PerMyrPerCm2PerS,
  kpcPerMyrPerKmPerS,
  magneticEnergyEVPerCm3PerMicroGauss2,
  speedOfLightKpcPerMyr,
} from '../../src/physics/units';

// Tolerances of this file: the printed digits.
test('light crosses 306.6014 kpc in a Myr', () => {
  expect(speedOfLightKpcPerMyr).toBeCloseTo(306.6014, 4);
});

test('5.5e28 cm^2/s is 0.182291 kpc^2/Myr', () => {
  expect(5.5e28 * kpc2PerMyrPerCm2PerS).toBeCloseTo(0.182291, 6);
  expect(1e28 * kpc2PerMyrPerCm2PerS).toBeCloseTo(0.0331438, 7);
});

test('1 km/s is 1.022712e-3 kpc/Myr', () => {
  expect(kpcPerMyrPerKmPerS).toBeCloseTo(1.022712e-3, 9);
});

test('one target per cm^3 and 1 mb stop 9.4608e-4 particles per Myr at the speed of light', () => {
  // 1e-5: the last printed digit is rounded up; c times 1 Myr times 1 mb is 9.46073e-4.
  expect(collisionRatePerMyrPerMb / 9.4608e-4).toBeCloseTo(1, 4);
});

test('the scale of collisional losses is 3.82168e-9 eV cm^3/s', () => {
  expect(collisionalLossScaleEVCm3PerS / 3.82168e-9).toBeCloseTo(1, 5);
});

test('a field of 1 microgauss holds B^2/8pi', () => {
  const eVPerErg = 1 / 1.602176634e-12;
  // 2e-5: the constant is printed with five digits.
  expect(magneticEnergyEVPerCm3PerMicroGauss2 / ((1e-12 / (8 * Math.PI)) * eVPerErg)).toBeCloseTo(1, 4);
});
