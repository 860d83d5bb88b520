/** The compiled assembly and slab, held to those in TypeScript that they were written from. */
import { describe, expect, test } from 'vitest';
import { weightedIntegral } from '../../src/solver/cellMeans';
import type { TransportGrid } from '../../src/solver/haloGrid';
import { CompiledRing } from '../../src/solver/kernel/compiledRing';
import { solveSlabCompiled } from '../../src/solver/kernel/compiledSlab';
import { planesOf, shapeFrom } from '../../src/solver/observe';
import { solveSlab } from '../../src/solver/slab';
import { solveRing } from '../../src/solver/solveRing';
import { geometricShifts } from '../../src/solver/steadyState';
import { applyTransport, assembleTransport } from '../../src/solver/transportOperator';
import type { DiffusionPowers, KnownDensity, RingCoefficients } from '../../src/solver/transportTypes';
import { medium, rateOf, uniformAxis, uniformMomentum } from './testHalo';

/** Ends of their sums differ in rounding, and exp and ln in the last digit; nothing is subtracted that cancels by more. */
const asGood = 1e-11;

function gridOf(radii: number, heights: number, momenta: number): TransportGrid {
  return {
    r: uniformAxis(radii, 15),
    z: uniformAxis(heights, 4),
    momentum: uniformMomentum(momenta, 0.1, 1e4),
  };
}

/** Two halos, the boundary within a cell: between them D jumps, or only bends. */
function powersOn({ momentum }: TransportGrid, jumps: boolean): DiffusionPowers {
  return {
    speed: momentum.fine.map((x) => 0.05 * (1 + 0.1 * Math.sin(x))),
    logRigidity: momentum.fine.map((x) => x - 1),
    slopeAt: (z) => (z > 1.3 ? 0.6 : jumps ? 0.2 : 0.2 + (0.4 * z) / 1.3),
    accelerationAt: (z) => 2e-4 * (1 + 0.1 * z),
  };
}

function termsOf(grid: TransportGrid, parts: { wind?: number; jumps?: boolean; isAccelerated?: boolean }) {
  const { wind = 0, jumps = false, isAccelerated = true } = parts;
  const powers = powersOn(grid, jumps);
  const { speed, logRigidity, slopeAt } = powers;
  const accelerationAt = isAccelerated ? powers.accelerationAt : () => 0;
  const diffusion = (z: number, f: number) => speed[f]! * Math.exp(slopeAt(z) * logRigidity[f]!);
  const disc = medium(grid, (r, z) => Math.exp(-(z + 0.1 * r)));
  return {
    powers: { ...powers, accelerationAt },
    diffusion,
    momentumDiffusion: (z: number, f: number) => accelerationAt(z) / diffusion(z, f),
    ...(wind > 0 && { wind: (z: number) => wind * (1 + z), planeLoss: wind / 3 }),
    kinkHeight: 1.3,
    losses: [
      rateOf(
        grid,
        medium(grid, (r) => 1 + 0.05 * r),
        (p) => 2e-3 * p,
      ),
      rateOf(grid, disc, (p) => 1e-3 / p),
    ],
    sinks: [rateOf(grid, disc, () => 0.01)],
    source: { ...rateOf(grid, disc, (p) => p ** -1.3), from: 2 },
  };
}

/** A density of another grid, positive everywhere. */
function knownOn(grid: TransportGrid): KnownDensity {
  const { r, z, momentum } = grid;
  const g = new Float64Array(r.count * z.count * momentum.count);
  for (let c = 0; c < g.length; c++) {
    const cell = c % (r.count * z.count);
    const x = momentum.centres[Math.floor(c / (r.count * z.count))]!;
    const height = z.centres[Math.floor(cell / r.count)]!;
    g[c] = Math.exp(-0.03 * r.centres[cell % r.count]! - 0.2 * height * (1 + 0.1 * Math.sin(x)));
  }
  return { grid, g };
}

function coefficientsOn(
  grid: TransportGrid,
  parts: Parameters<typeof termsOf>[1],
  isGiven = false,
): RingCoefficients {
  const weight = grid.momentum.fine.map((x) => Math.exp(-1.4 * x));
  const shape = shapeFrom(knownOn(gridOf(6, 5, 9)), grid, weight);
  return {
    ...termsOf(grid, parts),
    weight,
    rowScale: grid.momentum.fine.map((x) => 1 + 0.1 * x),
    shape: isGiven ? planesOf(shape.everywhere, shape.everyFace, grid.r.count * grid.z.count) : shape,
  };
}

const grid = gridOf(11, 14, 21);

/** What other particles bring, as uneven as it can be: another share of w in each cell. */
function bornOn({ momentum }: TransportGrid, { weight }: RingCoefficients): Float64Array {
  const plane = grid.r.count * grid.z.count;
  return Float64Array.from({ length: plane * momentum.count }, (_, c) => {
    const k = Math.floor(c / plane);
    return (1 + Math.sin(2.3 * c)) * weightedIntegral(momentum, weight, k, () => 2);
  });
}

const plain = coefficientsOn(grid, {});
const born = bornOn(grid, plain);
const problems: readonly (readonly [string, RingCoefficients])[] = [
  ['a shape of another grid', coefficientsOn(grid, {})],
  ['a shape that is given', coefficientsOn(grid, { jumps: true }, true)],
  ['a wind that sets out from the plane', coefficientsOn(grid, { wind: 0.02 })],
  ['no reacceleration', coefficientsOn(grid, { isAccelerated: false })],
  ['what others bring, beside sources', { ...plain, born }],
  ['losses of first order', { ...coefficientsOn(grid, {}), firstOrderLosses: 'fitted' }],
];

function largestDifference(one: Float64Array, other: Float64Array): number {
  expect(one).toHaveLength(other.length);
  const scale = other.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return one.reduce((most, value, c) => Math.max(most, Math.abs(value - other[c]!) / scale), 0);
}

const options = { tolerance: 1e-11, maximumIterations: 100 };

describe('the compiled assembly', () => {
  test.each(problems)('makes the same operator: %s', (_, coefficients) => {
    const readable = assembleTransport(grid, coefficients);
    const v = Float64Array.from({ length: readable.size }, (_, c) => 1 + 0.5 * Math.sin(1.7 * c));
    const ring = CompiledRing.assemble(grid, coefficients, geometricShifts(grid), undefined);
    const [one, other] = [new Float64Array(v.length), new Float64Array(v.length)];
    ring?.apply(v, one);
    applyTransport(readable, v, other);
    expect(largestDifference(one, other)).toBeLessThan(asGood);
  });

  test.each(problems)('leads to the same solution: %s', (_, coefficients) => {
    const compiled = solveRing(grid, coefficients, options, 'shape');
    const readable = solveRing(grid, coefficients, { ...options, isReadable: true }, 'shape');
    expect([compiled.isCompiled, readable.isCompiled]).toEqual([true, false]);
    expect(Math.abs(compiled.iterations - readable.iterations)).toBeLessThanOrEqual(1);
    // Both are right to a residual of 1e-11, times how far a residual is felt: 1e3 was not reached.
    expect(largestDifference(compiled.g, readable.g)).toBeLessThan(1e-8);
  });

  test('begins with a density of another grid as the readable one does', () => {
    const [, coefficients] = problems[0]!;
    const start = knownOn(gridOf(8, 9, 15));
    const none = { tolerance: 100, maximumIterations: 0 };
    const compiled = solveRing(grid, coefficients, none, start);
    const readable = solveRing(grid, coefficients, { ...none, isReadable: true }, start);
    expect([compiled.iterations, readable.iterations]).toEqual([0, 0]);
    expect(largestDifference(compiled.g, readable.g)).toBeLessThan(asGood);
  });

  test('has what others bring on its right-hand side as the readable one does', () => {
    const nothing = { ...plain.source, rate: plain.source.rate.map(() => 0) };
    const none = { tolerance: 1e6, maximumIterations: 0 };
    const residuals = (coefficients: RingCoefficients) =>
      [false, true].map((isReadable) =>
        [gridOf(8, 9, 15), gridOf(6, 12, 10)].map(
          (from) => solveRing(grid, coefficients, { ...none, isReadable }, knownOn(from)).residual,
        ),
      );
    for (const coefficients of [plain, { ...plain, born }, { ...plain, source: nothing, born }]) {
      const [compiled, readable] = residuals(coefficients);
      compiled!.forEach((value, i) => {
        expect(Math.abs(value / readable![i]! - 1)).toBeLessThan(asGood);
      });
    }
    // It is felt.
    const [[without], [beside]] = [residuals(plain), residuals({ ...plain, born })];
    expect(Math.abs(without![0]! / beside![0]! - 1)).toBeGreaterThan(0.1);
  });

  test('leaves losses that comparisons take upwind to the readable one', () => {
    const [, coefficients] = problems[0]!;
    const { isCompiled } = solveRing(grid, { ...coefficients, firstOrderLosses: 'upwind' }, options);
    // Its iteration is compiled all the same.
    expect(isCompiled).toBe(true);
    expect(
      CompiledRing.assemble(
        grid,
        { ...coefficients, firstOrderLosses: 'upwind' },
        geometricShifts(grid),
        undefined,
      ),
    ).toBe(undefined);
  });
});

describe('the compiled slab', () => {
  test.each([
    ['a bend of D', {}],
    ['a jump of D', { jumps: true }],
    ['a wind', { wind: 0.02 }],
    ['no reacceleration', { isAccelerated: false }],
  ])('is that of slab.ts: %s', (_, parts) => {
    const column = gridOf(1, 8, 30);
    const { fine } = column.momentum;
    const terms = { ...termsOf(column, parts), firstInjecting: 8, lateralDecay: 0.01 };
    const [compiled, readable] = [solveSlabCompiled(fine, column.z, terms), solveSlab(fine, column.z, terms)];
    const relative = (one: Float64Array | undefined, other: Float64Array) =>
      other.reduce(
        (most, value, i) =>
          Math.max(most, value === 0 ? Math.abs(one?.[i] ?? 1) : Math.abs((one?.[i] ?? 0) / value - 1)),
        0,
      );
    expect(readable.density.some((value) => value > 0)).toBe(true);
    expect(relative(compiled?.density, readable.density)).toBeLessThan(asGood);
    expect(relative(compiled?.rate, readable.rate)).toBeLessThan(asGood);
  });
});
