import { expect, test } from 'vitest';
import { gasModels, neutralHydrogenPerCm3 } from '../../src/physics/gas';
import { integrate } from '../../src/physics/quadrature';
import { cmPerKpc } from '../../src/physics/units';
import { difference } from './laws';

const { galprop, bronfmanFerriere } = gasModels;

test('the mid-plane at the Sun has 0.5295 molecular and 0.0221 ionised atoms per cm^3 in GALPROP', () => {
  // The molecular layer is centred 4.5 pc above the plane here; at z = 0 it is 0.3 % thinner.
  expect(galprop.molecularAtomsPerCm3(8.5, 0.0045)).toBeCloseTo(0.5295, 4);
  expect(galprop.ionisedPerCm3(8.5, 0)).toBeCloseTo(0.0221, 4);
});

test('the mid-plane at the Sun has 0.5652 molecular and 0.57 atomic atoms per cm^3 in the analytic model', () => {
  expect(bronfmanFerriere.molecularAtomsPerCm3(8.5, 0)).toBeCloseTo(0.5652, 4);
  expect(bronfmanFerriere.atomicPerCm3(8.5, 0)).toBeCloseTo(0.57, 12);
  expect(bronfmanFerriere.ionisedPerCm3(8.5, 0)).toBe(0);
});

test('the columns at the Sun are 2.19e20 molecular and 4.31e20 atomic per cm^2 in the analytic model', () => {
  const column = (density: (r: number, z: number) => number) =>
    2 * cmPerKpc * integrate((z) => density(8.5, z), 0, 5, 60);
  // 0.3 %: printed with three digits.
  expect(difference(column(bronfmanFerriere.molecularAtomsPerCm3), 2.19e20)).toBeLessThan(3e-3);
  expect(difference(column(bronfmanFerriere.atomicPerCm3), 4.31e20)).toBeLessThan(3e-3);
});

test.each([1, 2.25, 8, 10, 10.25, 15.75])('GALPROP atomic gas is continuous in r at %s kpc', (r) => {
  for (const z of [0, 0.2]) {
    const [inside, outside] = [galprop.atomicPerCm3(r - 1e-9, z), galprop.atomicPerCm3(r + 1e-9, z)];
    expect(difference(outside, inside)).toBeLessThan(1e-6);
  }
});

test('there is no molecular gas beyond 10.25 kpc, and a non-negative amount everywhere else', () => {
  expect(galprop.molecularAtomsPerCm3(10.3, 0)).toBe(0);
  for (let r = 0; r < 20; r += 0.13)
    for (let z = -1; z <= 1; z += 0.1) {
      expect(neutralHydrogenPerCm3(galprop, r, z)).toBeGreaterThanOrEqual(0);
      expect(galprop.ionisedPerCm3(r, z)).toBeGreaterThanOrEqual(0);
    }
});
