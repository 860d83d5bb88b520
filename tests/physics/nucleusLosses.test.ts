import { expect, test } from 'vitest';
import { ionisationEnergyLossEVPerS, ionisationMomentumLoss } from '../../src/physics/ionisation';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  momentumGeV,
} from '../../src/physics/kinematics';
import { type Species, speciesTable } from '../../src/physics/species';
import { gevPerMyrPerEVPerS } from '../../src/physics/units';
import { coulombEnergyLossEVPerS } from './coulombLoss';
import { difference } from './laws';

const proton = speciesTable.p;

test.each([
  [0.01, 8.136e-7, 3.588e-6],
  [0.1, 3.619e-7, 1.294e-6],
  [1, 2.177e-7, 6.693e-7],
  [10, 2.506e-7, 6.183e-7],
])(
  'a proton of %s GeV loses %s eV/s to ionising and %s eV/s in a plasma of one atom per cm^3',
  (energy, ionisation, coulomb) => {
    const momentum = momentumFromKineticEnergy(proton, kineticEnergyPerNucleonGeV(energy));
    // 1e-3: PHYSICS section 10.14; the values are printed with four digits.
    expect(difference(ionisationEnergyLossEVPerS(proton, momentum), ionisation)).toBeLessThan(1e-3);
    expect(difference(coulombEnergyLossEVPerS(proton, momentum, 1), coulomb)).toBeLessThan(1e-3);
  },
);

test('momentum is lost 1/beta times faster than energy', () => {
  const momentum = momentumGeV(0.3);
  const energyLoss = ionisationEnergyLossEVPerS(proton, momentum) * gevPerMyrPerEVPerS;
  expect(ionisationMomentumLoss(proton, momentum)).toBeCloseTo(
    energyLoss / betaFromMomentum(proton, momentum),
    15,
  );
});

test('helium loses as much per nucleon as protons of the same speed, nearly', () => {
  const helium: Species = { ...proton, massNumber: 4, chargeNumber: 2 };
  const momentum = momentumGeV(0.5);
  // 1e-3: the heavier nucleus can give an electron slightly more.
  expect(
    difference(ionisationMomentumLoss(helium, momentum), ionisationMomentumLoss(proton, momentum)),
  ).toBeLessThan(1e-3);
});

test('where the ionisation formula has ended, losses go on', () => {
  const at = (energy: number) => {
    const momentum = momentumFromKineticEnergy(proton, kineticEnergyPerNucleonGeV(energy));
    return ionisationEnergyLossEVPerS(proton, momentum) * betaFromMomentum(proton, momentum);
  };
  // Both logarithms are held at one below 14 keV; at 0.1 MeV they are 4.9 (hydrogen) and 3.2 (helium).
  expect(at(1e-6)).toBeCloseTo(at(5e-6), 12);
  expect(at(1e-4) / at(1e-6)).toBeGreaterThan(4);
});

test('losses stay finite and non-negative down to 10 keV', () => {
  for (let decade = -5; decade < 6; decade += 0.25) {
    const momentum = momentumFromKineticEnergy(proton, kineticEnergyPerNucleonGeV(10 ** decade));
    expect(ionisationMomentumLoss(proton, momentum)).toBeGreaterThanOrEqual(0);
    expect(coulombEnergyLossEVPerS(proton, momentum, 0.02)).toBeGreaterThanOrEqual(0);
  }
});
