/** Values between grid points: four-point Lagrange, which is exact for cubics on any spacing. */
import type { TransportGrid } from './transportOperator';

/** Index of the first of four neighbours around `at`, the middle two enclosing it where possible. */
function firstNeighbour(x: Float64Array, at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  return Math.min(Math.max(low - 1, 0), x.length - 4);
}

/** Cubic interpolation of `transform(y)` on ascending nodes `x` (at least four). */
export function interpolateCubic(
  x: Float64Array,
  y: Float64Array,
  at: number,
  transform: (value: number) => number = (value) => value,
): number {
  const first = firstNeighbour(x, at);
  let sum = 0;
  for (let a = first; a < first + 4; a++) {
    let share = 1;
    for (let b = first; b < first + 4; b++) if (b !== a) share *= (at - x[b]!) / (x[a]! - x[b]!);
    sum += share * transform(y[a]!);
  }
  return sum;
}

/**
 * Value of a cell quantity at momentum cell k, radius r and height z >= 0 or below.
 *
 * Radius: cubic. Height: the quantity is even in z, so next to the plane it is a parabola through the first two cells;
 * further up it is linear between centres, and zero at the top.
 */
export function valueInPlane(
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
  let j = 1;
  while (j < z.count - 1 && z.centres[j + 1]! < at) j++;
  const here = row(j);
  const last = j === z.count - 1;
  const nextHeight = last ? z.faces[z.count]! : z.centres[j + 1]!;
  const next = last ? 0 : row(j + 1);
  return here + ((next - here) * (at - z.centres[j]!)) / (nextHeight - z.centres[j]!);
}
