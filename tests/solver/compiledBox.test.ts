/** The compiled iteration for boxes, held to the one in TypeScript that it was written from. */
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { kernelSource, sourceHash } from '../../scripts/kernelSource';
import { marchBox } from '../../src/solver/boxMarch';
import type { BoxGrid } from '../../src/solver/haloGrid';
import { CompiledBox } from '../../src/solver/kernel/compiledBox';
import {
  geometricShifts,
  improveSteadyState,
  type SolveOptions,
  solveSteadyState,
} from '../../src/solver/steadyState';
import { applyTransport, assembleTransport } from '../../src/solver/transportOperator';
import type { TransportCoefficients, TransportOperator } from '../../src/solver/transportTypes';
import { axisThrough, coefficientsOf, rateOf, uniformAxis, uniformMomentum } from './testHalo';

interface Kind {
  readonly x: number;
  readonly y: number;
  readonly heights: number;
  readonly momenta: number;
  readonly yBegins: BoxGrid['yBegins'] | 'whole';
  /** Whether free escape cuts through the box. */
  readonly isRound: boolean;
  readonly wind: number;
}

function gridOf({ x, y, heights, momenta, yBegins, isRound }: Kind): BoxGrid {
  const edge = 12;
  const both = (count: number) =>
    axisThrough(Array.from({ length: count + 1 }, (_, i) => edge * ((2 * i) / count - 1)));
  return {
    x: both(x),
    y: yBegins === 'whole' ? both(y) : uniformAxis(y, edge),
    escapeRadius: isRound ? edge : Number.POSITIVE_INFINITY,
    yBegins: yBegins === 'whole' ? 'escape' : yBegins,
    z: uniformAxis(heights, 4),
    momentum: uniformMomentum(momenta, 0.1, 1e4),
  };
}

/** All terms at once, with coefficients that vary in all directions. */
function coefficientsIn(grid: BoxGrid, wind: number): TransportCoefficients {
  const { fine } = grid.momentum;
  const layer = grid.x.count * grid.y.count;
  const inBox = (f: (c: number) => number) =>
    Float64Array.from({ length: layer * grid.z.count }, (_, c) => f(c));
  const everywhere = inBox((c) => 1 + 0.3 * Math.sin(c));
  const disc = inBox((c) => Math.exp(-grid.z.centres[Math.floor(c / layer)]!) * (1 + 0.5 * Math.cos(c)));
  return coefficientsOf(grid, {
    diffusion: (z, f) => 0.05 * Math.exp((0.2 + 0.1 * z) * fine[f]!),
    momentumDiffusion: (z, f) => 4e-3 * Math.exp(-(0.2 + 0.1 * z) * fine[f]!),
    ...(wind > 0 && { wind: (z: number) => wind * (1 + z) }),
    losses: [rateOf(grid, everywhere, (p) => 2e-3 * p)],
    sinks: [rateOf(grid, disc, () => 0.01)],
    source: rateOf(grid, disc, (p) => p ** -1.3),
    weight: fine.map((x) => Math.exp(-1.4 * x)),
  });
}

/** Cells of a layer below and above those whose momentum lines are solved at once, rows that are no multiples of four. */
const kinds: readonly (readonly [string, Kind])[] = [
  ['half a box', { x: 21, y: 15, heights: 6, momenta: 11, yBegins: 'mirror', isRound: false, wind: 0 }],
  [
    'half a round box, odd',
    { x: 13, y: 7, heights: 5, momenta: 9, yBegins: 'escape', isRound: true, wind: 0 },
  ],
  ['a whole round box', { x: 16, y: 17, heights: 4, momenta: 8, yBegins: 'whole', isRound: true, wind: 0 }],
  ['a wind', { x: 11, y: 9, heights: 7, momenta: 10, yBegins: 'mirror', isRound: true, wind: 0.02 }],
  ['one momentum', { x: 9, y: 5, heights: 8, momenta: 1, yBegins: 'mirror', isRound: true, wind: 0 }],
  [
    'two momenta, one height',
    { x: 4, y: 2, heights: 1, momenta: 2, yBegins: 'mirror', isRound: false, wind: 0 },
  ],
];
const problems = kinds.map(([name, kind]) => {
  const grid = gridOf(kind);
  return [name, assembleTransport(grid, coefficientsIn(grid, kind.wind))] as const;
});

function largestDifference(one: Float64Array, other: Float64Array): number {
  expect(one).toHaveLength(other.length);
  const scale = other.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return one.reduce((most, value, c) => Math.max(most, Math.abs(value - other[c]!) / scale), 0);
}

/** An operator in the compiled module's memory. */
function moved(operator: TransportOperator): { operator: TransportOperator; room: CompiledBox } {
  const { grid, across, momentum, momenta: largest } = operator;
  if ('r' in grid || across === null) throw new Error('No box.');
  const hasWind = operator.windSpeed !== null;
  const room = CompiledBox.layOut({
    ...operator,
    grid,
    across,
    largest,
    hasWind,
    shifts: geometricShifts(grid),
  });
  if (room === undefined) throw new Error('The compiled iteration could not be loaded.');
  room.rightHandSide.set(operator.rightHandSide);
  for (const band of ['below', 'diagonal', 'above', 'secondAbove'] as const)
    room.large[band].set(momentum[band]);
  return { operator: { ...operator, momentum: room.large, rightHandSide: room.rightHandSide }, room };
}

function solvedBy(given: TransportOperator, options: SolveOptions, start = new Float64Array(given.size)) {
  if (options.isReadable) return solveSteadyState(given, options, start);
  const { operator, room } = moved(given);
  room.g.set(start);
  const { solveCompiled } = room;
  const report = improveSteadyState(operator, { ...options, solveCompiled }, room.g);
  return { g: room.g.slice(), ...report };
}

describe('the compiled iteration in a box', () => {
  test('is compiled from the source beside it', () => {
    const bytes = readFileSync(new URL('../../src/solver/kernel/boxBytes.ts', import.meta.url), 'utf8');
    expect(bytes).toContain(`SHA-256 of its sources: ${sourceHash(kernelSource('box'))}`);
  });

  test.each(problems)('applies the operator to the last digits: %s', (_, operator) => {
    const v = Float64Array.from({ length: operator.size }, (_value, c) => 1 + 0.5 * Math.sin(1.7 * c));
    const readable = new Float64Array(v.length);
    applyTransport(operator, v, readable);
    const { operator: there, room } = moved(operator);
    room.g.set(v);
    room.apply(there, room.g);
    const compiled = room.rightHandSide.slice();
    // The same sums in the same order: equal but for what a compiler may reorder, which is nothing.
    expect(compiled).toEqual(readable);
  });

  test.each(problems)('takes as many steps to the same solution: %s', (_, operator) => {
    const options = { tolerance: 1e-10, maximumIterations: 300 };
    const compiled = solvedBy(operator, options);
    const readable = solvedBy(operator, { ...options, isReadable: true });
    expect([compiled.isCompiled, readable.isCompiled]).toEqual([true, false]);
    // Cycles and vectors in single precision steer a little differently; up to a restart of three is one that ended just above.
    expect(Math.abs(compiled.iterations - readable.iterations)).toBeLessThanOrEqual(3);
    // Both are right to a residual of 1e-10, times how far a residual is felt: 1e3 was not reached.
    expect(largestDifference(compiled.g, readable.g)).toBeLessThan(1e-7);
  });

  test('begins where it is told to, and leaves a first guess that is good enough', () => {
    const [, operator] = problems[0]!;
    const options = { tolerance: 1e-8, maximumIterations: 300 };
    const { g } = solvedBy(operator, options);
    const again = solvedBy(operator, options, g);
    expect(again.iterations).toBe(0);
    expect(again.g).toEqual(g);
  });

  test('solves one problem after another in one memory, larger and smaller, and after one that failed', () => {
    const options = { tolerance: 1e-10, maximumIterations: 300 };
    const first = problems.map(([, operator]) => solvedBy(operator, options).g);
    const [, largest] = problems[0]!;
    const rightHandSide = largest.rightHandSide.map(() => Number.NaN);
    expect(() => solvedBy({ ...largest, rightHandSide }, options)).toThrow('stopped at a residual');
    const second = problems
      .toReversed()
      .map(([, operator]) => solvedBy(operator, options).g)
      .toReversed();
    expect(second).toEqual(first);
  });

  test.each(kinds.slice(0, 4))('marches to the same density, and tells every iteration: %s', (_, kind) => {
    const grid = gridOf(kind);
    const coefficients = coefficientsIn(grid, kind.wind);
    const guess = new Float64Array(grid.x.count * grid.y.count * grid.z.count).fill(1);
    const marched = (isReadable: boolean) => {
      const shares: number[] = [];
      const options = { tolerance: 1e-8, maximumIterations: 300, isReadable };
      const { g } = marchBox(
        grid,
        coefficients,
        () => guess,
        true,
        options,
        ({ share }) => shares.push(share),
      );
      return { g, shares };
    };
    const [compiled, readable] = [marched(false), marched(true)];
    // Three times the tolerance is left in a window that others moved, felt as above.
    expect(largestDifference(compiled.g, readable.g)).toBeLessThan(3e-5);
    expect(compiled.shares.length).toBeGreaterThan(grid.momentum.count / 2);
    // A later march does not change what an earlier one returned.
    const kept = compiled.g.slice();
    marched(false);
    expect(compiled.g).toEqual(kept);
  });
});

describe('where nothing can be compiled', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test('a march is solved by the readable iteration', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    vi.resetModules();
    const fresh = await import('../../src/solver/boxMarch');
    const [, kind] = kinds[1]!;
    const grid = gridOf(kind);
    const coefficients = coefficientsIn(grid, kind.wind);
    const guess = new Float64Array(grid.x.count * grid.y.count * grid.z.count).fill(1);
    const options = { tolerance: 1e-8, maximumIterations: 300 };
    const solved = fresh.marchBox(grid, coefficients, () => guess, true, options);
    const readable = marchBox(grid, coefficients, () => guess, true, { ...options, isReadable: true });
    expect(solved.g).toEqual(readable.g);
  });
});
