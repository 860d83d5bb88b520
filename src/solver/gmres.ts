/**
 * Flexible restarted GMRES (Saad 1993) with right preconditioning: the residual it reports is the true one.
 * Modified Gram-Schmidt, Givens rotations. Knows vectors only.
 */

import { roomFor } from './room';

export interface LinearProblem {
  /** out = A v. */
  apply(v: Float64Array, out: Float64Array): void;
  /** out = approximate A^-1 v. */
  precondition(v: Float64Array, out: Float64Array): void;
}

export interface KrylovReport {
  readonly iterations: number;
  readonly converged: boolean;
  /** Residual 2-norm relative to that of b. */
  readonly residual: number;
}

/** Room for the vectors of a solve, made as they are first needed: a good preconditioner needs few. */
export interface KrylovWorkspace {
  readonly restart: number;
  readonly basis: Float64Array[];
  readonly directions: Float64Array[];
  readonly scratch: Float64Array[];
}

export function krylovWorkspace(restart: number): KrylovWorkspace {
  return { restart, basis: [], directions: [], scratch: [] };
}

function vectorOf(list: Float64Array[], index: number, size: number): Float64Array {
  const vector = roomFor(Float64Array, list[index], size);
  list[index] = vector;
  return vector;
}

function dot(a: Float64Array, b: Float64Array): number {
  let s0 = 0;
  let s1 = 0;
  const even = a.length & ~1;
  for (let i = 0; i < even; i += 2) {
    s0 += a[i]! * b[i]!;
    s1 += a[i + 1]! * b[i + 1]!;
  }
  if (even < a.length) s0 += a[even]! * b[even]!;
  return s0 + s1;
}

function addScaled(target: Float64Array, factor: number, v: Float64Array): void {
  for (let i = 0; i < target.length; i++) target[i] = target[i]! + factor * v[i]!;
}

export interface KrylovOptions {
  /** Residual 2-norm relative to that of b. */
  readonly tolerance: number;
  /** Residual up to which the first guess is left as it is; the tolerance, unless told. */
  readonly enough?: number;
  readonly maximum: number;
}

/** The vectors of a solve, where they are: here (solveGmres), or in a compiled module's memory (kernel/compiledBox.ts). */
export interface KrylovSpace {
  /** Directions after which the residual is computed anew. */
  readonly restart: number;
  /** Norm of the right-hand side. */
  readonly scale: number;
  /** The residual b - A x, not yet accepted as the first basis vector; returns its norm. */
  residual(): number;
  /** What is left becomes basis vector `at`, divided by its length. */
  accept(at: number, length: number): void;
  /**
   * Direction `at`, the preconditioned basis vector; writes the projections of A times it on the basis into the column, and returns
   * the length of what is left of it.
   */
  extend(at: number, column: Float64Array): number;
  /** Adds directions to x. */
  improve(coefficients: Float64Array): void;
}

/**
 * Improves `x` in place until the residual is below the tolerance, or `maximum` iterations are done. Returns how it ended;
 * the caller decides whether that is an error.
 */
export function solveGmres(
  problem: LinearProblem,
  b: Float64Array,
  x: Float64Array,
  options: KrylovOptions,
  { restart, basis, directions, scratch: room }: KrylovWorkspace,
): KrylovReport {
  const scratch = vectorOf(room, 0, b.length);
  return solveInSpace(
    {
      restart,
      scale: Math.sqrt(dot(b, b)),
      residual: () => {
        problem.apply(x, scratch);
        for (let i = 0; i < b.length; i++) scratch[i] = b[i]! - scratch[i]!;
        return Math.sqrt(dot(scratch, scratch));
      },
      accept: (at, length) => {
        const next = vectorOf(basis, at, b.length);
        for (let i = 0; i < next.length; i++) next[i] = scratch[i]! / length;
      },
      extend: (at, column) => {
        const direction = vectorOf(directions, at, b.length);
        problem.precondition(basis[at]!, direction);
        problem.apply(direction, scratch);
        for (let i = 0; i <= at; i++) {
          const projection = dot(scratch, basis[i]!);
          column[i] = projection;
          addScaled(scratch, -projection, basis[i]!);
        }
        return Math.sqrt(dot(scratch, scratch));
      },
      improve: (coefficients) => {
        for (let i = 0; i < coefficients.length; i++) addScaled(x, coefficients[i]!, directions[i]!);
      },
    },
    options,
  );
}

/** As `solveGmres`, whose right-hand side and first guess the space knows. */
export function solveInSpace(
  space: KrylovSpace,
  { tolerance, enough = tolerance, maximum }: KrylovOptions,
): KrylovReport {
  const { scale, restart } = space;
  const target = tolerance * scale;
  let iterations = 0;
  for (;;) {
    const norm = space.residual();
    // A NaN norm is neither above nor below the target: it ends the loop unconverged.
    const limit = iterations === 0 ? enough * scale : target;
    if (!(norm > limit) || iterations >= maximum) {
      return { iterations, converged: norm <= limit, residual: scale > 0 ? norm / scale : norm };
    }
    space.accept(0, norm);

    // Upper triangular factor by columns, rotations, and the rotated right-hand side.
    const columns: Float64Array[] = [];
    const cosines: number[] = [];
    const sines: number[] = [];
    const rotated = [norm];
    let size = 0;
    while (size < restart && iterations < maximum) {
      const column = new Float64Array(size + 2);
      const length = space.extend(size, column);
      column[size + 1] = length;
      for (let i = 0; i < size; i++) {
        const upper = column[i]!;
        const lower = column[i + 1]!;
        column[i] = cosines[i]! * upper + sines[i]! * lower;
        column[i + 1] = cosines[i]! * lower - sines[i]! * upper;
      }
      const radius = Math.hypot(column[size]!, column[size + 1]!);
      cosines.push(column[size]! / radius);
      sines.push(column[size + 1]! / radius);
      column[size] = radius;
      rotated.push(-sines[size]! * rotated[size]!);
      rotated[size] = cosines[size]! * rotated[size]!;
      columns.push(column);
      iterations++;
      size++;
      if (!(Math.abs(rotated[size]!) > target) || length === 0) break;
      // The vector after the last direction would not be used.
      if (size < restart) space.accept(size, length);
    }
    const coefficients = new Float64Array(size);
    for (let row = size - 1; row >= 0; row--) {
      let sum = rotated[row]!;
      for (let column = row + 1; column < size; column++)
        sum -= columns[column]![row]! * coefficients[column]!;
      coefficients[row] = sum / columns[row]![row]!;
    }
    space.improve(coefficients);
  }
}
