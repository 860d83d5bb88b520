/** The solver itself against exact solutions: layered and two-halo slabs, the cylinder, electrons, reacceleration. */
import { describe, expect, test } from 'vitest';
import { diffusionSlope } from '../../src/physics/diffusion';
import type { TransportGrid } from '../../src/solver/haloGrid';
import { solveSteadyState } from '../../src/solver/steadyState';
import { assembleTransport } from '../../src/solver/transportOperator';
import type { TransportCoefficients } from '../../src/solver/transportTypes';
import { besselJ0, besselJ0Zeros } from '../exact/bessel';
import {
  type ReaccelerationZone,
  reaccelerationSlopes,
  reaccelerationSpectrum,
} from '../exact/reaccelerationZone';
import { difference, twoHaloLaw } from '../physics/laws';
import { stretchedHeights } from './alignedHeights';
import {
  axisThrough,
  coefficientsOf,
  discAndLayers,
  discSource,
  medium,
  rateOf,
  solveZone,
  tight,
  unboundedRadius,
  uniformAxis,
  uniformMomentum,
  valuesAtCentre,
} from './testHalo';

function solve(grid: TransportGrid, coefficients: TransportCoefficients) {
  return solveSteadyState(assembleTransport(grid, coefficients), tight);
}

/** Momenta that do not matter: diffusion and sinks alone leave each to itself. */
const anyMomentum = uniformMomentum(8, 1, 10);

describe('a layered slab with a uniform sink', () => {
  const inner = 0.2;
  const outer = 1.3;
  // PHYSICS 1.8(d).
  const published: readonly (readonly [sink: number, density: number])[] = [
    [0, 3.6153846],
    [0.01, 3.4407956],
    [0.3, 1.7974209],
    [3, 0.6443508],
  ];

  test.each(published)('sink %f per Myr: the density in the plane is %f', (sink, density) => {
    const grid = { r: unboundedRadius, z: discAndLayers([0.8, 4.2], [40, 40]), momentum: anyMomentum };
    const everywhere = medium(grid, () => 1);
    const solution = solve(
      grid,
      coefficientsOf(grid, {
        diffusion: (z) => (z < 0.8 ? inner : outer),
        sinks: [rateOf(grid, everywhere, () => sink)],
        source: rateOf(
          grid,
          discSource(grid, () => 1),
          () => 1,
        ),
      }),
    );
    // 40 cells per layer: (k h)^2 / 12 at the largest sink.
    for (const value of valuesAtCentre(grid, solution)) expect(difference(value, density)).toBeLessThan(1e-3);
  });
});

describe('two halos around a thin disc (Jin16 Eq. 4)', () => {
  // PHYSICS 1.8: I(rho) = N0 2 D0 / (Q L).
  const published = {
    step: [
      [10, 0.62814715],
      [100, 0.21665794],
      [300, 0.13911264],
      [1e3, 0.09019827],
      [1e4, 0.04516766],
      [1e5, 0.02572513],
    ],
    smooth: [
      [10, 0.62086092],
      [100, 0.20328044],
      [300, 0.12579568],
      [1e3, 0.07782433],
      [1e4, 0.03547038],
      [1e5, 0.01864134],
    ],
  } as const;
  /** I(rho) of the solver at a rigidity, which is the centre of the middle one of nine momentum cells. */
  function escapeIntegral(profile: 'step' | 'smooth', rigidity: number, xi = 0.16): number {
    const law = twoHaloLaw(profile, { xi });
    const { coefficientKpc2PerMyr: d0, referenceRigidityGV: rho0, halfThicknessKpc } = law;
    const grid = {
      r: unboundedRadius,
      z: discAndLayers([5 * xi, 5 - 5 * xi], [40, 40]),
      momentum: uniformMomentum(9, rigidity * Math.exp(-0.9), rigidity * Math.exp(0.9)),
    };
    const { fine } = grid.momentum;
    const solution = solve(
      grid,
      coefficientsOf(grid, {
        diffusion: (z, f) => d0 * Math.exp(diffusionSlope(law, z) * (fine[f]! - Math.log(rho0))),
        source: rateOf(
          grid,
          discSource(grid, () => 1),
          () => 1,
        ),
      }),
    );
    return (valuesAtCentre(grid, solution)[4]! * 2 * d0) / halfThicknessKpc;
  }

  test.each(['step', 'smooth'] as const)('%s profile: N0 = Q L I / (2 D0)', (profile) => {
    for (const [rigidity, integral] of published[profile]) {
      // Second order in x: the mean of D over a cell of 0.2 in ln p is not D at its centre (6e-4 at slope 0.58).
      expect(difference(escapeIntegral(profile, rigidity), integral)).toBeLessThan(1e-3);
    }
  });

  test('a halo twice as deep inside holds 1.7632 times as many particles at 10 TV, as many at 4 GV', () => {
    const ratio = (rigidity: number) =>
      escapeIntegral('step', rigidity, 0.32) / escapeIntegral('step', rigidity, 0.16);
    expect(difference(ratio(1e4), 1.7632)).toBeLessThan(1e-3);
    expect(difference(ratio(4), 1)).toBeLessThan(1e-3);
  });
});

describe('a thin disc of supernova remnants in a cylinder', () => {
  const remnants = (r: number) => (r / 8.5) ** 1.69 * Math.exp((-3.33 * (r - 8.5)) / 8.5);

  /** The grid of the model, with the disc as its first cell. */
  function density(diffusion: (z: number) => number): number {
    const stretched = stretchedHeights(30, 5, 0.05, 0.8);
    const grid = {
      // With 8.5 kpc in the middle of a cell.
      r: uniformAxis(60, 20),
      z: axisThrough([0, 1e-4, ...stretched.faces.slice(1)]),
      momentum: anyMomentum,
    };
    const { g } = solve(
      grid,
      coefficientsOf(grid, { diffusion, source: rateOf(grid, discSource(grid, remnants), () => 1) }),
    );
    return g[25]!;
  }

  // PHYSICS 1.8(f); 0.5 % is what the specification asks for.
  test('uniform diffusion', () =>
    expect(
      difference(
        density(() => 1),
        2.18599,
      ),
    ).toBeLessThan(5e-3));
  test('a slow inner halo', () =>
    expect(
      difference(
        density((z) => (z < 0.8 ? 0.2 : 1.3)),
        3.43178,
      ),
    ).toBeLessThan(5e-3));
});

describe('electrons that cool as E^2 in a slab', () => {
  // PHYSICS 1.9: D = 0.3 sqrt(E), b = 0.002 E^2, Q = E^-2.4, L = 5 kpc.
  const published = [
    [0.1, 6515.6245],
    [1, 7.927856],
    [10, 8.9756484e-3],
    [100, 8.4405695e-6],
  ] as const;
  const grid = {
    r: unboundedRadius,
    z: discAndLayers([0.5, 4.5], [10, 30]),
    // Ten cells to the decade, whole decades in the middle of a cell.
    momentum: uniformMomentum(75, 10 ** -1.55, 10 ** 5.95),
  };
  const { fine } = grid.momentum;
  const everywhere = medium(grid, () => 1);
  const weight = fine.map((x) => Math.exp(-2.15 * x));
  const solution = solve(
    grid,
    coefficientsOf(grid, {
      diffusion: (_, f) => 0.3 * Math.exp(0.5 * fine[f]!),
      losses: [rateOf(grid, everywhere, (energy) => 0.002 * energy)],
      source: rateOf(
        grid,
        discSource(grid, () => 1),
        (energy) => energy ** -1.4,
      ),
      weight,
      rowScale: fine.map((x) => 0.05 * Math.exp(0.5 * x) + 0.002 * Math.exp(x)),
    }),
  );
  const g = valuesAtCentre(grid, solution);

  test.each(published)('at %f GeV the density is %f', (energy, density) => {
    const cell = Math.round(10 * Math.log10(energy)) + 15;
    expect(difference(g[cell]! * energy ** -3.15, density)).toBeLessThan(0.01);
  });
});

describe('reacceleration of particles injected at one momentum', () => {
  // In the slowest mode of a uniform cylinder, escape is one rate: the whole solver becomes one zone (PHYSICS 1.10).
  const zone: ReaccelerationZone = { diffusionRatePerMyr: 0.02, escapeTimeMyr: 30 };
  const edge = 20;
  const top = 5;
  const radialWave = besselJ0Zeros(1)[0]! / edge;
  const verticalWave = Math.PI / (2 * top);
  const diffusion = 1 / (zone.escapeTimeMyr * (radialWave ** 2 + verticalWave ** 2));
  const grid = {
    r: uniformAxis(20, edge),
    z: uniformAxis(20, top),
    momentum: uniformMomentum(120, 1e-3, 1e5),
  };
  const { fine, centres, faces } = grid.momentum;
  const mode = medium(grid, (r, z) => besselJ0(radialWave * r) * Math.cos(verticalWave * z));
  const cell = 50;
  const width = faces[cell + 1]! - faces[cell]!;
  const injection = new Float64Array(fine.length);
  // Simpson gives the middle node of a cell the weight 1/6.
  injection[4 * cell + 2] = 6 / width;
  const everywhere = (value: number) => fine.map(() => value);
  const weight = solveZone(fine, {
    diffusion: everywhere(zone.diffusionRatePerMyr),
    loss: everywhere(0),
    removal: everywhere(1 / zone.escapeTimeMyr),
    source: injection,
  });
  const operator = assembleTransport(
    grid,
    coefficientsOf(grid, {
      diffusion: () => diffusion,
      momentumDiffusion: () => zone.diffusionRatePerMyr,
      source: { medium: mode, rate: injection },
      weight,
    }),
  );
  const g = valuesAtCentre(grid, solveSteadyState(operator, tight));
  const n = g.map((value, k) => value * weight[4 * k + 2]!);

  test('makes the exact power law on either side', () => {
    const injected = Math.exp(centres[cell]!);
    for (const k of [20, 30, 40, 46, 54, 60, 80]) {
      const p = Math.exp(centres[k]!);
      expect(difference(n[k]!, p * reaccelerationSpectrum(zone, 1, injected, p))).toBeLessThan(0.01);
    }
    const slope = (a: number, b: number) => Math.log(n[b]! / n[a]!) / (centres[b]! - centres[a]!) - 1;
    expect(difference(slope(20, 46), reaccelerationSlopes(zone).below)).toBeLessThan(0.01);
    expect(difference(slope(54, 80), reaccelerationSlopes(zone).above)).toBeLessThan(0.01);
  });

  test('changes no number', () => {
    const total = g.reduce((sum, value, k) => sum + value * operator.cellWeight[k]!, 0);
    // The discrete mode decays as slowly as the exact one to second order in 20 cells.
    expect(difference(total, zone.escapeTimeMyr)).toBeLessThan(5e-3);
  });
});
