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

/**
 * Improves `x` in place until the residual is below the tolerance, or `maximum` iterations are done. Returns how it ended;
 * the caller decides whether that is an error.
 */
export function solveGmres(
  problem: LinearProblem,
  b: Float64Array,
  x: Float64Array,
  { tolerance, enough = tolerance, maximum }: KrylovOptions,
  { restart, basis, directions, scratch: room }: KrylovWorkspace,
): KrylovReport {
  const scratch = vectorOf(room, 0, b.length);
  const scale = Math.sqrt(dot(b, b));
  const target = tolerance * scale;
  let iterations = 0;
  for (;;) {
    const first = vectorOf(basis, 0, b.length);
    problem.apply(x, first);
    for (let i = 0; i < b.length; i++) first[i] = b[i]! - first[i]!;
    const norm = Math.sqrt(dot(first, first));
    // A NaN norm is neither above nor below the target: it ends the loop unconverged.
    const limit = iterations === 0 ? enough * scale : target;
    if (!(norm > limit) || iterations >= maximum) {
      return { iterations, converged: norm <= limit, residual: scale > 0 ? norm / scale : norm };
    }
    for (let i = 0; i < first.length; i++) first[i] = first[i]! / norm;

    // Upper triangular factor by columns, rotations, and the rotated right-hand side.
    const columns: Float64Array[] = [];
    const cosines: number[] = [];
    const sines: number[] = [];
    const rotated = [norm];
    let size = 0;
    while (size < restart && iterations < maximum) {
      const direction = vectorOf(directions, size, b.length);
      problem.precondition(basis[size]!, direction);
      problem.apply(direction, scratch);
      const column = new Float64Array(size + 2);
      for (let i = 0; i <= size; i++) {
        const projection = dot(scratch, basis[i]!);
        column[i] = projection;
        addScaled(scratch, -projection, basis[i]!);
      }
      const length = Math.sqrt(dot(scratch, scratch));
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
      const next = vectorOf(basis, size, b.length);
      for (let i = 0; i < next.length; i++) next[i] = scratch[i]! / length;
    }
    const coefficients = new Float64Array(size);
    for (let row = size - 1; row >= 0; row--) {
      let sum = rotated[row]!;
      for (let column = row + 1; column < size; column++)
        sum -= columns[column]![row]! * coefficients[column]!;
      coefficients[row] = sum / columns[row]![row]!;
    }
    for (let i = 0; i < size; i++) addScaled(x, coefficients[i]!, directions[i]!);
  }
}
