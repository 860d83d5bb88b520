import { describe, expect, test } from 'vitest';
import {
  curveIndices,
  type FluxPoint,
  fastestChange,
  fewestPoints,
  indexAt,
  measuredIndices,
  powerLawFit,
  separateWindows,
  slidingIndices,
  windowDecades,
} from '../../src/inference/localSlope';
import type { MeasuredPoint, MeasuredTable } from '../../src/measurements/tableTypes';
import { twoZoneFlux } from '../../src/physics/twoZone';
import { conventionalLaw, twoHaloLaw } from '../physics/laws';

/** Abscissae from `from` to `to`, so many to the decade. */
function ladder(from: number, to: number, perDecade: number): number[] {
  const count = Math.round(perDecade * Math.log10(to / from));
  return Array.from({ length: count + 1 }, (_, i) => from * (to / from) ** (i / count));
}

const powerLaw = (x: number, relativeError = 0.02): FluxPoint => ({
  x,
  flux: 3e4 * x ** -2.7,
  relativeError,
});

describe('an exact power law', () => {
  test.each([3, 5, 20])('with %s points to the decade gives its index everywhere', (perDecade) => {
    const fits = slidingIndices(ladder(1, 1e5, perDecade).map((x) => powerLaw(x)));
    expect(fits.length).toBeGreaterThan(perDecade);
    // Round-off of logarithms of 1e4 and more, over a spread of a third of a decade.
    for (const fit of fits) expect(fit.index).toBeCloseTo(2.7, 11);
  });

  test('gives its index whatever the weights', () => {
    const points = ladder(1, 100, 10).map((x, i) => powerLaw(x, 0.01 * (1 + (i % 4))));
    for (const fit of slidingIndices(points)) expect(fit.index).toBeCloseTo(2.7, 11);
  });
});

describe('the window', () => {
  const fits = slidingIndices(ladder(1, 1e4, 20).map((x) => powerLaw(x)));

  test('is as wide as it says, but at the ends', () => {
    for (const fit of fits.slice(4, -4)) expect(Math.log10(fit.to / fit.from)).toBeCloseTo(windowDecades, 9);
  });

  test('widens where points are few, and does not call a decade and more local', () => {
    for (const fit of slidingIndices(ladder(1, 1e4, 4).map((x) => powerLaw(x))))
      expect(fit.points).toBe(fewestPoints);
    expect(slidingIndices(ladder(1, 1e6, 2).map((x) => powerLaw(x)))).toEqual([]);
    expect(slidingIndices([1, 2, 3].map((x) => powerLaw(x)))).toEqual([]);
  });

  test('windows kept apart share no point', () => {
    const separate = separateWindows(fits);
    expect(separate.length).toBeGreaterThan(5);
    for (let i = 1; i < separate.length; i++) expect(separate[i]!.from).toBeGreaterThan(separate[i - 1]!.to);
  });
});

describe('the error of the index', () => {
  test('of evenly spaced points with one error is sigma / (h sqrt(N (N^2 - 1) / 12))', () => {
    // The textbook sum of (i - mean)^2 for N points.
    const spacing = Math.log(10) / 20;
    const [fit] = slidingIndices(ladder(1, 1e4, 20).map((x) => powerLaw(x, 0.03))).slice(20);
    expect(fit?.points).toBe(9);
    expect(fit?.error).toBeCloseTo(0.03 / (spacing * Math.sqrt((9 * 80) / 12)), 12);
  });

  test('is the scatter of the fits to many noisy copies', () => {
    let seed = 7;
    const uniform = () => {
      seed = (seed * 48271) % 2147483647;
      return seed / 2147483647;
    };
    const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const abscissae = ladder(10, 30, 20);
    const errors = abscissae.map((_, i) => 0.01 + 0.005 * i);
    const copy = () =>
      powerLawFit(
        abscissae.map((x, i) => {
          const exact = powerLaw(x, errors[i]!);
          return { ...exact, flux: exact.flux * Math.exp(errors[i]! * normal()) };
        }),
      );
    const copies = Array.from({ length: 4000 }, copy);
    const mean = copies.reduce((sum, fit) => sum + fit.index, 0) / copies.length;
    const scatter = Math.sqrt(copies.reduce((sum, fit) => sum + (fit.index - mean) ** 2, 0) / copies.length);
    const { error } = copies[0]!;
    // 4000 copies know the mean to error/63 and the scatter to 1.1 %: four standard deviations of each.
    expect(Math.abs(mean - 2.7)).toBeLessThan((4 * error) / Math.sqrt(4000));
    expect(Math.abs(scatter / error - 1)).toBeLessThan(0.045);
  });
});

describe('a published table', () => {
  const point = (x: number, change: Partial<MeasuredPoint> = {}): MeasuredPoint => {
    const y = 1e4 * x ** -2.8;
    const errors = { statLow: 0.03 * y, statHigh: 0.03 * y, sysLow: 0.04 * y, sysHigh: 0.04 * y };
    return { x, xLow: null, xHigh: null, y, ...errors, leftOutOfChi2: false, ...change };
  };
  const table = (points: readonly MeasuredPoint[]): MeasuredTable => ({
    id: 'made-up',
    experiment: 'None',
    year: 2000,
    quantity: 'p',
    axis: 'R',
    xUnit: 'GV',
    fluxUnit: 'm^-2 s^-1 sr^-1 GV^-1',
    publications: [],
    database: '',
    period: null,
    abscissa: '',
    errors: 'statistical and systematic',
    hadronicModel: null,
    compareWith: 'modulated',
    drawByDefault: true,
    duplicateOf: null,
    derivedFrom: [],
    notes: '',
    points,
  });
  const abscissae = ladder(100, 1000, 10);

  test('adds statistical and systematic errors in quadrature', () => {
    const [fit] = measuredIndices(table(abscissae.map((x) => point(x))), 'R').slice(3);
    expect(fit?.index).toBeCloseTo(2.8, 11);
    expect(fit?.points).toBe(5);
    expect(fit?.error).toBeCloseTo(0.05 / ((Math.log(10) / 10) * Math.sqrt((5 * 24) / 12)), 12);
  });

  test('on rigidity, read on energy, is flatter by the kinematics of slow protons only', () => {
    const indexNear = (x: number) =>
      indexAt(measuredIndices(table(ladder(x / 3, 3 * x, 10).map((at) => point(at))), 'EK'), x) ?? 0;
    // d ln R / d ln E = (E + m) / (E + 2m): 1 % at 100 GeV, and the same again a thousandth of it at 100 TeV.
    expect(indexNear(100)).toBeLessThan(2.79);
    expect(indexNear(1e5)).toBeCloseTo(2.8, 4);
  });

  test('points that do not count in a chi2 do not count here', () => {
    const wrong = { y: 1, leftOutOfChi2: true };
    const spoiled = abscissae.map((x, i) => point(x, i === 5 ? wrong : {}));
    for (const fit of measuredIndices(table(spoiled), 'R')) expect(fit.index).toBeCloseTo(2.8, 11);
    const unpublished = { statLow: null, statHigh: null, sysLow: null, sysHigh: null };
    expect(measuredIndices(table(abscissae.map((x) => point(x, unpublished))), 'R')).toEqual([]);
  });
});

describe('the thin-disc solution', () => {
  const injection = { breakGV: 9, slopeBelow: 2.1, slopeAbove: 2.31, cutoffGV: Number.POSITIVE_INFINITY };
  const rigidities = ladder(1, 1e6, 40);
  const indices = (law: typeof conventionalLaw) =>
    curveIndices(
      rigidities,
      // The slope above the break alone: PHYSICS 10.5 is for 10 GV and more, and the window at 10 GV begins below the break.
      rigidities.map((rigidity) => twoZoneFlux(law, { ...injection, slopeBelow: 2.31 }, rigidity)),
    );
  const twoHalos = indices(twoHaloLaw('smooth'));

  test.each([
    [10, 2.822],
    [100, 2.764],
    [1e3, 2.688],
    [1e4, 2.617],
  ])('in two smooth halos has the index of PHYSICS 10.5 at %s GV: %s', (rigidity, expected) => {
    // 0.01: the tolerance of PHYSICS 10.5.
    expect(Math.abs((indexAt(twoHalos, rigidity) ?? 0) - expected)).toBeLessThan(0.01);
  });

  test('in one halo has the index 2.81 throughout', () => {
    for (const fit of indices(conventionalLaw)) expect(fit.index).toBeCloseTo(2.81, 10);
  });

  test('changes fastest at some 700 GV, by 0.078 a decade: no break at 200 GV', () => {
    const fastest = fastestChange(twoHalos, 30, 2e4);
    // The printed digits of PHYSICS 10.5; where a flat maximum lies is known to a few tenths.
    expect(fastest?.perDecade).toBeCloseTo(-0.078, 2);
    expect(Math.abs(fastest?.perDecade ?? 1)).toBeLessThan(0.09);
    expect(fastest?.x).toBeGreaterThan(400);
    expect(fastest?.x).toBeLessThan(1200);
  });

  test('is not known beyond the curve', () => {
    expect(indexAt(twoHalos, 1.2)).toBeNull();
    expect(indexAt(twoHalos, 9e5)).toBeNull();
    expect(indexAt([], 10)).toBeNull();
    expect(fastestChange([], 10, 100)).toBeNull();
  });
});

test('a break is seen where it is, as sharp as the window', () => {
  const x = ladder(10, 1e4, 40);
  const broken = x.map((at) => (at < 200 ? (at / 200) ** -2.85 : (at / 200) ** -2.65));
  const fastest = fastestChange(curveIndices(x, broken), 30, 3000);
  // 0.2 within a window of 0.4 decades, more steeply in its middle.
  expect(fastest?.perDecade).toBeLessThan(-0.5);
  expect(Math.abs(Math.log10((fastest?.x ?? 0) / 200))).toBeLessThan(0.05);
});
