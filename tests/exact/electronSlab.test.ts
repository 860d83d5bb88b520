import { expect, test } from 'vitest';
import { slabGreensFunction } from '../../src/physics/burst';
import { difference } from '../physics/laws';
import { diffusionSquared, electronSlabDensity, unboundedElectronDensity } from './electronSlab';

const slab = {
  diffusionAt1GeV: 0.3,
  lossPerGeVMyr: 0.002,
  slope: 0.5,
  halfThicknessKpc: Number.POSITIVE_INFINITY,
};
const bounded = { ...slab, halfThicknessKpc: 5 };
const injection = (energy: number) => energy ** -2.4;

test.each([
  [1, 18.035122],
  [10, 0.0127678885],
  [100, 9.03897287e-6],
])('without boundary the density at %s GeV is %s', (energy, expected) => {
  // The printed digits.
  expect(difference(unboundedElectronDensity(slab, 2.4, energy), expected)).toBeLessThan(1e-8 * 5);
  expect(difference(electronSlabDensity(slab, injection, energy), expected)).toBeLessThan(1e-7);
});

test.each([
  [0.1, 6515.6245],
  [1, 7.927856],
  [10, 8.9756484e-3],
  [100, 8.4405695e-6],
])('between boundaries at 5 kpc the density at %s GeV is %s', (energy, expected) => {
  expect(difference(electronSlabDensity(bounded, injection, energy), expected)).toBeLessThan(1e-7);
});

test('low energies approach the limit without losses, Q L / 2D, from below', () => {
  const limit = (0.1 ** -2.4 * 5) / (2 * 0.3 * 0.1 ** 0.5);
  expect(limit).toBeCloseTo(6619.402, 3);
  expect(electronSlabDensity(bounded, injection, 0.1)).toBeLessThan(limit);
});

test('images and modes are the same function', () => {
  const switchover = 0.3 * 25;
  expect(
    difference(slabGreensFunction(switchover * (1 - 1e-12), 5), slabGreensFunction(switchover, 5)),
  ).toBeLessThan(1e-11);
});

test('an electron that has not cooled has not moved', () => {
  expect(diffusionSquared(slab, 10, 10)).toBe(0);
});
