import { expect, test } from 'vitest';
import { diffusionCoefficient, diffusionSlope } from '../../src/physics/diffusion';
import { kpc2PerMyrPerCm2PerS } from '../../src/physics/units';
import { conventionalLaw, difference, twoHaloLaw } from './laws';

const smooth = twoHaloLaw('smooth');
const step = twoHaloLaw('step');

test('diffusion is the same at every height at the reference rigidity', () => {
  for (const law of [smooth, step]) {
    const values = [0, 0.4, 0.8, 3].map((z) => diffusionCoefficient(law, z, 4, 1));
    for (const value of values) expect(difference(value, law.coefficientKpc2PerMyr)).toBeLessThan(1e-15);
  }
});

test('below the reference rigidity the inner halo is the faster one', () => {
  expect(diffusionCoefficient(step, 0, 1, 1)).toBeGreaterThan(diffusionCoefficient(step, 2, 1, 1));
  expect(diffusionCoefficient(step, 0, 100, 1)).toBeLessThan(diffusionCoefficient(step, 2, 100, 1));
});

test('the smooth slope is continuous at xi L and symmetric about the plane', () => {
  expect(diffusionSlope(smooth, 0.8)).toBeCloseTo(0.58, 15);
  expect(diffusionSlope(smooth, 0.8 - 1e-9)).toBeCloseTo(0.58, 7);
  expect(diffusionSlope(smooth, 0.4)).toBeCloseTo(0.19 + 0.39 / 32, 15);
  expect(diffusionSlope(smooth, -0.4)).toBe(diffusionSlope(smooth, 0.4));
});

test('the step stands at xi L', () => {
  expect(diffusionSlope(step, 0.79)).toBe(0.19);
  expect(diffusionSlope(step, 0.81)).toBeCloseTo(0.58, 15);
});

test('without an added slope the two-halo model is the conventional one to round-off', () => {
  for (const profile of ['smooth', 'step'] as const) {
    const flat = twoHaloLaw(profile, { delta0: 0.5, Delta: 0 });
    for (const z of [0, 0.5, 2])
      expect(diffusionCoefficient(flat, z, 77, 0.9)).toBe(diffusionCoefficient(conventionalLaw, z, 77, 0.9));
  }
});

test('a step at the edge of the halo leaves the inner slope everywhere', () => {
  expect(diffusionSlope(twoHaloLaw('step', { xi: 1 }), 4.99)).toBe(0.19);
});

test('electrons of 1 TeV diffuse with 1.57e29 cm^2/s in the inner halo', () => {
  // Printed with three digits.
  expect(diffusionCoefficient(step, 0, 1000, 1) / kpc2PerMyrPerCm2PerS / 1e29).toBeCloseTo(1.57, 2);
});

test('the power of the speed acts on slow particles', () => {
  const ratio =
    diffusionCoefficient(twoHaloLaw('step', { eta: -0.5 }), 0, 1, 0.25) / diffusionCoefficient(step, 0, 1, 1);
  expect(ratio).toBeCloseTo(2, 12);
});
