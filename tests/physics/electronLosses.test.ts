import { expect, test } from 'vitest';
import { neutralBremsstrahlungEVPerS, plasmaBremsstrahlungEVPerS } from '../../src/physics/bremsstrahlung';
import { inverseComptonMomentumLoss } from '../../src/physics/inverseCompton';
import { ionisationEnergyLossEVPerS } from '../../src/physics/ionisation';
import { momentumGeV } from '../../src/physics/kinematics';
import { radiationFields } from '../../src/physics/radiationField';
import { speciesTable } from '../../src/physics/species';
import {
  magneticEnergyEVPerCm3,
  synchrotronMomentumLoss,
  thomsonEnergyLossEVPerS,
} from '../../src/physics/synchrotron';
import { electronMassGeV, secondsPerMyr } from '../../src/physics/units';
import { coulombEnergyLossEVPerS } from './coulombLoss';
import { difference } from './laws';

const electron = speciesTable['e-'];
const momentumOfTotalEnergy = (energyGeV: number) =>
  momentumGeV(Math.sqrt(energyGeV ** 2 - electronMassGeV ** 2));

test.each([
  [0.01, 2.7147e-7, 5.8583e-7, 6.1621e-9, 4.6332e-9],
  [0.1, 3.3666e-7, 6.0267e-7, 9.8182e-8, 7.8332e-8],
  [1, 4.0118e-7, 6.2026e-7, 1.0324e-6, 1.1033e-6],
  [10, 4.6561e-7, 6.3786e-7, 1.0324e-5, 1.4233e-5],
])(
  'an electron of %s GeV loses its four collisional shares in gas of one atom per cm^3',
  (energy, ...expected) => {
    const momentum = momentumOfTotalEnergy(energy);
    const losses = [
      ionisationEnergyLossEVPerS(electron, momentum),
      coulombEnergyLossEVPerS(electron, momentum, 1),
      neutralBremsstrahlungEVPerS(electron, momentum),
      plasmaBremsstrahlungEVPerS(electron, momentum),
    ];
    // 1e-3: PHYSICS section 10.14.
    losses.forEach((loss, index) => {
      expect(difference(loss, expected[index]!)).toBeLessThan(1e-3);
    });
  },
);

test('synchrotron loss is 2.529e-18 B^2 E^2 GeV/s', () => {
  const field = 3;
  const loss =
    (synchrotronMomentumLoss(electron, momentumGeV(10)) * magneticEnergyEVPerCm3(field)) / secondsPerMyr;
  // Printed with four digits.
  expect(difference(loss, 2.529e-18 * field ** 2 * 100)).toBeLessThan(2e-4);
});

test('the Thomson loss is 1.01836e-16 u E^2 GeV/s', () => {
  expect(difference(thomsonEnergyLossEVPerS(electron, momentumGeV(1)) * 1e-9, 1.01836e-16)).toBeLessThan(
    1e-5,
  );
});

test.each([
  [3, [21.1, 24.2, 33.5, 43.7]],
  [5, [16.6, 18.5, 23.4, 28]],
  [6, [14.5, 15.9, 19.4, 22.5]],
])(
  'in %s microgauss and the light of Delahaye et al. electrons cool in the published times',
  (field, expected) => {
    [1, 10, 100, 1000].forEach((energy, index) => {
      const momentum = momentumGeV(energy);
      let loss = synchrotronMomentumLoss(electron, momentum) * magneticEnergyEVPerCm3(field);
      for (const { bodies, energyDensityEVPerCm3 } of radiationFields.delahaye10.components) {
        loss += inverseComptonMomentumLoss(electron, bodies, momentum) * energyDensityEVPerCm3(0)(8.5);
      }
      const scaledTime = ((energy / loss) * energy) / 10;
      // 4e-3: the times are printed with three digits.
      expect(difference(scaledTime, expected[index]!)).toBeLessThan(0.004);
    });
  },
);

test('protons lose nothing to light, fields and braking radiation', () => {
  const momentum = momentumGeV(100);
  expect(synchrotronMomentumLoss(speciesTable.p, momentum)).toBe(0);
  expect(neutralBremsstrahlungEVPerS(speciesTable.p, momentum)).toBe(0);
  expect(plasmaBremsstrahlungEVPerS(speciesTable.p, momentum)).toBe(0);
  expect(inverseComptonMomentumLoss(speciesTable.p, [], momentum)).toBe(0);
});
