import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  betaFromMomentum,
  kineticEnergyFromMomentum,
  kineticEnergyFromRigidity,
  kineticEnergyFromTotalEnergy,
  kineticEnergyPerNucleonGeV,
  lorentzFactorFromMomentum,
  momentumFromKineticEnergy,
  momentumFromRigidity,
  momentumGeV,
  rigidityFromKineticEnergy,
  rigidityFromMomentum,
  rigidityGV,
  totalEnergyFromKineticEnergy,
} from '../../src/physics/kinematics';
import { type Species, speciesTable } from '../../src/physics/species';
import { electronMassGeV, protonMassGeV } from '../../src/physics/units';

const helium: Species = { ...speciesTable.p, massNumber: 4, chargeNumber: 2 };

test('kinetic energy and rigidity invert each other from a keV to an EeV', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -6, max: 9, noNaN: true }),
      fc.constantFrom(speciesTable.p, speciesTable['e-'], speciesTable.pbar, helium),
      (decade, species) => {
        const energy = kineticEnergyPerNucleonGeV(10 ** decade);
        const back = kineticEnergyFromRigidity(species, rigidityFromKineticEnergy(species, energy));
        // 1e-14: a few roundings.
        expect(Math.abs(back / energy - 1)).toBeLessThan(1e-14);
      },
    ),
  );
});

test('a slow particle has E = p^2/2m without cancellation', () => {
  const energy = kineticEnergyFromMomentum(speciesTable.p, momentumGeV(1e-9));
  expect(energy / (1e-18 / (2 * protonMassGeV))).toBeCloseTo(1, 12);
});

test('a helium nucleus has half the rigidity per momentum per nucleon of two protons', () => {
  expect(rigidityFromMomentum(helium, momentumGeV(10))).toBe(20);
  expect(momentumFromRigidity(helium, rigidityGV(20))).toBe(10);
});

test('total energy is that of the whole nucleus', () => {
  const total = totalEnergyFromKineticEnergy(helium, kineticEnergyPerNucleonGeV(10));
  expect(total).toBeCloseTo(4 * (10 + protonMassGeV), 12);
  expect(kineticEnergyFromTotalEnergy(helium, total)).toBeCloseTo(10, 12);
});

test('beta and the Lorentz factor of an electron agree with its momentum', () => {
  const momentum = momentumFromKineticEnergy(speciesTable['e-'], kineticEnergyPerNucleonGeV(0.01));
  const beta = betaFromMomentum(speciesTable['e-'], momentum);
  const gamma = lorentzFactorFromMomentum(speciesTable['e-'], momentum);
  expect((beta * gamma * electronMassGeV) / momentum).toBeCloseTo(1, 14);
  expect(gamma).toBeCloseTo(1 + 0.01 / electronMassGeV, 10);
});
