/** A wind away from the plane: exact solutions, what still air is, and what does not go together with it. */
import { describe, expect, test } from 'vitest';
import type { TransportGrid } from '../../src/solver/haloGrid';
import { planesOf, valueAt } from '../../src/solver/observe';
import { planeReading } from '../../src/solver/plane';
import { solveSteadyState } from '../../src/solver/steadyState';
import { assembleTransport } from '../../src/solver/transportOperator';
import type { TransportCoefficients } from '../../src/solver/transportTypes';
import {
  extendedSourceDensityWithTurningWind,
  thinDiscDensityWithTurningWind,
  thinDiscDensityWithWind,
} from '../exact/thinDisc';
import { difference } from '../physics/laws';
import { stretchedHeights } from './alignedHeights';
import {
  coefficientsOf,
  discAndLayers,
  discSource,
  medium,
  rateOf,
  tight,
  unboundedRadius,
  uniformAxis,
  uniformMomentum,
  valuesAtCentre,
} from './testHalo';

const wind = 0.03;
const diffusion = 0.1;
const top = 5;
const gamma = 2.7;

describe('a thin disc in a wind', () => {
  // Four e-foldings and more below the highest momentum, where nothing flows in: exp(-3 times as many) is left of that.
  const grid = {
    r: unboundedRadius,
    z: discAndLayers([top], [20]),
    momentum: uniformMomentum(40, 1, 3e4),
  };
  const { fine } = grid.momentum;
  /** p N in the plane over p^(1 - gamma), per momentum cell. */
  function density(parts: Partial<TransportCoefficients>): Float64Array {
    const coefficients = coefficientsOf(grid, {
      diffusion: () => diffusion,
      wind: () => wind,
      source: rateOf(
        grid,
        discSource(grid, () => 1),
        (p) => p ** (1 - gamma),
      ),
      weight: fine.map((x) => Math.exp((1 - gamma) * x)),
      ...parts,
    });
    return valuesAtCentre(grid, solveSteadyState(assembleTransport(grid, coefficients), tight));
  }

  test('without the loss: N0 = (Q/2u)[1 - exp(-uL/D)]', () => {
    const exact = thinDiscDensityWithWind(1, wind, diffusion, top);
    // The fluxes are exact for any number of cells; the disc's own cell is 1e-4 kpc thick.
    for (const value of density({})) expect(difference(value, exact)).toBeLessThan(1e-4);
  });

  test('with it, where the wind turns in the plane', () => {
    const exact = thinDiscDensityWithTurningWind(1, wind, diffusion, top, gamma);
    const solved = density({ planeLoss: wind / 3 });
    // Cells of 0.26 in ln p, second order: (1.7 0.26)^2 / 12 of the loss' half share.
    for (const value of solved.slice(0, 20)) expect(difference(value, exact)).toBeLessThan(6e-3);
    expect(exact).toBeLessThan(0.7 * thinDiscDensityWithWind(1, wind, diffusion, top));
  });
});

describe('sources of some height, read in the plane', () => {
  const height = 0.6;
  const below = (z: number) => -Math.expm1(-z / height) * height;

  /**
   * Relative error in the plane of 2^level times 10 heights.
   *
   * @param off the weight is p^off times the solution; with a local shape it is known by how much.
   */
  function error(level: number, loses: boolean, off: number, strength: number): number {
    const { fine } = uniformMomentum(24 * 2 ** level, 1, 3e3);
    const grid: TransportGrid = {
      r: uniformAxis(4, 4000),
      z: stretchedHeights(10 * 2 ** level, top, 0.2 / 2 ** level, 0),
      momentum: uniformMomentum(24 * 2 ** level, 1, 3e3),
    };
    const power = 1 - gamma;
    const { faces, count } = grid.z;
    const perCell = medium(grid, () => 1);
    for (let j = 0; j < count; j++) {
      const mean = (below(faces[j + 1]!) - below(faces[j]!)) / (faces[j + 1]! - faces[j]!);
      perCell.fill(mean, j * grid.r.count, (j + 1) * grid.r.count);
    }
    const plane = perCell.length;
    const onPlanes = (x: Float64Array) =>
      Float64Array.from({ length: plane * x.length }, (_, c) => Math.exp(-off * x[Math.floor(c / plane)]!));
    const coefficients = coefficientsOf(grid, {
      diffusion: () => diffusion,
      wind: () => strength,
      ...(loses && { planeLoss: strength / 3 }),
      source: rateOf(grid, perCell, (p) => p ** power),
      weight: fine.map((x) => Math.exp((power + off) * x)),
      ...(off !== 0 && {
        shape: planesOf(onPlanes(grid.momentum.centres), onPlanes(grid.momentum.faces), plane),
      }),
    });
    const { g } = solveSteadyState(assembleTransport(grid, coefficients), tight);
    const reading = planeReading(grid, coefficients);
    const exact = extendedSourceDensityWithTurningWind(below, strength, diffusion, top, loses ? gamma : 1);
    const k = 8 * 2 ** level;
    const read = valueAt(grid, g, k, 0, 0, reading);
    return read / (exact * Math.exp(-off * grid.momentum.centres[k]!)) - 1;
  }

  test.each([
    ['wind alone', false, 0],
    ['wind and its turn', true, 0],
    ['wind and its turn, seen through a weight that is off by p^0.3', true, 0.3],
  ] as const)('%s: second order', (_, loses, off) => {
    // Seven times as strong as above, so that the cusp is most of the error.
    const [coarse, fine] = [2, 3].map((level) => Math.abs(error(level, loses, off, 0.2)));
    // A scheme of second order shows 2; 1.8 leaves room for grids this coarse. Reading as if flat shows 1.
    expect(Math.log2(coarse! / fine!)).toBeGreaterThan(1.8);
    expect(fine).toBeLessThan(6e-4);
  });

  test('so strong that a cell does not resolve the cusp: positive, and not off by more than the cells', () => {
    // V h / D is 10 in the first cell.
    expect(Math.abs(error(0, false, 0, 5))).toBeLessThan(0.12);
    expect(Math.abs(error(0, true, 0, 5))).toBeLessThan(0.12);
  });
});

describe('still air', () => {
  const grid = {
    r: uniformAxis(5, 20),
    z: stretchedHeights(6, top, 0.2, 1.5),
    momentum: uniformMomentum(9, 1, 100),
  };
  const coefficients = coefficientsOf(grid, {
    diffusion: (z, f) => 0.1 * (1 + z) * Math.exp(0.3 * grid.momentum.fine[f]!),
    source: rateOf(
      grid,
      medium(grid, () => 1),
      () => 1,
    ),
  });
  const operator = assembleTransport(grid, coefficients);

  test('lets as much leave a cell as arrives', () => {
    expect(operator.verticalDiagonal).toEqual(operator.down.map((value, row) => value + operator.up[row]!));
    expect(operator.windSpeed).toBeNull();
    expect(planeReading(grid, coefficients)).toBeUndefined();
  });

  test('is a wind of no speed, to round-off', () => {
    const none = assembleTransport(grid, { ...coefficients, wind: () => 0 });
    for (const part of ['down', 'up', 'verticalDiagonal'] as const)
      none[part].forEach((value, row) => {
        expect(Math.abs(value - operator[part][row]!)).toBeLessThan(1e-14 * operator.verticalDiagonal[row]!);
      });
    const { own, next, change } = planeReading(grid, { ...coefficients, wind: () => 0 })!;
    for (let k = 0; k < own.length; k++) {
      expect(own[k]! + next[k]!).toBeCloseTo(1, 12);
      expect(change[k]).toBe(0);
    }
  });
});
