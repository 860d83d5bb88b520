/** Values between grid points. */
import type { TransportGrid } from './transportOperator';

/** Index of the last node at or below `at`, at most the second last. */
function nodeBelow(x: Float64Array, at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Four-point Lagrange interpolation on ascending nodes `x` (at least four): exact for cubics on any spacing. */
export function interpolateCubic(x: Float64Array, y: Float64Array, at: number): number {
  const first = Math.min(Math.max(nodeBelow(x, at) - 1, 0), x.length - 4);
  let sum = 0;
  for (let a = first; a < first + 4; a++) {
    let share = 1;
    for (let b = first; b < first + 4; b++) if (b !== a) share *= (at - x[b]!) / (x[a]! - x[b]!);
    sum += share * y[a]!;
  }
  return sum;
}

/**
 * Value of a cell quantity at momentum cell k, radius r and height z of either sign.
 *
 * Radius: cubic. Height: the quantity is even in z, so next to the plane it is a parabola through the first two cells;
 * further up it is linear between centres, and zero at the top.
 */
export function valueAt(
  { r, z }: TransportGrid,
  g: Float64Array,
  k: number,
  radius: number,
  height: number,
): number {
  const row = (j: number) => {
    const start = (k * z.count + j) * r.count;
    return interpolateCubic(r.centres, g.subarray(start, start + r.count), radius);
  };
  const at = Math.abs(height);
  const first = z.centres[0]!;
  const second = z.centres[1]!;
  if (at <= second) {
    const share = (at * at - first * first) / (second * second - first * first);
    return row(0) * (1 - share) + row(1) * share;
  }
  const j = nodeBelow(z.centres, at);
  if (at >= z.centres[z.count - 1]!) {
    const top = z.faces[z.count]!;
    return (row(z.count - 1) * Math.max(0, top - at)) / (top - z.centres[z.count - 1]!);
  }
  const share = (at - z.centres[j]!) / (z.centres[j + 1]! - z.centres[j]!);
  return row(j) * (1 - share) + row(j + 1) * share;
}

/** Linear interpolation from ascending nodes to others: lower neighbour and its share; constant beyond the ends. */
function neighbours(from: Float64Array, to: Float64Array): { below: Int32Array; share: Float64Array } {
  const below = new Int32Array(to.length);
  const share = new Float64Array(to.length);
  for (let i = 0; i < to.length; i++) {
    const low = nodeBelow(from, to[i]!);
    below[i] = low;
    share[i] = Math.max(0, Math.min(1, (from[low + 1]! - to[i]!) / (from[low + 1]! - from[low]!)));
  }
  return { below, share };
}

/** A cell quantity on another grid, linear in each direction. */
export function resample(from: TransportGrid, g: Float64Array, to: TransportGrid): Float64Array {
  const radial = neighbours(from.r.centres, to.r.centres);
  const vertical = neighbours(from.z.centres, to.z.centres);
  const momentum = neighbours(from.momentum.centres, to.momentum.centres);
  const nr = to.r.count;
  const nz = to.z.count;
  const fromPlane = from.r.count * from.z.count;
  const out = new Float64Array(nr * nz * to.momentum.count);
  for (let k = 0; k < to.momentum.count; k++) {
    for (let j = 0; j < nz; j++) {
      const corner = momentum.below[k]! * fromPlane + vertical.below[j]! * from.r.count;
      const t = momentum.share[k]!;
      const v = vertical.share[j]!;
      for (let i = 0; i < nr; i++) {
        const a = corner + radial.below[i]!;
        const b = a + from.r.count;
        const u = radial.share[i]!;
        const c = a + fromPlane;
        const d = c + from.r.count;
        const lower = v * (u * g[a]! + (1 - u) * g[a + 1]!) + (1 - v) * (u * g[b]! + (1 - u) * g[b + 1]!);
        const higher = v * (u * g[c]! + (1 - u) * g[c + 1]!) + (1 - v) * (u * g[d]! + (1 - u) * g[d + 1]!);
        out[(k * nz + j) * nr + i] = t * lower + (1 - t) * higher;
      }
    }
  }
  return out;
}
