import { describe, expect, test } from 'vitest';
import { electronLossAtSun, haloTimes } from '../../../src/model/haloTimes';
import { diffusionLaw } from '../../../src/model/laws';
import { modelParameters } from '../../../src/model/models';
import { paperExplorer } from '../../../src/model/presets';
import { crossingRigidityGV } from '../../../src/physics/twoZone';
import {
  diffusionCm2PerS,
  type HaloInput,
  hasTwoHalos,
  lengthsFigure,
  profileFigure,
  profileHeights,
  rigidities,
  sharesFigure,
  timesFigure,
} from '../../../src/plot/understand/haloFigures';
import type { PlainFigure } from '../../../src/plot/understand/themedFigure';

const input: HaloInput = {
  thm: diffusionLaw(paperExplorer),
  cm: diffusionLaw(modelParameters('cm', paperExplorer)),
  rigidityGV: 1000,
  theme: 'light',
};
const step: HaloInput = { ...input, thm: { ...input.thm, profile: 'step' } };

interface Drawn {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
}

/** The parts of Plotly's traces that are read here. */
const trace = (figure: PlainFigure, name: string) =>
  (figure.data as unknown as Drawn[]).find((one) => one.name === name)!;
const valueAt = ({ x, y }: Drawn, at: number) => y[x.indexOf(at)];

describe('the profile', () => {
  test('is D0 at the reference rigidity, at every height', () => {
    const { y } = trace(profileFigure({ ...input, rigidityGV: 4 }), 'Two halos (THM)');
    const slow = diffusionCm2PerS(input.cm, 0, 4) / paperExplorer.D0;
    // The speed of a proton of 4 GV: R / sqrt(R^2 + m^2) = 0.9736.
    expect(slow).toBeCloseTo(0.9736, 4);
    for (const D of y) expect(D / paperExplorer.D0).toBeCloseTo(slow, 12);
  });

  test('is symmetric, and has the slopes of the paper in the plane and at the top', () => {
    const slope = trace(profileFigure(input), 'δ, two halos');
    expect(
      slope.x
        .map((z) => -z)
        .reverse()
        .map(Math.abs),
    ).toEqual(slope.x.map(Math.abs));
    expect(valueAt(slope, 0)).toBe(0.19);
    expect(valueAt(slope, 5)).toBeCloseTo(0.58, 12);
    expect(valueAt(slope, -5)).toBeCloseTo(0.58, 12);
  });

  test('of a step jumps at xi L, and nowhere else', () => {
    const { x, y } = trace(profileFigure(step), 'δ, two halos');
    const jumps = x.filter((_, i) => i > 0 && y[i] !== y[i - 1]);
    expect(jumps).toHaveLength(2);
    for (const z of jumps) expect(Math.abs(z)).toBeCloseTo(0.8, 6);
  });

  test('marks xi L where there are two halos', () => {
    expect(profileFigure(input).layout.shapes?.map((shape) => shape.x0)).toEqual([-0.8, 0.8]);
    const one = { ...input, thm: { ...input.thm, Delta: 0 } };
    expect(hasTwoHalos(one.thm)).toBe(false);
    expect(profileFigure(one).layout.shapes).toBeUndefined();
  });

  test.each([0.01, 0.16, 1])('has ascending heights for xi = %s', (xi) => {
    const heights = profileHeights({ ...input.thm, xi });
    for (let i = 1; i < heights.length; i++) expect(heights[i]).toBeGreaterThan(heights[i - 1]!);
    expect([heights[0], heights.at(-1)]).toEqual([-5, 5]);
  });
});

describe('the lengths', () => {
  test.each([
    ['Inner halo', 3, 0.421],
    ['Inner halo', 1, 2.716],
    ['Outer halo', 1, 3.247],
    ['Conventional', 1, 3.13],
  ])('%s at 10^%s GeV: %s kpc', (name, decade, expected) => {
    const length = valueAt(trace(lengthsFigure(input), name), 10 ** decade) ?? 0;
    // 0.05 kpc at 10 GeV, 2 % at 1 TeV: PHYSICS 10.1, 10.9.
    expect(Math.abs(length - expected)).toBeLessThan(decade === 1 ? 0.05 : 0.02 * expected);
  });

  test('have the lengths of the paper beside them', () => {
    expect(trace(lengthsFigure(input), 'the paper').y).toEqual([2.7, 3.2, 3.1]);
  });
});

describe('the times', () => {
  const times = haloTimes(input, electronLossAtSun(paperExplorer), rigidities);

  test('escape is faster with two halos at high energies, slower below the reference rigidity', () => {
    expect(times.escapeThm.at(-1)).toBeLessThan(times.escapeCm.at(-1)!);
    expect(times.escapeThm.at(-1)! / times.escapeThm[0]!).toBeLessThan(1e-2);
    expect(times.escapeThm[0]).toBeGreaterThan(times.escapeCm[0]!);
  });

  test('losses in the plane at the Sun are faster than the estimate of the paper, which is of the whole halo', () => {
    const i = rigidities.indexOf(10);
    const ratio = times.lossAtSun[i]! / times.cooling[i]!;
    // Gas and the strongest field are in the plane: faster, but within a factor of three at 10 GeV.
    expect(ratio).toBeGreaterThan(1 / 3);
    expect(ratio).toBeLessThan(1);
  });

  test('without losses there is no loss time', () => {
    const none = {
      ...paperExplorer,
      ionisation: 'off',
      coulomb: 'off',
      bremsstrahlung: 'off',
      synchrotron: 'off',
      inverseCompton: 'off',
    } as const;
    expect(electronLossAtSun(none)(10)).toBe(Number.POSITIVE_INFINITY);
  });

  test('are drawn on the energies that can be chosen', () => {
    const figure = timesFigure(input, times, Number.POSITIVE_INFINITY);
    expect(figure.data).toHaveLength(4);
    const windy = timesFigure(input, times, 98);
    expect(trace(windy, 'Wind to the edge').y.every((myr) => myr === 98)).toBe(true);
    expect(trace(figure, 'Escape, THM').x).toHaveLength(rigidities.length);
    expect(figure.layout.shapes?.[0]?.x0).toBe(1000);
  });
});

describe('the shares', () => {
  test('add up to 100 % and cross at the rigidity that is marked', () => {
    const figure = sharesFigure(step);
    const [inner, outer] = [trace(figure, 'Inner halo'), trace(figure, 'Outer halo')];
    for (const [i, share] of inner.y.entries()) expect(share + outer.y[i]!).toBeCloseTo(100, 12);
    const crossing = crossingRigidityGV(step.thm);
    const before = rigidities.findLastIndex((rigidity) => rigidity < crossing);
    expect(inner.y[before]).toBeLessThan(50);
    expect(inner.y[before + 1]).toBeGreaterThan(50);
    expect(figure.layout.annotations?.[0]?.text).toBe('281 GV');
  });

  test('have no mark in one halo', () => {
    const one = sharesFigure({ ...input, thm: input.cm });
    expect(one.layout.annotations).toEqual([]);
    expect(one.layout.shapes).toHaveLength(1);
  });
});
