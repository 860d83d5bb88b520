import { describe, expect, test } from 'vitest';
import { integrate } from '../../src/physics/quadrature';
import { difference } from '../physics/laws';
import { burstSourceEnergy, coolingLimitGeV, quadraticLossBurstDensity } from './burstQuadraticLoss';
import { electronSlabDensity } from './electronSlab';

const medium = { diffusionAt1GeV: 0.3, slope: 0.5, lossPerGeVMyr: 0.002, halfThicknessKpc: 5 };
const released = (energy: number) => energy ** -2.4;
const burst = { medium, distanceKpc: 0.5, ageMyr: 1, injectedPerGeV: released };

test('the energy at release cools to the energy now', () => {
  // dE/dt = -b0 E^2: 1/E grows by b0 t.
  expect(1 / burstSourceEnergy(burst, 100) + 0.002).toBeCloseTo(1 / 100, 15);
  expect(coolingLimitGeV(burst)).toBe(500);
  expect(burstSourceEnergy(burst, 500)).toBe(Number.POSITIVE_INFINITY);
  expect(quadraticLossBurstDensity(burst, 500)).toBe(0);
});

test('the density at 100 GeV is the formula with numbers put in by hand', () => {
  // E_s = 125 GeV, Lambda = 0.3 / (0.002 * 0.5) (0.1 - 125^-0.5) = 3.167184 kpc^2; free space.
  const free = { ...burst, medium: { ...medium, halfThicknessKpc: Number.POSITIVE_INFINITY } };
  const squared = 300 * (0.1 - 1 / Math.sqrt(125));
  expect(squared).toBeCloseTo(3.167184, 6);
  const expected = 125 ** -2.4 * 1.5625 * (4 * Math.PI * squared) ** -1.5 * Math.exp(-0.25 / (4 * squared));
  expect(difference(quadraticLossBurstDensity(free, 100), expected)).toBeLessThan(1e-12);
});

describe('images and cosine modes are the same slab factor', () => {
  test('where the one series takes over from the other', () => {
    // Lambda = 0.3 L^2 is where the code changes over.
    const squared = 300 * (0.1 - 1 / Math.sqrt(125));
    const at = (halfThicknessKpc: number) =>
      quadraticLossBurstDensity({ ...burst, medium: { ...medium, halfThicknessKpc } }, 100);
    const edge = Math.sqrt(squared / 0.3);
    // The factor itself changes by about the step in L.
    expect(difference(at(edge * (1 + 1e-11)), at(edge * (1 - 1e-11)))).toBeLessThan(1e-9);
  });

  test.each([0.6, 1, 2])('at Lambda = %d L^2, against a sum of images', (ratio) => {
    const squared = 300 * (0.1 - 1 / Math.sqrt(125));
    const half = Math.sqrt(squared / ratio);
    const ratioToFree = (halfThicknessKpc: number) =>
      quadraticLossBurstDensity({ ...burst, medium: { ...medium, halfThicknessKpc } }, 100);
    let images = 1;
    for (let n = 1; n <= 20; n++) images += 2 * (-1) ** n * Math.exp(-(n * n) / ratio);
    const factor = ratioToFree(half) / ratioToFree(Number.POSITIVE_INFINITY);
    // The alternating sum loses the digits that it cancels: 4 at Lambda = 2 L^2.
    expect(difference(factor, images)).toBeLessThan(1e-11);
  });
});

test('bursts all over the plane, at all times, are the slab with a disc of sources', () => {
  // Unit rate per area and time: integrate over the plane and over ages up to the cooling limit, u^2 = t.
  const energy = 30;
  const ofAge = (ageMyr: number) => {
    const at = (distanceKpc: number) => quadraticLossBurstDensity({ ...burst, ageMyr, distanceKpc }, energy);
    // The Gaussian in the plane integrates to 4 pi Lambda times its value at zero.
    const squared = 600 * 0.5 * (energy ** -0.5 - burstSourceEnergy({ ...burst, ageMyr }, energy) ** -0.5);
    return 4 * Math.PI * squared * at(0);
  };
  const limit = Math.sqrt(coolingLimitGeV({ ...burst, ageMyr: 1 }) / energy);
  const sum = integrate((u) => 2 * u * ofAge(u * u), 0, limit, 60);
  // Quadrature of both.
  expect(difference(sum, electronSlabDensity(medium, released, energy))).toBeLessThan(1e-6);
});
