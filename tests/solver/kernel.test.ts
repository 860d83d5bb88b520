/** The compiled iteration, held to the one in TypeScript that it was written from. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { kernelSource, sourceHash } from '../../scripts/kernelSource';
import { CompiledRing } from '../../src/solver/kernel/compiledRing';
import { geometricShifts, type SolveOptions, solveSteadyState } from '../../src/solver/steadyState';
import { applyTransport, assembleTransport } from '../../src/solver/transportOperator';
import type { TransportOperator } from '../../src/solver/transportTypes';
import { coefficientsOf, medium, rateOf, uniformAxis, uniformMomentum } from './testHalo';

/** All terms at once, on rows and heights that are no multiples of four. */
function problem(radii: number, heights: number, momenta: number, wind: number): TransportOperator {
  const grid = {
    r: uniformAxis(radii, 15),
    z: uniformAxis(heights, 4),
    momentum: uniformMomentum(momenta, 0.1, 1e4),
  };
  const { fine } = grid.momentum;
  const everywhere = medium(grid, () => 1);
  const disc = medium(grid, (r, z) => Math.exp(-(z + 0.1 * r)));
  return assembleTransport(
    grid,
    coefficientsOf(grid, {
      diffusion: (z, f) => 0.05 * Math.exp((0.2 + 0.1 * z) * fine[f]!),
      momentumDiffusion: (z, f) => 4e-3 * Math.exp(-(0.2 + 0.1 * z) * fine[f]!),
      ...(wind > 0 && { wind: (z: number) => wind * (1 + z) }),
      losses: [rateOf(grid, everywhere, (p) => 2e-3 * p)],
      sinks: [rateOf(grid, disc, () => 0.01)],
      source: rateOf(grid, disc, (p) => p ** -1.3),
      weight: fine.map((x) => Math.exp(-1.4 * x)),
    }),
  );
}

const problems = [
  ['still air', problem(18, 20, 30, 0)],
  ['rows and heights of odd numbers', problem(7, 9, 12, 0)],
  ['a wind', problem(11, 14, 21, 0.02)],
  ['one height, two momenta', problem(5, 1, 2, 0)],
] as const;

function wave(size: number): Float64Array {
  return Float64Array.from({ length: size }, (_, c) => 1 + 0.5 * Math.sin(1.7 * c));
}

function largestDifference(one: Float64Array, other: Float64Array): number {
  expect(one).toHaveLength(other.length);
  const scale = other.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return one.reduce((most, value, c) => Math.max(most, Math.abs(value - other[c]!) / scale), 0);
}

function loaded(operator: TransportOperator): CompiledRing {
  const ring = CompiledRing.load(operator, geometricShifts(operator.grid));
  if (ring === undefined) throw new Error('The compiled iteration could not be loaded.');
  return ring;
}

const solvedBy = (operator: TransportOperator, options: SolveOptions) =>
  solveSteadyState(operator, options, new Float64Array(operator.size));

describe('the compiled iteration', () => {
  test('is compiled from the source beside it', () => {
    const bytes = readFileSync(new URL('../../src/solver/kernel/kernelBytes.ts', import.meta.url), 'utf8');
    expect(bytes).toContain(`SHA-256 of its sources: ${sourceHash(kernelSource('kernel'))}`);
  });

  test.each(problems)('applies the operator to the last digits: %s', (_, operator) => {
    const v = wave(operator.size);
    const [compiled, readable] = [new Float64Array(v.length), new Float64Array(v.length)];
    loaded(operator).apply(v, compiled);
    applyTransport(operator, v, readable);
    // The same sums in the same order: equal but for what a compiler may reorder, which is nothing.
    expect(compiled).toEqual(readable);
  });

  test.each(problems)('takes as many steps to the same solution: %s', (_, operator) => {
    const options = { tolerance: 1e-10, maximumIterations: 100 };
    const compiled = solvedBy(operator, options);
    const readable = solvedBy(operator, { ...options, isReadable: true });
    expect([compiled.isCompiled, readable.isCompiled]).toEqual([true, false]);
    // Cycles in single precision steer a little differently.
    expect(Math.abs(compiled.iterations - readable.iterations)).toBeLessThanOrEqual(1);
    // Both are right to a residual of 1e-10, times how far a residual is felt: 1e3 was not reached.
    expect(largestDifference(compiled.g, readable.g)).toBeLessThan(1e-7);
  });

  test('begins where it is told to, and leaves a first guess that is good enough', () => {
    const [, operator] = problems[0];
    const options = { tolerance: 1e-8, maximumIterations: 100 };
    const { g } = solvedBy(operator, options);
    const again = solveSteadyState(operator, options, g);
    expect(again.iterations).toBe(0);
    expect(again.g).toEqual(g);
  });

  test('solves one problem after another in one memory, larger and smaller', () => {
    const options = { tolerance: 1e-10, maximumIterations: 100 };
    const first = problems.map(([, operator]) => solvedBy(operator, options).g);
    const second = problems
      .toReversed()
      .map(([, operator]) => solvedBy(operator, options).g)
      .toReversed();
    expect(second).toEqual(first);
  });
});

describe('where nothing can be compiled', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test('the readable iteration solves, and says so', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    vi.resetModules();
    const fresh = await import('../../src/solver/steadyState');
    const [, operator] = problems[1];
    const options = { tolerance: 1e-10, maximumIterations: 100 };
    const solved = fresh.solveSteadyState(operator, options);
    expect(solved.isCompiled).toBe(false);
    expect(solved.g).toEqual(solveSteadyState(operator, { ...options, isReadable: true }).g);
  });
});
