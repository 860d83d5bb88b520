import { describe, expect, it, test } from 'vitest';
import { ionisationEnergyLossEVPerS } from '../../src/physics/ionisation';
import {
  kineticEnergyPerNucleonGeV,
  lorentzFactorFromMomentum,
  momentumFromKineticEnergy,
  rigidityFromMomentum,
} from '../../src/physics/kinematics';
import { decayRatePerMyr, type NuclideId, nuclideIds, nuclideTable } from '../../src/physics/nuclides';
import { speciesTable } from '../../src/physics/species';
import { coulombEnergyLossEVPerS } from './coulombLoss';
import { difference } from './laws';

const momentumAt = (energy: number) =>
  momentumFromKineticEnergy(speciesTable.p, kineticEnergyPerNucleonGeV(energy));

test('what a nuclide is called says what it is', () => {
  for (const id of nuclideIds) {
    const { element, massNumber, chargeNumber } = nuclideTable[id];
    expect(id).toBe(`${element}${massNumber}`);
    expect(chargeNumber).toBeLessThan(massNumber);
  }
});

test('backwards, each nuclide comes before all that it becomes', () => {
  for (const [place, id] of nuclideIds.entries()) {
    const { massNumber, decay } = nuclideTable[id];
    for (const lighter of nuclideIds.slice(0, place)) {
      expect(nuclideTable[lighter].massNumber).toBeLessThanOrEqual(massNumber);
    }
    if (decay) expect(nuclideIds.indexOf(decay.daughter)).toBeLessThan(place);
  }
});

test.each<[NuclideId, number]>([
  ['B11', 2.2],
  ['B10', 2],
  ['Be7', 1.75],
  ['Be9', 2.25],
  ['Be10', 2.5],
])('at one momentum per nucleon, the rigidity of %s is %s times that of a proton', (id, ratio) => {
  const momentum = momentumAt(1);
  expect(
    rigidityFromMomentum(nuclideTable[id], momentum) / rigidityFromMomentum(speciesTable.p, momentum),
  ).toBeCloseTo(ratio, 12);
});

describe('losses per nucleon', () => {
  // At 0.01, 0.1, 1, 10 GeV per nucleon, eV/s: one neutral atom per cm^3 with its helium; one electron per cm^3 at 1e4 K.
  // Computed by an independent program from the formulas of Mannheim & Schlickeiser 1994.
  const energies = [0.01, 0.1, 1, 10];
  const ionisation: Partial<Record<NuclideId, readonly number[]>> = {
    B11: [1.8492e-6, 8.2248e-7, 4.9484e-7, 5.698e-7],
    C12: [2.441e-6, 1.0857e-6, 6.5318e-7, 7.5214e-7],
  };
  const coulomb: Partial<Record<NuclideId, readonly number[]>> = {
    B11: [8.1553e-6, 2.9419e-6, 1.5212e-6, 1.4054e-6],
    C12: [1.0765e-5, 3.8833e-6, 2.0079e-6, 1.8551e-6],
  };

  it.each(['B11', 'C12'] as const)('of %s are those of the table', (id) => {
    const nuclide = nuclideTable[id];
    energies.forEach((energy, i) => {
      const momentum = momentumAt(energy);
      const ionised = ionisationEnergyLossEVPerS(nuclide, momentum) / nuclide.massNumber;
      const scattered = coulombEnergyLossEVPerS(nuclide, momentum, 1) / nuclide.massNumber;
      // 1e-4: the constants of that program differ in the fifth digit (6e-5).
      expect(difference(ionised, ionisation[id]![i]!)).toBeLessThan(1e-4);
      expect(difference(scattered, coulomb[id]![i]!)).toBeLessThan(1e-4);
    });
  });

  it.each(nuclideIds)('of %s are Z^2/A times those of a proton', (id) => {
    const nuclide = nuclideTable[id];
    const momentum = momentumAt(0.3);
    const ratio =
      ionisationEnergyLossEVPerS(nuclide, momentum) /
      ionisationEnergyLossEVPerS(speciesTable.p, momentum) /
      nuclide.massNumber;
    // 1e-3: a heavier nucleus can give an electron slightly more.
    expect(difference(ratio, nuclide.chargeNumber ** 2 / nuclide.massNumber)).toBeLessThan(1e-3);
  });
});

describe('beryllium-10', () => {
  it('decays to boron-10 with 1.387 Myr at rest, and lives longer by its Lorentz factor', () => {
    const { Be10 } = nuclideTable;
    expect(Be10.decay?.daughter).toBe('B10');
    expect(Math.LN2 / decayRatePerMyr(Be10, momentumAt(1e-9))).toBeCloseTo(1.387, 6);
    const momentum = momentumAt(10);
    expect(Math.LN2 / decayRatePerMyr(Be10, momentum)).toBeCloseTo(
      1.387 * lorentzFactorFromMomentum(Be10, momentum),
      10,
    );
  });

  it('is the only one that decays', () => {
    const decaying = nuclideIds.filter((id) => decayRatePerMyr(nuclideTable[id], momentumAt(1)) > 0);
    expect(decaying).toEqual(['Be10']);
  });
});
