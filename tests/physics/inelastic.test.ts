import { expect, test } from 'vitest';
import {
  inelasticCrossSectionPerAtomMb,
  inelasticRatePerMyrPerAtom,
  ppInelasticCrossSectionMb,
} from '../../src/physics/inelastic';
import { momentumGeV } from '../../src/physics/kinematics';
import { speciesTable } from '../../src/physics/species';
import { collisionRatePerMyrPerMb } from '../../src/physics/units';

test.each([
  [0.5, 9.0172],
  [1, 22.5174],
  [3, 28.4731],
  [10, 29.4699],
  [100, 31.2764],
  [1e3, 34.895],
  [1e4, 40.421],
  [1e5, 47.856],
])('protons of %s GeV collide inelastically with %s mb', (energy, expected) => {
  // 1e-4: the printed digits (five).
  expect(Math.abs(ppInelasticCrossSectionMb(energy) / expected - 1)).toBeLessThan(1e-4);
});

test('there are no inelastic proton-proton collisions below the pion threshold', () => {
  expect(ppInelasticCrossSectionMb(0.27)).toBe(0);
});

test('hydrogen with its helium stops protons of 24 GeV with 42.0 mb', () => {
  expect(inelasticCrossSectionPerAtomMb(24)).toBeCloseTo(42, 1);
});

test('a proton lives 34 Myr in one atom per cm^3 of 31 mb', () => {
  expect(1 / (31 * collisionRatePerMyrPerMb)).toBeCloseTo(34.1, 1);
});

test('electrons do not collide', () => {
  expect(inelasticRatePerMyrPerAtom(speciesTable['e-'], momentumGeV(10))).toBe(0);
});
