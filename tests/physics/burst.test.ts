/** A burst of a nearby source against its closed form, its limits and the conservation of particles. */
import { describe, expect, test } from 'vitest';
import {
  type Burst,
  type BurstProcesses,
  burstAnisotropy,
  burstDensity,
  burstInjectionLaw,
  emptyOrigin,
  fluxOfDensity,
  gevPerErg,
  injectedPerGeV,
  tabulateEnergyPaths,
  traceBack,
} from '../../src/physics/burst';
import { diffusionCoefficient } from '../../src/physics/diffusion';
import { diffusionLengthKpc } from '../../src/physics/diffusionLength';
import { injectionSpectrum } from '../../src/physics/injection';
import { kineticEnergyFromMomentum, momentumGeV } from '../../src/physics/kinematics';
import { integrate } from '../../src/physics/quadrature';
import { speciesTable } from '../../src/physics/species';
import { speedOfLightKpcPerMyr } from '../../src/physics/units';
import {
  coolingLimitGeV,
  type QuadraticLossBurst,
  quadraticLossBurstDensity,
} from '../exact/burstQuadraticLoss';
import { difference, twoHaloLaw } from './laws';

const medium = {
  diffusionAt1GeV: 0.3,
  slope: 0.5,
  lossPerGeVMyr: 1 / 170,
  halfThicknessKpc: Number.POSITIVE_INFINITY,
};
const quadratic: BurstProcesses = {
  diffusionKpc2PerMyr: (energy) => 0.3 * Math.sqrt(energy),
  energyLossGeVPerMyr: (energy) => (energy * energy) / 170,
};
const released = (energy: number) => energy ** -2.5 * Math.exp(-energy / 2e4);
const paths = tabulateEnergyPaths(quadratic, 1e-2, 1e7);

function arriving(burst: Burst, energyGeV: number, table = paths) {
  const origin = emptyOrigin();
  traceBack(table, energyGeV, burst.ageMyr, origin);
  return { ...origin, density: burstDensity(burst, origin) };
}

describe('with losses b0 E^2 the general burst is the closed form', () => {
  test.each([
    ['Geminga', 0.25, 0.342, Number.POSITIVE_INFINITY],
    ['Vela', 0.29, 0.011, Number.POSITIVE_INFINITY],
    ['an old source', 1, 5, 5],
    ['a source older than its escape', 0.25, 20, 0.8],
  ])('for %s', (_, distanceKpc, ageMyr, halfThicknessKpc) => {
    const exact: QuadraticLossBurst = {
      medium: { ...medium, halfThicknessKpc },
      distanceKpc,
      ageMyr,
      injectedPerGeV: released,
    };
    const burst = { distanceKpc, ageMyr, halfThicknessKpc, injectedPerGeV: released };
    const limit = coolingLimitGeV(exact);
    for (let share = 1e-5; share < 1; share *= 1.13) {
      const energy = limit * share;
      if (energy < 1e-2) continue;
      const error = difference(arriving(burst, energy).density, quadraticLossBurstDensity(exact, energy));
      // Quadrature and interpolation of the table: 6e-7, and 5e-6 where e^-60 has already escaped.
      expect(error).toBeLessThan(1e-5);
    }
    // So close to the limit that particles had 100 times the energy: errors in time count 100 times.
    const last = limit * 0.99;
    expect(difference(arriving(burst, last).density, quadraticLossBurstDensity(exact, last))).toBeLessThan(
      1e-4,
    );
  });

  test('and nothing arrives at an energy that would have cooled away', () => {
    const burst = { distanceKpc: 0.25, ageMyr: 0.342, halfThicknessKpc: 5, injectedPerGeV: released };
    for (const energy of [498, 1e3, 1e6, 1e7]) {
      const { density, sourceEnergyGeV, squaredKpc2, survival } = arriving(burst, energy);
      expect(density).toBe(0);
      expect(sourceEnergyGeV).toBe(Number.POSITIVE_INFINITY);
      expect(Number.isFinite(squaredKpc2) && Number.isFinite(survival)).toBe(true);
    }
  });

  test('and the two ways to follow a particle meet where a fiftieth is lost', () => {
    const at = (share: number) => {
      const energy = (share * 170) / 0.342;
      return arriving(
        { distanceKpc: 0.25, ageMyr: 0.342, halfThicknessKpc: 5, injectedPerGeV: released },
        energy,
      ).squaredKpc2;
    };
    // Lambda itself changes by about the step in energy.
    expect(difference(at(0.02 * (1 + 1e-9)), at(0.02 * (1 - 1e-9)))).toBeLessThan(1e-6);
  });
});

describe('without losses', () => {
  const burst = { distanceKpc: 0.3, ageMyr: 0.1, halfThicknessKpc: 5, injectedPerGeV: released };

  test('particles keep their energy and Lambda is D t', () => {
    const lossless = tabulateEnergyPaths({ ...quadratic, energyLossGeVPerMyr: () => 0 }, 1e-2, 1e7);
    for (const energy of [1e-2, 0.5, 33, 1e4, 1e7]) {
      const origin = arriving(burst, energy, lossless);
      expect(origin.sourceEnergyGeV).toBe(energy);
      expect(origin.compression).toBe(1);
      expect(origin.survival).toBe(1);
      // Interpolation of D between the nodes; at a node it is exact.
      expect(difference(origin.squaredKpc2, 0.03 * Math.sqrt(energy))).toBeLessThan(1e-8);
    }
  });

  test('the limit is approached without loss of digits', () => {
    for (const rate of [1e-3, 1e-6, 1e-9, 1e-12]) {
      const slow = tabulateEnergyPaths({ ...quadratic, energyLossGeVPerMyr: (e) => rate * e }, 1e-2, 1e7);
      const origin = arriving(burst, 10, slow);
      const squared = 0.3 * Math.sqrt(10) * (Math.expm1(0.05 * rate) / (0.5 * rate));
      expect(difference(origin.squaredKpc2, squared)).toBeLessThan(1e-9);
      expect(difference(origin.sourceEnergyGeV, 10 * Math.exp(0.1 * rate))).toBeLessThan(1e-12);
      expect(difference(origin.compression, Math.exp(0.1 * rate))).toBeLessThan(1e-9);
    }
  });

  test('collisions leave exp(-rate t), however the particle is followed', () => {
    for (const loss of [0, 1e-4, 10]) {
      const table = tabulateEnergyPaths(
        { ...quadratic, energyLossGeVPerMyr: (e) => loss * e, destructionPerMyr: () => 0.4 },
        1e-2,
        1e7,
      );
      expect(difference(arriving(burst, 10, table).survival, Math.exp(-0.04))).toBeLessThan(1e-9);
    }
  });

  test('an energy outside the table is refused', () => {
    expect(() => arriving(burst, 1e-3)).toThrow(RangeError);
    expect(() => arriving(burst, 2e7)).toThrow(RangeError);
  });
});

test('all particles of an interval of energy are found again in space', () => {
  const energy = 200;
  const at = (distanceKpc: number) =>
    arriving(
      { distanceKpc, ageMyr: 0.342, halfThicknessKpc: Number.POSITIVE_INFINITY, injectedPerGeV: released },
      energy,
    );
  const { squaredKpc2, sourceEnergyGeV } = at(0);
  const reach = 8 * Math.sqrt(4 * squaredKpc2);
  const found = integrate((r) => 4 * Math.PI * r * r * at(r).density, 0, reach, 20);
  // dE_s/dE = (E_s/E)^2; the table's error.
  const expected = released(sourceEnergyGeV) * (sourceEnergyGeV / energy) ** 2;
  expect(difference(found, expected)).toBeLessThan(1e-6);
});

test('the anisotropy is 3 D |grad N| / (c N), to the error of the numerical gradient', () => {
  const at = (distanceKpc: number) =>
    arriving({ distanceKpc, ageMyr: 0.342, halfThicknessKpc: 1, injectedPerGeV: released }, 100);
  const step = 1e-4;
  const gradient = (at(0.25 + step).density - at(0.25 - step).density) / (2 * step);
  const numeric = (-3 * 3 * gradient) / (speedOfLightKpcPerMyr * at(0.25).density);
  expect(difference(burstAnisotropy(3, 0.25, at(0.25).squaredKpc2), numeric)).toBeLessThan(1e-6);
  // Without losses D cancels: 3 d / (2 c t).
  expect(
    difference(burstAnisotropy(3, 0.25, 3 * 0.342), 0.75 / (2 * speedOfLightKpcPerMyr * 0.342)),
  ).toBeLessThan(1e-14);
});

test('electrons of 1 TeV live 0.17 Myr and walk 0.42 kpc in the inner halo', () => {
  const burst = { distanceKpc: 0.2, halfThicknessKpc: 5, injectedPerGeV: released };
  expect(arriving({ ...burst, ageMyr: 0.1699 }, 1000).density).toBeGreaterThan(0);
  expect(arriving({ ...burst, ageMyr: 0.1701 }, 1000).density).toBe(0);
  const inner = diffusionCoefficient(twoHaloLaw('smooth'), 0, 1000, 1);
  // "Several hundred parsecs" in Jin16; the digits printed.
  expect(diffusionLengthKpc(inner, 0.17)).toBeCloseTo(0.421, 3);
});

describe('what a source releases', () => {
  test.each([
    ['p', 2.31, 2.5e6],
    ['e-', 2.7, 2e4],
    ['e-', 1.6, 300],
  ] as const)('holds the energy asked for above 1 GeV (%s, slope %d, cutoff %d GV)', (id, slope, cutoff) => {
    const species = speciesTable[id];
    const law = burstInjectionLaw(slope, cutoff);
    const perGeV = injectedPerGeV(species, law, 1e48);
    // Summed over momentum instead of energy: dN/dp = A injectionSpectrum, A from dN/dE dE = dN/dp dp at 100 GeV.
    const lowest = Math.sqrt(1 + 2 * species.massGeV);
    const at100 = Math.sqrt(100 * (100 + 2 * species.massGeV));
    const beta = at100 / (100 + species.massGeV);
    const amplitude = (perGeV(100) * beta) / injectionSpectrum(law, at100);
    const energy = integrate(
      (x) => {
        const momentum = Math.exp(x);
        const kinetic = kineticEnergyFromMomentum(species, momentumGeV(momentum));
        return kinetic * amplitude * injectionSpectrum(law, momentum) * momentum;
      },
      Math.log(lowest),
      Math.log(60 * cutoff),
      200,
    );
    expect(difference(energy, 1e48 * gevPerErg)).toBeLessThan(1e-8);
  });

  test('one particle per GeV and kpc^3 at the speed of light is 8.12e-52 GeV^-1 m^-2 s^-1 sr^-1', () => {
    // c / 4 pi in m/s over (3.0857e19 m)^3.
    expect(difference(fluxOfDensity(1, 1), 2.3856725e7 / 3.0856776e19 ** 3)).toBeLessThan(1e-6);
    expect(fluxOfDensity(2, 0.5)).toBe(fluxOfDensity(1, 1));
  });
});
