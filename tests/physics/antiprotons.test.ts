import { describe, expect, it, test } from 'vitest';
import { antiprotonCrossSections, leastGammaSquared } from '../../src/physics/antiprotonFormula';
import {
  type AntiprotonProductionId,
  antiprotonProductionIds,
  antiprotonYield,
  type Projectile,
} from '../../src/physics/antiprotons';
import { protonMassGeV } from '../../src/physics/units';
import { difference } from './laws';

describe('d sigma/dT of each pair, by the formula', () => {
  it.each([
    [7, 1, 9.7956e-6, 3.6515e-5, 3.4011e-5, 1.2538e-4],
    [10, 1, 2.7999e-3, 1.1019e-2, 9.1401e-3, 3.5837e-2],
    [20, 0.3, 2.0885e-3, 8.3539e-3, 6.6827e-3, 2.6731e-2],
    [20, 2, 3.9922e-2, 0.15134, 0.13609, 0.51097],
    [50, 1, 5.3907e-2, 0.21562, 0.1725, 0.68998],
    [100, 3, 0.18587, 0.73061, 0.60762, 2.379],
    [100, 10, 9.2549e-2, 0.31878, 0.34755, 1.1846],
    [1e3, 10, 0.26218, 0.9865, 0.90115, 3.3557],
    [1e3, 100, 2.1351e-2, 7.0579e-2, 8.3146e-2, 0.27328],
    [1e5, 1e3, 8.5828e-3, 3.0647e-2, 3.1148e-2, 0.10985],
  ])('Winkler: a projectile of %s GeV makes antiprotons of %s GeV', (projectile, antiproton, ...expected) => {
    const { onHydrogen, onHelium } = antiprotonCrossSections('winkler17', projectile, antiproton);
    // 1e-3: that program leaves out transverse momenta below 5 MeV: 6e-4 next to the edge.
    [onHydrogen.p, onHelium.p, onHydrogen.He4, onHelium.He4].forEach((value, i) => {
      expect(difference(value, expected[i]!)).toBeLessThan(1e-3);
    });
  });

  it.each([
    [7, 1, 5.3188e-6, 1.9973e-5, 1.8421e-5, 6.817e-5],
    [10, 1, 1.6659e-3, 6.6505e-3, 5.3735e-3, 2.1348e-2],
    [20, 2, 3.3879e-2, 0.12965, 0.1148, 0.43389],
    [50, 1, 5.7039e-2, 0.23153, 0.17976, 0.72968],
    [100, 3, 0.19443, 0.77296, 0.62805, 2.4842],
    [100, 10, 9.6462e-2, 0.3305, 0.36458, 1.2325],
    [1e3, 10, 0.27401, 1.0311, 0.93466, 3.4738],
    [1e3, 100, 2.2206e-2, 7.2534e-2, 8.6776e-2, 0.28151],
    [1e5, 1e3, 8.9111e-3, 3.1203e-2, 3.1694e-2, 0.10972],
  ])(
    'Korsmeier et al.: a projectile of %s GeV makes antiprotons of %s GeV',
    (projectile, antiproton, ...expected) => {
      const { onHydrogen, onHelium } = antiprotonCrossSections('korsmeier18', projectile, antiproton);
      [onHydrogen.p, onHelium.p, onHydrogen.He4, onHelium.He4].forEach((value, i) => {
        expect(difference(value, expected[i]!)).toBeLessThan(1e-3);
      });
    },
  );
});

/** Test spectra per m^2 s sr GeV and nucleon, by kinetic energy per nucleon. */
const flux: Record<Projectile, (energy: number) => number> = {
  p: (energy) => 1.2e4 * (energy + protonMassGeV) ** -2.7,
  He4: (energy) => 780 * (energy + protonMassGeV) ** -2.7,
};

/** Source in 1e-33 / (GeV cm^3 s) for one hydrogen atom per cm^3: 4 pi times the integral of flux and cross section. */
function source(mbPerGeV: (projectile: Projectile, projectileGeV: number) => number): number {
  const points = 4000;
  const [first, last] = [Math.log(5.65), Math.log(1e7)];
  const step = (last - first) / (points - 1);
  let sum = 0;
  for (let i = 0; i < points; i++) {
    const energy = Math.exp(first + i * step);
    const weight = i === 0 || i === points - 1 ? step / 2 : step;
    for (const projectile of ['p', 'He4'] as const) {
      sum += weight * energy * flux[projectile](energy) * mbPerGeV(projectile, energy);
    }
  }
  // mb to cm^2, per m^2 to per cm^2.
  return (4 * Math.PI * sum * 1e-27 * 1e-4) / 1e-33;
}

describe('the source of antiprotons of a power law', () => {
  it.each<[AntiprotonProductionId, ...number[]]>([
    ['winkler17', 424.3, 6126, 8848, 1900, 191.4, 10.23, 0.6271],
    ['korsmeier18', 505.7, 5684, 8564, 2004, 198.6, 10.59, 0.6477],
  ])('is that of an independent program: %s', (id, ...expected) => {
    const { mbPerGeV } = antiprotonYield(id);
    [0.3, 1, 3, 10, 30, 100, 300].forEach((antiproton, i) => {
      const found = source((projectile, energy) => mbPerGeV(projectile, energy, antiproton));
      // 1e-3: four printed digits (5e-4) and the table (2e-4).
      expect(difference(found, expected[i]!)).toBeLessThan(1e-3);
    });
  });

  it.each([
    [1, 0.575, 0.253, 0.12, 0.053],
    [10, 0.584, 0.22, 0.143, 0.053],
    [300, 0.586, 0.212, 0.149, 0.054],
  ])('at %s GeV has shares %s (pp), %s (pHe), %s (Hep), %s (HeHe)', (antiproton, ...shares) => {
    const parts = (['onHydrogen', 'onHelium'] as const).map((target) =>
      (['p', 'He4'] as const).map((one) =>
        source((projectile, energy) =>
          projectile === one
            ? (target === 'onHelium' ? 0.11 : 1) *
              antiprotonCrossSections('winkler17', energy, antiproton)[target][projectile]
            : 0,
        ),
      ),
    );
    const [[pp, hep], [phe, hehe]] = parts as [[number, number], [number, number]];
    const sum = pp + hep + phe + hehe;
    // Three printed digits.
    [pp, phe, hep, hehe].forEach((part, i) => {
      expect(Math.abs(part / sum - shares[i]!)).toBeLessThan(6e-4);
    });
  });
});

describe.each(antiprotonProductionIds)('the table of %s', (id) => {
  const { mbPerGeV } = antiprotonYield(id);
  const exact = (projectile: Projectile, projectileGeV: number, antiprotonGeV: number) => {
    const { onHydrogen, onHelium } = antiprotonCrossSections(id, projectileGeV, antiprotonGeV);
    return onHydrogen[projectile] + 0.11 * onHelium[projectile];
  };

  it('is the formula within 0.08 % rms and 1 %, next to the edge too', () => {
    let [squares, count, largest] = [0, 0, 0];
    for (let antiproton = 0.0123; antiproton < 9e4; antiproton *= 1.37) {
      // From where the cross section is a negligible part of its largest value on.
      for (let above = 0.02; above < 1e6; above *= 1.31) {
        const projectileGeV = 2 * protonMassGeV * (leastGammaSquared(antiproton) * (1 + above) - 1);
        for (const projectile of ['p', 'He4'] as const) {
          const wanted = exact(projectile, projectileGeV, antiproton);
          const error = mbPerGeV(projectile, projectileGeV, antiproton) / wanted - 1;
          squares += error * error;
          count += 1;
          largest = Math.max(largest, Math.abs(error));
        }
      }
    }
    expect(count).toBeGreaterThan(4000);
    expect(Math.sqrt(squares / count)).toBeLessThan(8e-4);
    expect(largest).toBeLessThan(0.01);
  });

  it('has nothing below the threshold of six proton masses, and is finite far outside of what it holds', () => {
    for (const antiproton of [1e-4, 0.1, 1, 10, 1e6]) {
      expect(mbPerGeV('p', 6 * protonMassGeV * (1 - 1e-9), antiproton)).toBe(0);
      for (const projectile of [1e-3, 6, 1e3, 1e9, 1e12]) {
        const value = mbPerGeV('He4', projectile, antiproton);
        expect(Number.isFinite(value)).toBe(true);
        expect(value).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it('is kept', () => {
    expect(antiprotonYield(id)).toBe(antiprotonYield(id));
  });
});

test('an antiproton at rest in the centre of mass takes the least projectile', () => {
  // There T = m and gamma = 2 at the threshold of 6 m.
  expect(leastGammaSquared(protonMassGeV)).toBeCloseTo(4, 12);
  for (const factor of [0.5, 0.9, 1.1, 2]) {
    expect(leastGammaSquared(protonMassGeV * factor)).toBeGreaterThan(4);
  }
});
