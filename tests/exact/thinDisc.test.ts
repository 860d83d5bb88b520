import { expect, test } from 'vitest';
import { diffusionCoefficient } from '../../src/physics/diffusion';
import { twoZoneIntegral } from '../../src/physics/twoZone';
import { difference, twoHaloLaw } from '../physics/laws';
import {
  escapeIntegral,
  extendedSourceDensity,
  extendedSourceDensityWithTurningWind,
  thinDiscDensity,
  thinDiscDensityWithDestruction,
  thinDiscDensityWithTurningWind,
  thinDiscDensityWithWind,
} from './thinDisc';

test('a uniform slab gives N0 = Q L / 2D and falls linearly to the edge', () => {
  expect(thinDiscDensity(3, () => 0.2, 5)).toBeCloseTo((3 * 5) / (2 * 0.2), 11);
  expect(thinDiscDensity(3, () => 0.2, 5, 2.5)).toBeCloseTo((3 * 2.5) / (2 * 0.2), 11);
});

test('the smooth two-halo integral is the escape integral of its diffusion', () => {
  const law = twoHaloLaw('smooth');
  const integral = escapeIntegral((z) => diffusionCoefficient(law, z, 1000, 1), 5);
  const expected = (5 * twoZoneIntegral(law, 1000)) / law.coefficientKpc2PerMyr;
  // 1e-5: a quadrature panel straddles the kink of Eq. 5 at xi L.
  expect(difference(integral, expected)).toBeLessThan(1e-5);
});

test('a source of scale height h is diluted by h/L', () => {
  const height = 0.2;
  const below = (z: number) => 0.5 * -Math.expm1(-z / height);
  const expected = (0.5 * (5 - height * -Math.expm1(-5 / height))) / 0.3;
  expect(extendedSourceDensity(below, () => 0.3, 5)).toBeCloseTo(expected, 11);
});

test('destruction in a thin gas disc competes with escape', () => {
  expect(thinDiscDensityWithDestruction(1, 25, 0.1, 0)).toBe(12.5);
  expect(thinDiscDensityWithDestruction(1, 25, 0.1, 0.4)).toBeCloseTo(1 / (0.08 + 0.08), 12);
});

test('a weak wind leaves the diffusive halo, a strong one Q/2u', () => {
  expect(thinDiscDensityWithWind(1, 1e-9, 0.2, 5)).toBeCloseTo(12.5, 6);
  expect(thinDiscDensityWithWind(1, 10, 0.2, 5)).toBeCloseTo(0.05, 12);
});

test('where a wind turns in the plane it is one more loss there', () => {
  // Q/2u without it; with it Q / (2u + (2u/3)(gamma - 1)) in a strong wind.
  expect(thinDiscDensityWithTurningWind(1, 10, 0.2, 5, 1)).toBeCloseTo(0.05, 12);
  expect(thinDiscDensityWithTurningWind(1, 10, 0.2, 5, 4)).toBeCloseTo(0.025, 12);
  const thin = extendedSourceDensityWithTurningWind(() => 0.5, 0.03, 0.2, 5, 2.7);
  expect(thin).toBeCloseTo(thinDiscDensityWithTurningWind(1, 0.03, 0.2, 5, 2.7), 11);
  // Sources as high as the halo, in still air: (Q/2) L / 2D.
  const still = extendedSourceDensityWithTurningWind((z) => 0.1 * z, 1e-9, 0.2, 5, 1);
  expect(still).toBeCloseTo((0.1 * 25) / (2 * 0.2), 6);
});
