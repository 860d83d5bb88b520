/**
 * The solver against the converged solution of the equation that DRAGON v1.0 (2016) discretises, with the same
 * ingredients: spectra at the Sun in shape and in scale, and profiles in height and radius. Provenance is in each
 * fixture's header.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { presets } from '../../src/model/presets';
import { densityAt } from '../../src/model/propagate';
import type { Tier } from '../../src/model/propagated';
import { transportCoefficients } from '../../src/model/transportProblem';
import { sunRadiusKpc } from '../../src/physics/units';
import { interpolateCubic } from '../../src/solver/interpolate';
import { gradedMomentumGrid } from '../../src/solver/momentumGrid';
import { valueAt } from '../../src/solver/observe';
import { stretchedHeights, stretchedRadii } from '../../src/solver/spatialGrid';
import { solveSteadyState } from '../../src/solver/steadyState';
import { assembleTransport } from '../../src/solver/transportOperator';
import { atSun, solvedModel } from '../model/solvedModels';

/** The reference tier takes less than three seconds a case. */
const tier: Tier = 'reference';

type Case = readonly [model: 'thm' | 'cm', species: 'p' | 'e-'];
const cases: readonly Case[] = [
  ['thm', 'p'],
  ['thm', 'e-'],
  ['cm', 'p'],
  ['cm', 'e-'],
];

/** Columns of a fixture. */
function fixture([model, species]: Case, kind: 'spectrum' | 'heights' | 'radii'): number[][] {
  const name = `dragon-${model}-${species === 'p' ? 'p' : 'e'}-${kind}.csv`;
  const text = readFileSync(new URL(`./fixtures/${name}`, import.meta.url), 'utf8');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const rows = lines.map((line) => line.split(',').map(Number));
  return rows[0]!.map((_, column) => rows.map((row) => row[column]!));
}

/**
 * Strength of DRAGON's source at the Sun, in its units: A f_S. Its spectra are one at the injection break, as ours,
 * and its time is in Myr.
 */
const sourceAtSun = { p: 1.06e6 * 57.3, 'e-': 57.3 } as const;

/**
 * Energy (GeV) at which shapes are compared, and the accuracy promised (issue 3) as pairs of the energy up to which a
 * limit holds and the limit.
 */
const promises = {
  p: {
    normalisedAt: 100,
    from: 0.3,
    limits: [
      [3, 0.02],
      [9e4, 0.01],
    ],
  },
  'e-': {
    normalisedAt: 33,
    from: 0.3,
    limits: [
      [3, 0.04],
      [1e4, 0.02],
    ],
  },
} as const;

/** Energies where the difference from DRAGON is too large, with it: empty when all is well. */
function tooFar(
  energies: readonly number[],
  ours: readonly number[],
  theirs: readonly number[],
  { from, limits }: (typeof promises)['p' | 'e-'],
): string[] {
  return energies.flatMap((energy, i) => {
    const limit = limits.find(([upTo]) => energy <= upTo);
    if (limit === undefined || energy < from) return [];
    const off = ours[i]! / theirs[i]! - 1;
    return Math.abs(off) <= limit[1] ? [] : [`${energy.toPrecision(3)} GeV: ${(100 * off).toFixed(2)} %`];
  });
}

/** Log-log interpolation in a fixture's spectrum. */
function interpolate(x: readonly number[], y: readonly number[], at: number): number {
  const i = x.findIndex((value) => value >= at);
  const share = Math.log(at / x[i - 1]!) / Math.log(x[i]! / x[i - 1]!);
  return y[i - 1]! * (y[i]! / y[i - 1]!) ** share;
}

describe.each(cases)('the spectrum at the Sun, %s, %s', (model, species) => {
  const [energies, dragon] = fixture([model, species], 'spectrum') as [number[], number[]];
  const promise = promises[species];
  const ours = () => atSun(presets[model].parameters, species, energies, tier);

  test('agrees on the absolute scale', () => {
    const scaled = ours().map((value) => value * sourceAtSun[species]);
    expect(tooFar(energies, scaled, dragon, promise)).toEqual([]);
  });

  test('agrees in shape', () => {
    const at = promise.normalisedAt;
    const [reference] = atSun(presets[model].parameters, species, [at], tier) as [number];
    const shape = ours().map((value) => value / reference);
    const theirs = dragon.map((value) => value / interpolate(energies, dragon, at));
    expect(tooFar(energies, shape, theirs, promise)).toEqual([]);
  });
});

/** Density anywhere at an energy (GeV), up to one common factor. */
type DensityField = (energyGeV: number, radiusKpc: number, heightKpc: number) => number;

function protonField(model: 'thm' | 'cm'): DensityField {
  const solution = solvedModel(presets[model].parameters, 'p', tier);
  return (energy, radius, height) => densityAt(solution, 'p', Float64Array.of(energy), radius, height)[0]!;
}

/**
 * Electrons with the energy step of the fixture's profiles: upwind of first order at a factor of 1.05, without weight.
 * Far from the plane that step alone makes 15 to 25 % at 1 TeV (twice as fine a step halves it; the second-order
 * scheme is its limit), so only like with like says anything about the Galaxy between the two.
 */
function electronField(model: 'thm' | 'cm'): DensityField {
  const { parameters } = presets[model];
  const { L, R, xi } = parameters;
  const grid = {
    r: stretchedRadii(28, R, 11, 11 / 20),
    z: stretchedHeights(32, L, 0.05, xi * L),
    momentum: gradedMomentumGrid(Math.log(5), Math.log(2e5), () => Math.log(1.05)),
  };
  const coefficients = transportCoefficients(parameters, 'e-', grid);
  const operator = assembleTransport(grid, {
    ...coefficients,
    weight: coefficients.weight.map(() => 1),
    firstOrderLosses: true,
  });
  // The densities span ten decades, and the residual is relative to the largest.
  const { g } = solveSteadyState(operator, { tolerance: 1e-12, maximumIterations: 100 });
  return (energy, radius, height) => {
    const logs = grid.momentum.centres.map((_, k) => Math.log(Math.abs(valueAt(grid, g, k, radius, height))));
    return Math.exp(interpolateCubic(grid.momentum.centres, logs, Math.log(energy)));
  };
}

/** Places where a profile, relative to the Sun's place, is further from DRAGON's than the limit. */
function offProfile(
  field: DensityField,
  columns: readonly (readonly number[])[],
  { sunRow, limit, within }: { sunRow: number; limit: number; within: (position: number) => boolean },
  place: (position: number) => readonly [radius: number, height: number],
): string[] {
  const [positions, ...dragon] = columns as [number[], ...number[][]];
  return [10, 100, 1000].flatMap((energy, e) =>
    positions.flatMap((position, row) => {
      if (!within(position)) return [];
      const ours = field(energy, ...place(position)) / field(energy, sunRadiusKpc, 0);
      const off = ours / (dragon[e]![row]! / dragon[e]![sunRow]!) - 1;
      return Math.abs(off) <= limit ? [] : [`${position} kpc, ${energy} GeV: ${(100 * off).toFixed(2)} %`];
    }),
  );
}

describe.each(cases)('profiles at 10, 100 and 1000 GeV, %s, %s', (model, species) => {
  const proton = species === 'p';
  let field: DensityField | undefined;
  const solved = () => {
    field ??= proton ? protonField(model) : electronField(model);
    return field;
  };

  test('heights at the Sun, up to 4.75 kpc', () => {
    const off = offProfile(
      solved(),
      fixture([model, species], 'heights'),
      // Electrons: losses above the plane differ by up to 4 % (grey bodies for the map; ingredients.test.ts).
      { sunRow: 0, limit: proton ? 0.005 : 0.03, within: (height) => height <= 4.75 },
      (height) => [sunRadiusKpc, height],
    );
    expect(off).toEqual([]);
  });

  test('radii in the plane, up to 18 kpc', () => {
    const columns = fixture([model, species], 'radii');
    const off = offProfile(
      solved(),
      columns,
      {
        sunRow: columns[0]!.indexOf(sunRadiusKpc),
        // Electrons: losses in the plane differ by up to 5 % (8 % within 1 kpc), and DRAGON's cells are 0.5 kpc wide.
        limit: proton ? 0.01 : 0.04,
        within: (radius) => radius >= (proton ? 0.5 : 2) && radius <= 18,
      },
      (radius) => [radius, 0],
    );
    expect(off).toEqual([]);
  });
});
