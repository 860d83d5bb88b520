import { describe, expect, it, test } from 'vitest';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
} from '../../src/physics/kinematics';
import { type NuclideId, nuclideIds, nuclideTable } from '../../src/physics/nuclides';
import {
  heliumTargetRatio,
  spallationCrossSectionMb,
  spallationIds,
  spallationParents,
  spallationRatePerMyrPerAtom,
} from '../../src/physics/spallation';
import { collisionRatePerMyrPerMb } from '../../src/physics/units';
import { difference } from './laws';

describe('on hydrogen, at 0.3, 1 and 10 GeV per nucleon', () => {
  it.each<[NuclideId, NuclideId, number, number, number]>([
    ['Si28', 'Li6', 2.17, 8.93, 14.5],
    ['Si28', 'Li7', 1.56, 7.08, 11.4],
    ['Si28', 'Be7', 2.99, 4.51, 5.79],
    ['Si28', 'Be9', 1.82, 2.83, 3.69],
    ['Si28', 'Be10', 0.751, 1.13, 1.46],
    ['Si28', 'B10', 1.84, 2.72, 2.84],
    ['Si28', 'B11', 5.51, 8.19, 8.38],
    ['Si28', 'C12', 14.6, 21.8, 21.9],
    ['Si28', 'C13', 7.08, 10.6, 10.6],
    ['Si28', 'N14', 6.58, 9.73, 9.66],
    ['Si28', 'N15', 11.3, 16.7, 16.4],
    ['Si28', 'O16', 15.3, 22.3, 21.7],
    ['Mg24', 'Li6', 3.5, 9.92, 14.2],
    ['Mg24', 'Li7', 2.54, 8.02, 11.4],
    ['Mg24', 'Be7', 3.78, 5.29, 6.57],
    ['Mg24', 'Be9', 2.3, 3.31, 4.16],
    ['Mg24', 'Be10', 0.95, 1.33, 1.65],
    ['Mg24', 'B10', 4.59, 6.24, 6.26],
    ['Mg24', 'B11', 10.5, 14.2, 14.1],
    ['Mg24', 'C12', 20, 26.8, 26.2],
    ['Mg24', 'C13', 13.7, 17.7, 17.1],
    ['Mg24', 'N14', 12.2, 14.6, 13.9],
    ['Mg24', 'N15', 20.9, 23.7, 22.4],
    ['Mg24', 'O16', 33.5, 34.5, 32.1],
    ['Ne20', 'Li6', 5.64, 11, 13.8],
    ['Ne20', 'Li7', 4.12, 9.09, 11.4],
    ['Ne20', 'Be7', 4.78, 6.2, 7.41],
    ['Ne20', 'Be9', 2.91, 3.88, 4.67],
    ['Ne20', 'Be10', 1.2, 1.56, 1.86],
    ['Ne20', 'B10', 5.49, 6.78, 6.65],
    ['Ne20', 'B11', 13.8, 16.1, 15.6],
    ['Ne20', 'C12', 32, 34.3, 32.7],
    ['Ne20', 'C13', 19.1, 20, 19],
    ['Ne20', 'N14', 27.9, 27.1, 25.4],
    ['Ne20', 'N15', 41.2, 40, 37.4],
    ['Ne20', 'O16', 44.7, 43.3, 40.5],
    ['O16', 'Li6', 11.1, 12.5, 16.7],
    ['O16', 'Li7', 11.4, 11.6, 10.8],
    ['O16', 'Be7', 7.05, 9.23, 8.69],
    ['O16', 'Be9', 3.28, 4.38, 3.39],
    ['O16', 'Be10', 1.07, 1.76, 3.94],
    ['O16', 'B10', 10.8, 12.4, 10.5],
    ['O16', 'B11', 25.9, 26.4, 26.8],
    ['O16', 'C12', 35.6, 34.9, 33.2],
    ['O16', 'C13', 22.9, 22.4, 21.3],
    ['O16', 'N14', 32.3, 31.3, 30.1],
    ['O16', 'N15', 65, 62.9, 60.4],
    ['N15', 'Li6', 10.8, 13.3, 14.2],
    ['N15', 'Li7', 17.6, 22.2, 23.4],
    ['N15', 'Be7', 4.08, 4.76, 5.34],
    ['N15', 'Be9', 7.52, 9.06, 10.2],
    ['N15', 'Be10', 2.59, 3.03, 3.4],
    ['N15', 'B10', 9.42, 9.27, 8.87],
    ['N15', 'B11', 33.4, 32.8, 31.5],
    ['N15', 'C12', 38.3, 37.5, 36.1],
    ['N15', 'C13', 41, 40.1, 38.7],
    ['N15', 'N14', 27.7, 26.9, 26],
    ['N14', 'Li6', 11.5, 12.9, 13.4],
    ['N14', 'Li7', 8.55, 11, 11.4],
    ['N14', 'Be7', 9.25, 10.7, 12.1],
    ['N14', 'Be9', 1.97, 2.4, 2.71],
    ['N14', 'Be10', 0.988, 1.45, 2.63],
    ['N14', 'B10', 11.2, 11, 10.5],
    ['N14', 'B11', 29.1, 28.9, 29],
    ['N14', 'C12', 57.2, 56, 54.1],
    ['N14', 'C13', 15.9, 15.5, 15],
    ['C13', 'Li6', 15.4, 11.8, 19.6],
    ['C13', 'Li7', 18, 14, 22.8],
    ['C13', 'Be7', 3.77, 4.27, 4.7],
    ['C13', 'Be9', 5.58, 6.53, 7.52],
    ['C13', 'Be10', 5.26, 5.96, 6.55],
    ['C13', 'B10', 4.97, 4.87, 4.7],
    ['C13', 'B11', 43.6, 43, 41.7],
    ['C13', 'C12', 60.2, 59, 57],
    ['C12', 'Li6', 12.4, 13.5, 16.1],
    ['C12', 'Li7', 8.33, 9.35, 13.7],
    ['C12', 'Be7', 9.31, 9.43, 9.46],
    ['C12', 'Be9', 4.12, 4.84, 7.22],
    ['C12', 'Be10', 2.14, 3.22, 3.99],
    ['C12', 'B10', 19.6, 19.2, 17.9],
    ['C12', 'B11', 64.6, 59.2, 52.8],
    ['B11', 'Li6', 7.58, 6.95, 6.63],
    ['B11', 'Li7', 28.2, 23.5, 21.6],
    ['B11', 'Be7', 3.94, 4.22, 4.47],
    ['B11', 'Be9', 13.8, 15.1, 15.9],
    ['B11', 'Be10', 5.18, 5.56, 5.88],
    ['B11', 'B10', 44.2, 43.6, 42.5],
    ['B10', 'Li6', 18.7, 14.7, 13.4],
    ['B10', 'Li7', 13.9, 12.5, 11.4],
    ['B10', 'Be7', 6.07, 6.51, 6.88],
    ['B10', 'Be9', 12.3, 13.2, 13.9],
  ])('%s makes %s with %s, %s, %s mb (Evoli et al.)', (parent, child, ...expected) => {
    [0.3, 1, 10].forEach((energy, i) => {
      // 5e-3: the values are printed with three digits.
      expect(
        difference(spallationCrossSectionMb('evoli2020', parent, child, energy), expected[i]!),
      ).toBeLessThan(5e-3);
    });
  });
});

test('GALPROP makes 56.88 mb of boron-11 from carbon at 10 GeV per nucleon and above, 49.78 mb of carbon-13 from oxygen', () => {
  // 5.1e-4: half a thousandth of the logarithm, to which tables are kept.
  expect(difference(spallationCrossSectionMb('galprop12', 'C12', 'B11', 10), 56.88)).toBeLessThan(5.1e-4);
  expect(difference(spallationCrossSectionMb('galprop12', 'C12', 'B11', 1e4), 56.88)).toBeLessThan(5.1e-4);
  expect(difference(spallationCrossSectionMb('galprop12', 'O16', 'C13', 100), 49.78)).toBeLessThan(5.1e-4);
});

describe.each(spallationIds)('the table %s', (id) => {
  it('is linear in ln E between nodes and constant beyond them', () => {
    const at = (energy: number) => spallationCrossSectionMb(id, 'O16', 'B11', energy);
    // Nodes of the two tables around 1 GeV per nucleon.
    const [low, high] = id === 'evoli2020' ? [0.8906, 1.029] : [0.8913, 1.059];
    expect(difference(at(Math.sqrt(low * high)), (at(low) + at(high)) / 2)).toBeLessThan(1e-12);
    expect(at(1e-4)).toBe(at(0.01));
    expect(at(1e6)).toBe(at(200));
  });

  it('makes what is lighter only, and boron of all that is heavier', () => {
    for (const child of nuclideIds) {
      for (const parent of spallationParents(id, child)) {
        expect(nuclideTable[parent].massNumber).toBeGreaterThan(nuclideTable[child].massNumber);
      }
    }
    expect(spallationParents(id, 'B11')).toEqual(nuclideIds.slice(nuclideIds.indexOf('C12')));
    expect(spallationParents(id, 'Si28')).toEqual([]);
    expect(spallationCrossSectionMb(id, 'C12', 'O16', 1)).toBe(0);
  });

  it('has no negative cross section, and none without a number', () => {
    for (const child of nuclideIds) {
      for (const parent of spallationParents(id, child)) {
        for (const energy of [0.005, 0.05, 0.5, 5, 50, 500]) {
          expect(spallationCrossSectionMb(id, parent, child, energy)).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });

  it('makes helium-3 of helium-4 only, with tritium', () => {
    expect(spallationParents(id, 'He3')).toEqual(['He4']);
    expect(spallationCrossSectionMb(id, 'He4', 'He3', 2)).toBe(50);
    expect(spallationParents(id, 'He4')).toEqual([]);
  });
});

describe('helium against hydrogen, at 0.3, 1 and 10 GeV per nucleon (Ferrando et al.)', () => {
  it.each<[NuclideId, NuclideId, number, number, number]>([
    ['C12', 'B11', 1.4461, 1.3418, 1.2882],
    ['C12', 'B10', 1.4461, 1.3418, 1.2882],
    ['C12', 'Be7', 1.7615, 1.5015, 1.4058],
    ['C12', 'Li6', 2.1967, 1.6975, 1.5454],
    ['N14', 'B11', 1.6038, 1.3825, 1.3073],
    ['O16', 'N15', 1.2481, 1.1748, 1.145],
    ['O16', 'C12', 1.485, 1.2933, 1.233],
    ['O16', 'B11', 1.8154, 1.4415, 1.3397],
    ['O16', 'Be10', 2.2709, 1.6241, 1.4671],
    ['Mg24', 'B11', 3.3685, 1.8327, 1.5685],
    ['Si28', 'B11', 4.6966, 2.0989, 1.719],
  ])('%s makes %s %s, %s, %s times as often', (parent, child, ...expected) => {
    [0.3, 1, 10].forEach((energy, i) => {
      // 1e-4: printed with five digits.
      expect(difference(heliumTargetRatio('ferrando', parent, child, energy), expected[i]!)).toBeLessThan(
        1e-4,
      );
    });
  });

  it('goes on as a power where more than half the charge is lost', () => {
    // Silicon: half is seven charges, nitrogen; the power has the value of the formula there.
    const nitrogen = heliumTargetRatio('ferrando', 'Si28', 'N14', 10);
    const carbon = heliumTargetRatio('ferrando', 'Si28', 'C12', 10);
    const boron = heliumTargetRatio('ferrando', 'Si28', 'B11', 10);
    const power = Math.log(carbon / nitrogen) / Math.log(8 / 7);
    expect(difference(boron, nitrogen * (9 / 7) ** power)).toBeLessThan(1e-12);
  });

  it('or as the area of the nucleus', () => {
    expect(heliumTargetRatio('area', 'C12', 'B11', 1)).toBeCloseTo(2.5198, 4);
  });
});

test('the rate is beta c sigma of one hydrogen atom with 0.11 helium atoms', () => {
  const momentum = momentumFromKineticEnergy(nuclideTable.C12, kineticEnergyPerNucleonGeV(1));
  const expected =
    59.2 * (1 + 0.11 * 1.3418) * betaFromMomentum(nuclideTable.C12, momentum) * collisionRatePerMyrPerMb;
  // 1e-3: 59.2 is printed with three digits.
  expect(
    difference(spallationRatePerMyrPerAtom('evoli2020', 'ferrando', 'C12', 'B11', momentum), expected),
  ).toBeLessThan(1e-3);
});
