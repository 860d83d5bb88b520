import { describe, expect, it, test } from 'vitest';
import { inelasticRatePerMyrPerAtom } from '../../src/physics/inelastic';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
} from '../../src/physics/kinematics';
import * as nucleusInelastic from '../../src/physics/nucleusInelastic';
import { type NuclideId, nuclideIds, nuclideTable } from '../../src/physics/nuclides';
import { collisionRatePerMyrPerMb } from '../../src/physics/units';
import { difference } from './laws';

const nucleusCrossSectionMb = (id: NuclideId, energy: number) =>
  nucleusInelastic.nucleusCrossSectionMb(nuclideTable[id], energy);
const nucleusCrossSectionPerAtomMb = (id: NuclideId, energy: number) =>
  nucleusInelastic.nucleusCrossSectionPerAtomMb(nuclideTable[id], energy);

describe('on hydrogen', () => {
  const energies = [0.1, 0.3, 1, 3, 10, 100, 1000];

  it.each<[NuclideId, ...number[]]>([
    ['He4', 82.0, 80.3, 108.1, 113.9, 109.0, 101.3, 106.9],
    ['Be9', 178.9, 170.1, 213.8, 212.9, 209.8, 208.8, 220.5],
    ['B10', 189.2, 182.7, 229.3, 224.8, 221.5, 221.6, 231.8],
    ['B11', 203.2, 196.1, 244.5, 238.9, 234.9, 235.3, 244.9],
    ['C12', 221.0, 210.3, 259.6, 255.4, 250.1, 249.9, 259.7],
    ['C13', 247.5, 225.6, 274.8, 276.2, 268.8, 265.9, 277.4],
    ['N14', 268.0, 240.8, 289.5, 295.3, 286.1, 282.1, 294.7],
    ['N15', 279.6, 256.7, 303.8, 312.1, 301.3, 299.0, 312.2],
    ['O16', 291.0, 271.7, 318.0, 328.2, 316.1, 315.0, 328.6],
    ['Ne20', 333.3, 314.7, 379.4, 383.6, 369.2, 365.9, 382.5],
    ['Mg24', 381.1, 362.4, 426.6, 432.7, 416.2, 410.0, 427.2],
    ['Si28', 428.4, 407.7, 466.3, 478.1, 458.8, 450.5, 467.0],
  ])('%s is stopped as CROSEC has it', (id, ...expected) => {
    energies.forEach((energy, i) => {
      // 1e-3: the values are printed with four digits; 4e-3 for helium, read from the finer table.
      const tolerance = id === 'He4' ? 4e-3 : 1e-3;
      expect(difference(nucleusCrossSectionMb(id, energy), expected[i]!)).toBeLessThan(tolerance);
    });
  });

  it('what CROSEC does not tell apart has the cross section of the next charge', () => {
    for (const energy of [0.2, 2, 20]) {
      expect(nucleusCrossSectionMb('Be7', energy)).toBe(nucleusCrossSectionMb('Li7', energy));
      expect(nucleusCrossSectionMb('Be10', energy)).toBe(nucleusCrossSectionMb('B10', energy));
    }
  });

  it('below 0.1 GeV per nucleon the shape is that of Letaw et al.', () => {
    // 331.77 and 239.17 mb are their carbon-12 at 0.01 and 0.1 GeV per nucleon.
    const ratio = nucleusCrossSectionMb('C12', 0.01) / nucleusCrossSectionMb('C12', 0.1);
    expect(difference(ratio, 331.77 / 239.17)).toBeLessThan(1e-4);
    // 452.84 and 236.05 their beryllium-9, with the factor of beryllium.
    const beryllium = nucleusCrossSectionMb('Be9', 0.01) / nucleusCrossSectionMb('Be9', 0.1);
    expect(difference(beryllium, 452.84 / 236.05)).toBeLessThan(1e-4);
  });

  it('helium-3 is to helium-4 as Letaw et al. have it', () => {
    // 78.18 and 96.12 mb at 1 GeV per nucleon.
    const ratio = nucleusCrossSectionMb('He3', 1) / nucleusCrossSectionMb('He4', 1);
    expect(difference(ratio, 78.18 / 96.12)).toBeLessThan(1e-3);
  });

  it.each(nuclideIds)('%s is stopped at all energies, and as much beyond the table as at its end', (id) => {
    for (let energy = 0.015; energy < 1e6; energy *= 1.5) {
      expect(nucleusCrossSectionMb(id, energy)).toBeGreaterThan(0);
    }
    expect(nucleusCrossSectionMb(id, 1e5)).toBe(nucleusCrossSectionMb(id, 2e3));
  });

  it.each(nuclideIds)('%s has no step where table and shape meet', (id) => {
    const [below, above] = [nucleusCrossSectionMb(id, 0.1 * (1 - 1e-9)), nucleusCrossSectionMb(id, 0.1)];
    expect(difference(below, above)).toBeLessThan(1e-6);
  });
});

test.each<[NuclideId, number]>([
  ['C12', 1.8317],
  ['O16', 1.803],
  ['N14', 1.8163],
  ['Mg24', 1.7632],
  ['Si28', 1.7483],
])('helium stops %s %s times as well as hydrogen', (id, ratio) => {
  const onHelium = nucleusCrossSectionPerAtomMb(id, 1) / nucleusCrossSectionMb(id, 1) - 1;
  // 0.11 helium atoms; 1e-4: five printed digits.
  expect(difference(onHelium / 0.11, ratio)).toBeLessThan(1e-4);
});

test('the rate is beta c sigma', () => {
  const momentum = momentumFromKineticEnergy(nuclideTable.C12, kineticEnergyPerNucleonGeV(1));
  const expected =
    nucleusCrossSectionPerAtomMb('C12', 1) *
    betaFromMomentum(nuclideTable.C12, momentum) *
    collisionRatePerMyrPerMb;
  expect(difference(inelasticRatePerMyrPerAtom(nuclideTable.C12, momentum), expected)).toBeLessThan(1e-12);
});
