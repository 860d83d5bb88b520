import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { kamaeSpectrum, type SecondaryLepton } from '../../src/physics/kamae';
import { secondaryLeptonYield } from '../../src/physics/secondaryLeptons';
import { protonMassGeV } from '../../src/physics/units';
import { difference } from './laws';

const { mbPerGeV } = secondaryLeptonYield();
const leptons: readonly SecondaryLepton[] = ['e+', 'e-'];
/** Of two protons: what one hydrogen atom yields, without the 0.11 helium atoms and their factor. */
const onHydrogen = (lepton: SecondaryLepton, protonGeV: number, leptonGeV: number) =>
  mbPerGeV(lepton, 'p', protonGeV, leptonGeV) / (1 + 0.11 * (lepton === 'e+' ? 3.3 : 3.5));

/** Source in 1e-30 / (GeV cm^3 s) of protons of 1.2e4 (T + m)^-2.7 per m^2 s sr GeV and one hydrogen atom per cm^3. */
function source(ofProton: (protonGeV: number) => number): number {
  const points = 3000;
  const [first, last] = [Math.log(0.489), Math.log(1e6)];
  const step = (last - first) / (points - 1);
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const protonGeV = Math.exp(first + i * step);
    const weight = i === 0 || i === points - 1 ? step / 2 : step;
    sum += weight * protonGeV * 1.2e4 * (protonGeV + protonMassGeV) ** -2.7 * ofProton(protonGeV);
  }
  // mb to cm^2, per m^2 to per cm^2.
  return (4 * Math.PI * sum * 1e-27 * 1e-4) / 1e-30;
}
const energies = [-1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5].map((lg) => 10 ** lg);

describe('the fit of Kamae et al.', () => {
  it.each([
    [0.7, 0.05, 3.5401, 0.24707],
    [1, 0.1, 4.7522, 0.78996],
    [1.5, 0.3, 1.578, 0.39423],
    [3, 0.3, 4.6969, 1.3983],
    [10, 0.3, 12.399, 6.3061],
    [10, 1, 5.2025, 2.0951],
    [30, 1, 13.639, 8.0144],
    [100, 1, 20.846, 15.579],
    [100, 10, 4.3603, 2.1923],
    [1e3, 10, 22.663, 19.958],
    [1e4, 100, 26.485, 24.336],
    [1e5, 1e3, 34.705, 31.133],
  ])('a proton of %s GeV makes leptons of %s GeV with %s mb (e+) and %s mb (e-)', (proton, lepton, ...mb) => {
    leptons.forEach((one, i) => {
      // 1e-4: five printed digits.
      expect(difference(kamaeSpectrum(one, proton)!(lepton), mb[i]!)).toBeLessThan(1e-4);
    });
  });

  it.each<[SecondaryLepton, ...number[]]>([
    ['e+', 2.627e5, 3.792e4, 2787, 127.8, 5.309, 0.2362, 0.01155, 6.048e-4],
    ['e-', 7.309e4, 1.421e4, 1151, 61.15, 2.961, 0.143, 7.231e-3, 3.752e-4],
  ])('makes the source of %s that an independent program has', (lepton, ...expected) => {
    energies.forEach((energy, i) => {
      const found = source((proton) => (kamaeSpectrum(lepton, proton)?.(energy) ?? 0) / energy);
      // 1e-3: four printed digits.
      expect(difference(found, expected[i]!)).toBeLessThan(1e-3);
    });
  });

  it('has nothing of protons that are too slow, and no negative part', () => {
    expect(kamaeSpectrum('e+', 0.48)).toBeNull();
    for (const lepton of leptons) {
      for (let proton = 0.4871; proton < 5e5; proton *= 1.13) {
        for (let energy = 1e-4; energy < 2 * proton; energy *= 1.7) {
          const value = kamaeSpectrum(lepton, proton)!(energy);
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});

describe('the yield of hydrogen', () => {
  it.each<[SecondaryLepton, ...number[]]>([
    ['e+', 2.58e5, 3.632e4, 2560, 120.8, 6.002, 0.2753, 0.0127, 5.964e-4],
    ['e-', 7.292e4, 1.381e4, 1256, 90.72, 4.778, 0.2075, 9.129e-3, 4.155e-4],
  ])('makes the source of %s of the table it was thinned from', (lepton, ...expected) => {
    energies.forEach((energy, i) => {
      const found = source((proton) => onHydrogen(lepton, proton, energy));
      // 1 %: 0.2 % for the steps of the table, the rest for the steps of both integrals and where they end.
      expect(difference(found, expected[i]!)).toBeLessThan(0.01);
    });
  });

  it('is Kamae et al. up to 5 GeV, then both', () => {
    for (const lepton of leptons) {
      const kamae = (proton: number, energy: number) => kamaeSpectrum(lepton, proton)!(energy) / energy;
      expect(difference(onHydrogen(lepton, 3, 0.3), kamae(3, 0.3))).toBeLessThan(1e-12);
      expect(difference(onHydrogen(lepton, 5 * (1 + 1e-9), 0.3), kamae(5, 0.3))).toBeLessThan(1e-6);
      expect(onHydrogen(lepton, 12, 0.3)).not.toBeCloseTo(kamae(12, 0.3), 1);
    }
  });

  // AAfrag 2.02, mb/GeV: total energy of the proton, energy of the lepton, e+, e-. Rows of its table.
  const rows = readFileSync('scripts/tables/aafrag-pp.csv', 'utf8')
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(',').map(Number) as [number, number, number, number]);

  it('is AAfrag from 30 GeV on', () => {
    let [squares, count] = [0, 0];
    for (const [total, energy, ...values] of rows) {
      for (const [i, lepton] of leptons.entries()) {
        const expected = values[i]!;
        if (total < 31 || energy * expected < 0.1) continue;
        const error = onHydrogen(lepton, total - protonMassGeV, energy) / expected - 1;
        // The steps of the table where it falls steepest.
        expect(Math.abs(error)).toBeLessThan(0.04);
        squares += error * error;
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(4000);
    expect(Math.sqrt(squares / count)).toBeLessThan(0.004);
  });

  it('ends at the energy of the proton, and is finite beyond the table', () => {
    for (const lepton of leptons) {
      for (const proton of [31, 1e3, 1e5]) expect(mbPerGeV(lepton, 'p', proton, proton)).toBe(0);
      for (const proton of [1e-3, 0.4, 1, 6, 1e6, 1e9]) {
        for (const energy of [1e-6, 1e-3, 1, 1e3, 1e5]) {
          const value = mbPerGeV(lepton, 'He4', proton, energy);
          expect(Number.isFinite(value)).toBe(true);
          expect(value).toBeGreaterThanOrEqual(0);
        }
      }
    }
  });
});

test.each<[SecondaryLepton, number]>([
  ['e+', 1.69],
  ['e-', 1.79],
])('helium in gas and cosmic rays makes the yield of %s %s times that of two protons', (lepton, factor) => {
  // Helium: 0.065 of the protons at the same energy per nucleon.
  const both = mbPerGeV(lepton, 'p', 100, 1) + 0.065 * mbPerGeV(lepton, 'He4', 100, 1);
  expect(difference(both / onHydrogen(lepton, 100, 1), factor)).toBeLessThan(3e-3);
});
