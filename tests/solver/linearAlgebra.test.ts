/** GMRES on systems whose answer is known, and the line solves as exact inverses of their factors. */
import { describe, expect, test } from 'vitest';
import { krylovWorkspace, type LinearProblem, solveGmres } from '../../src/solver/gmres';
import {
  eliminateMomentum,
  factorMomentum,
  momentumFactors,
  shiftedFactors,
  solveAlong,
  solveVertical,
  substituteMomentum,
} from '../../src/solver/lineSolves';
import { applyTransport, assembleTransport } from '../../src/solver/transportOperator';
import type { TransportOperator } from '../../src/solver/transportTypes';
import { coefficientsOf, medium, rateOf, uniformAxis, uniformMomentum } from './testHalo';

/** Reproducible numbers between -1 and 1. */
function scatter(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + i * i));
}

function largestDifference(a: Float64Array, b: Float64Array): number {
  return a.reduce((worst, value, i) => Math.max(worst, Math.abs(value - b[i]!)), 0);
}

/** An unsymmetric tridiagonal matrix: diffusion with drift. */
const size = 60;
const apply: LinearProblem['apply'] = (v, out) => {
  for (let i = 0; i < size; i++) out[i] = 3 * v[i]! - 1.6 * (v[i - 1] ?? 0) - 0.7 * (v[i + 1] ?? 0);
};
const identity: LinearProblem['precondition'] = (v, out) => out.set(v);
const answer = scatter(size);
const rightHandSide = new Float64Array(size);
apply(answer, rightHandSide);

describe('GMRES', () => {
  test('is a direct solver once it has as many directions as unknowns', () => {
    const x = new Float64Array(size);
    const options = { tolerance: 1e-13, maximum: size };
    const report = solveGmres(
      { apply, precondition: identity },
      rightHandSide,
      x,
      options,
      krylovWorkspace(size),
    );
    expect(report.converged).toBe(true);
    expect(largestDifference(x, answer)).toBeLessThan(1e-11);
  });

  test('converges through restarts, and reports the true residual', () => {
    const x = new Float64Array(size);
    const options = { tolerance: 1e-10, maximum: 1000 };
    const report = solveGmres(
      { apply, precondition: identity },
      rightHandSide,
      x,
      options,
      krylovWorkspace(8),
    );
    const residual = new Float64Array(size);
    apply(x, residual);
    const norm = Math.hypot(...residual.map((value, i) => value - rightHandSide[i]!));
    expect(report).toMatchObject({ converged: true });
    expect(report.iterations).toBeGreaterThan(8);
    expect(norm / Math.hypot(...rightHandSide)).toBeLessThan(1e-10);
    expect(report.residual).toBeCloseTo(norm / Math.hypot(...rightHandSide), 14);
  });

  test('needs one iteration with the exact inverse as preconditioner', () => {
    // A diagonal matrix, whose inverse is at hand.
    const diagonal = Float64Array.from({ length: size }, (_, i) => 1 + i);
    const problem: LinearProblem = {
      apply: (v, out) => out.set(v.map((value, i) => value * diagonal[i]!)),
      precondition: (v, out) => out.set(v.map((value, i) => value / diagonal[i]!)),
    };
    const x = new Float64Array(size);
    const options = { tolerance: 1e-12, maximum: 50 };
    const report = solveGmres(problem, scatter(size), x, options, krylovWorkspace(10));
    expect(report).toMatchObject({ iterations: 1, converged: true });
  });

  test('does nothing to an answer that is good enough', () => {
    const x = Float64Array.from(answer);
    const options = { tolerance: 1e-10, maximum: 50 };
    const report = solveGmres(
      { apply, precondition: identity },
      rightHandSide,
      x,
      options,
      krylovWorkspace(10),
    );
    expect(report).toMatchObject({ iterations: 0, converged: true });
    expect(x).toEqual(answer);
  });

  test('says when it has not converged', () => {
    const x = new Float64Array(size);
    const options = { tolerance: 1e-12, maximum: 3 };
    const report = solveGmres(
      { apply, precondition: identity },
      rightHandSide,
      x,
      options,
      krylovWorkspace(10),
    );
    expect(report).toMatchObject({ iterations: 3, converged: false });
    expect(report.residual).toBeGreaterThan(1e-12);
  });

  test('ends unconverged, not forever, on numbers that are not finite', () => {
    const broken: LinearProblem = { apply: (_, out) => out.fill(Number.NaN), precondition: identity };
    const x = new Float64Array(size);
    const options = { tolerance: 1e-6, maximum: 50 };
    expect(solveGmres(broken, rightHandSide, x, options, krylovWorkspace(10)).converged).toBe(false);
  });
});

/** A small halo with every term, and the parts of its operator that act in one direction only. */
function smallHalo(): Record<'full' | 'radial' | 'vertical' | 'momentum', TransportOperator> {
  const grid = { r: uniformAxis(6, 20), z: uniformAxis(5, 5), momentum: uniformMomentum(9, 0.1, 1e4) };
  const { fine } = grid.momentum;
  const everywhere = medium(grid, (r, z) => 1 + 0.1 * r + z);
  const full = assembleTransport(
    grid,
    coefficientsOf(grid, {
      diffusion: (z, f) => 0.1 * Math.exp((0.2 + 0.05 * z) * fine[f]!),
      momentumDiffusion: (z, f) => 0.02 * Math.exp(-(0.2 + 0.05 * z) * fine[f]!),
      losses: [rateOf(grid, everywhere, (p) => 1e-3 * p)],
      sinks: [rateOf(grid, everywhere, () => 1e-2)],
      source: rateOf(grid, everywhere, (p) => 1 / p),
      weight: fine.map((x) => Math.exp(-1.5 * x)),
      rowScale: fine.map((x) => 0.01 + 1e-3 * Math.exp(x)),
    }),
  );
  const zeros = ({ length }: ArrayLike<number>) => new Float64Array(length);
  const noRadial = {
    along: {
      lower: zeros(full.along.lower),
      diagonal: zeros(full.along.diagonal),
      upper: zeros(full.along.upper),
    },
  };
  const noVertical = {
    down: zeros(full.down),
    up: zeros(full.up),
    verticalDiagonal: zeros(full.verticalDiagonal),
  };
  const { below, diagonal, above, secondAbove } = full.momentum;
  const noMomentum = {
    momentum: {
      below: zeros(below),
      diagonal: zeros(diagonal),
      above: zeros(above),
      secondAbove: zeros(secondAbove),
    },
  };
  return {
    full,
    radial: { ...full, ...noVertical, ...noMomentum },
    vertical: { ...full, ...noRadial, ...noMomentum },
    momentum: { ...full, ...noRadial, ...noVertical },
  };
}

/** (S + A) v for one direction's A. */
function shiftedProduct(operator: TransportOperator, shift: Float64Array, v: Float64Array): Float64Array {
  const out = new Float64Array(v.length);
  applyTransport(operator, v, out);
  return out.map((value, c) => value + shift[c]! * v[c]!);
}

describe('line solves', () => {
  const { full, radial, vertical, momentum } = smallHalo();
  const radii = full.along.diagonal.length;

  test('the three directions make up the whole operator', () => {
    const v = scatter(full.size);
    const none = new Float64Array(full.size);
    const parts = [radial, vertical, momentum].map((part) => shiftedProduct(part, none, v));
    const whole = shiftedProduct(full, none, v);
    const sum = whole.map((_, c) => parts.reduce((total, part) => total + part[c]!, 0));
    expect(largestDifference(sum, whole)).toBeLessThan(1e-12 * Math.max(...whole.map(Math.abs)));
  });

  describe.each([0.05, 1, 40])('with the shift %f', (shift) => {
    const diagonal = Float64Array.from(
      { length: full.size },
      (_, c) => shift * full.lateralDiffusion[Math.floor(c / radii)]!,
    );
    const factors = shiftedFactors(full, shift, momentumFactors(full));
    const planes = Array.from({ length: full.momenta }, (_, k) => k);
    for (const k of planes) factorMomentum(full, factors, k);
    const v = scatter(full.size);

    test('momentum lines undo S + Ax to round-off', () => {
      const product = shiftedProduct(momentum, diagonal, v);
      const lines = new Float64Array(full.size);
      for (const k of planes) eliminateMomentum(full, factors, k, product, lines);
      for (const k of planes.toReversed()) substituteMomentum(full, factors, k, lines);
      expect(largestDifference(lines, v)).toBeLessThan(1e-12);
    });

    test.each([
      ['vertical', vertical, solveVertical],
      ['radial', radial, solveAlong],
    ] as const)('%s lines undo 1 + A / S to round-off', (_, part, solveLines) => {
      const product = shiftedProduct(part, diagonal, v).map((value, c) => value / diagonal[c]!);
      for (const k of planes) solveLines(full, factors, k, product);
      expect(largestDifference(product, v)).toBeLessThan(1e-12);
    });
  });
});
