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
import { injectedFromGeV } from '../../src/physics/injection';
import { sunRadiusKpc } from '../../src/physics/units';
import { interpolateCubic } from '../../src/solver/interpolate';
import { valueAt } from '../../src/solver/observe';
import { stretchedRadii } from '../../src/solver/spatialGrid';
import { solveSteadyState } from '../../src/solver/steadyState';
import { assembleTransport } from '../../src/solver/transportOperator';
import { atSun, solvedModel, transportCoefficients } from '../model/solvedModels';
import { stretchedHeights } from '../solver/alignedHeights';
import { gradedMomentumGrid } from '../solver/gradedMomentumGrid';

/** The reference tier takes less than three seconds a case. */
const tier: Tier = 'reference';
/** Its runs begin at 1 MeV, as injection does: what losses take below that energy does not come up again. */
const asDragon = { lowestGeV: injectedFromGeV };

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
 * Energy (GeV) at which shapes are compared, and the accuracy promised (issue 3; for electrons up to 2 TeV the 1 %
 * that the reference says of itself, which is less) as pairs of the energy up to which a limit holds and the limit.
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
      [3, 0.02],
      [2e3, 0.01],
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
  const ours = () => atSun(presets[model].parameters, species, energies, tier, asDragon);

  test('agrees on the absolute scale', () => {
    const scaled = ours().map((value) => value * sourceAtSun[species]);
    expect(tooFar(energies, scaled, dragon, promise)).toEqual([]);
  });

  test('agrees in shape', () => {
    const at = promise.normalisedAt;
    const [reference] = atSun(presets[model].parameters, species, [at], tier, asDragon) as [number];
    const shape = ours().map((value) => value / reference);
    const theirs = dragon.map((value) => value / interpolate(energies, dragon, at));
    expect(tooFar(energies, shape, theirs, promise)).toEqual([]);
  });
});

/** Density anywhere at an energy (GeV), up to one common factor. */
type DensityField = (energyGeV: number, radiusKpc: number, heightKpc: number) => number;

/** What the explorer solves. */
function densityField([model, species]: Case): DensityField {
  const solution = solvedModel(presets[model].parameters, species, tier, asDragon);
  return (energy, radius, height) =>
    densityAt(solution, species, Float64Array.of(energy), radius, height)[0]!;
}

/**
 * Electrons with the energy step of the fixture's profiles: upwind of first order at a factor of 1.05, without weight.
 * Far from the plane that step alone makes 15 to 25 % at 1 TeV (twice as fine a step halves it; the second-order
 * scheme is its limit), so only like with like says anything about the Galaxy between the two.
 */
function steppedElectronField(model: 'thm' | 'cm'): DensityField {
  const { parameters } = presets[model];
  const { L, R, xi } = parameters;
  const grid = {
    r: stretchedRadii(36, R, 11, 11 / 24),
    z: stretchedHeights(48, L, 0.05, xi * L),
    momentum: gradedMomentumGrid(Math.log(5), Math.log(2e5), () => Math.log(1.05)),
  };
  const coefficients = transportCoefficients(parameters, 'e-', grid);
  const operator = assembleTransport(grid, {
    ...coefficients,
    weight: coefficients.weight.map(() => 1),
    firstOrderLosses: 'upwind',
  });
  // The densities span ten decades, and the residual is relative to the largest.
  const { g } = solveSteadyState(operator, { tolerance: 1e-12, maximumIterations: 100 });
  return (energy, radius, height) => {
    const logs = grid.momentum.centres.map((_, k) => Math.log(Math.abs(valueAt(grid, g, k, radius, height))));
    // The unknown is p N, at these energies E N.
    return Math.exp(interpolateCubic(grid.momentum.centres, logs, Math.log(energy))) / energy;
  };
}

const profileEnergiesGeV = [10, 100, 1000];

interface Profile {
  /** From where DRAGON's cells resolve it up to where both boundaries leave it alone. */
  readonly from: number;
  readonly to: number;
  readonly sunAt: number;
  readonly place: (position: number) => readonly [radiusKpc: number, heightKpc: number];
}
type ProfileKind = 'heights' | 'radii';

const profiles: Record<ProfileKind, Profile> = {
  heights: { from: 0, to: 4.75, sunAt: 0, place: (height) => [sunRadiusKpc, height] },
  radii: { from: 0.5, to: 18, sunAt: sunRadiusKpc, place: (radius) => [radius, 0] },
};

interface ProfilePoint {
  readonly position: number;
  readonly energy: number;
  /** Density over that at the Sun. */
  readonly dragon: number;
}

function profilePoints(
  aCase: Case,
  kind: ProfileKind,
  within: (position: number) => boolean = () => true,
): ProfilePoint[] {
  const [positions, ...densities] = fixture(aCase, kind) as [number[], ...number[][]];
  const { from, to, sunAt } = profiles[kind];
  const sunRow = positions.indexOf(sunAt);
  return profileEnergiesGeV.flatMap((energy, e) =>
    positions.flatMap((position, row) =>
      position < from || position > to || !within(position)
        ? []
        : [{ position, energy, dragon: densities[e]![row]! / densities[e]![sunRow]! }],
    ),
  );
}

function overSun(field: DensityField, kind: ProfileKind, { position, energy }: ProfilePoint): number {
  const [radius, height] = profiles[kind].place(position);
  return field(energy, radius, height) / field(energy, sunRadiusKpc, 0);
}

/** Points where a profile is further from DRAGON's than the limit. */
function offProfile(field: DensityField, kind: ProfileKind, points: ProfilePoint[], limit: number): string[] {
  return points.flatMap((point) => {
    const off = overSun(field, kind, point) / point.dragon - 1;
    const said = `${point.position} kpc, ${point.energy} GeV: ${(100 * off).toFixed(2)} %`;
    return Math.abs(off) <= limit ? [] : [said];
  });
}

describe.each(['thm', 'cm'] as const)('profiles at 10, 100 and 1000 GeV, %s, protons', (model) => {
  const aCase: Case = [model, 'p'];

  test('heights at the Sun agree within 0.5 %', () => {
    expect(offProfile(densityField(aCase), 'heights', profilePoints(aCase, 'heights'), 0.005)).toEqual([]);
  });

  test('radii in the plane agree within 1 %', () => {
    expect(offProfile(densityField(aCase), 'radii', profilePoints(aCase, 'radii'), 0.01)).toEqual([]);
  });
});

/**
 * Electrons. 2 % is the promise. The reference says of itself: electrons within 1 %, with the energy step extrapolated to
 * zero; but its profiles have a step of 1.05. So it is good to 2 % where that step makes no more.
 */
describe.each(['thm', 'cm'] as const)('profiles at 10, 100 and 1000 GeV, %s, electrons', (model) => {
  const aCase: Case = [model, 'e-'];
  const limit = 0.02;
  let kept: DensityField | undefined;
  const stepped = () => {
    kept ??= steppedElectronField(model);
    return kept;
  };
  /** Points where the energy step moves the profile by less than the promise. */
  const good = (kind: ProfileKind) => {
    const exact = densityField(aCase);
    return profilePoints(aCase, kind).filter(
      (point) => Math.abs(overSun(stepped(), kind, point) / overSun(exact, kind, point) - 1) < limit,
    );
  };

  test('the energy step of the reference makes at the Sun what its own extrapolation says', () => {
    const [energies, converged] = fixture(aCase, 'spectrum') as [number[], number[]];
    const [radii, ...densities] = fixture(aCase, 'radii') as [number[], ...number[][]];
    const exact = densityField(aCase);
    profileEnergiesGeV.forEach((energy, e) => {
      const theirs = densities[e]![radii.indexOf(sunRadiusKpc)]! / interpolate(energies, converged, energy);
      const ours = stepped()(energy, sunRadiusKpc, 0) / exact(energy, sunRadiusKpc, 0);
      // Both are 3.5 to 5 %. 0.4 %: their extrapolation is quadratic, and we interpolate in a table of factor 1.2.
      expect(Math.abs(theirs / ours - 1)).toBeLessThan(0.004);
    });
  });

  test.each([
    // What "good to that" covers at each energy at least: else this test would say less and less unseen.
    ['heights', { from: 0, to: [1.25, 0.6, 0.4] }],
    ['radii', { from: 1.5, to: [18, 18, 18] }],
  ] as const)('%s agree within 2 %% where the reference is good to that', (kind, { from, to }) => {
    const points = good(kind);
    const isGood = ({ position, energy }: ProfilePoint) =>
      points.some((point) => point.position === position && point.energy === energy);
    const covered = profilePoints(aCase, kind).filter(
      ({ position, energy }) => position >= from && position <= to[profileEnergiesGeV.indexOf(energy)]!,
    );
    expect(covered.filter((point) => !isGood(point))).toEqual([]);
    expect(offProfile(densityField(aCase), kind, points, limit)).toEqual([]);
  });

  test('heights agree within 2 % everywhere with the energy step of the reference', () => {
    expect(offProfile(stepped(), 'heights', profilePoints(aCase, 'heights'), limit)).toEqual([]);
  });

  test('radii agree within 2 % from 1.5 kpc with the energy step of the reference', () => {
    // 2 to 4 % at 0.5 and 1 kpc: DRAGON's cells are 0.5 kpc wide, and the light above the plane is known at two radii.
    const points = profilePoints(aCase, 'radii', (radius) => radius >= 1.5);
    expect(offProfile(stepped(), 'radii', points, limit)).toEqual([]);
  });
});
