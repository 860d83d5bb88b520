/** Planes through the solution in a box, and values on them. */
import type { BoxGrid } from './haloGrid';
import { interpolateCubic } from './interpolate';
import { interpolateEven } from './observe';

/** Shares of the first two cells of an axis in the value at its lower end, for a quantity that is even about it. */
function sharesAtEnd({ centres }: BoxGrid['y']): readonly [number, number] {
  const first = centres[0]! ** 2;
  const second = centres[1]! ** 2;
  return [second / (second - first), -first / (second - first)];
}

/** Momentum cell k in the plane z = 0, per (y, x). */
export function planeOf(grid: BoxGrid, g: Float64Array, k: number): Float64Array<ArrayBuffer> {
  const layer = grid.x.count * grid.y.count;
  const start = k * layer * grid.z.count;
  const [first, second] = sharesAtEnd(grid.z);
  return Float64Array.from(
    { length: layer },
    (_, c) => first * g[start + c]! + second * g[start + layer + c]!,
  );
}

/** Momentum cell k in the plane y = 0, per (z, x); zero where the quantity is odd in y. */
export function cutOf(grid: BoxGrid, g: Float64Array, k: number): Float64Array<ArrayBuffer> {
  const { x, y, z } = grid;
  const nx = x.count;
  const out = new Float64Array(nx * z.count);
  const isHalf = y.faces[0] === 0;
  if (isHalf && grid.yBegins === 'escape') return out;
  const [first, second] = isHalf ? sharesAtEnd(y) : [0, 0];
  for (let j = 0; j < z.count; j++) {
    const start = (k * z.count + j) * nx * y.count;
    for (let i = 0; i < nx; i++) {
      const row = (m: number) => g[start + m * nx + i]!;
      out[j * nx + i] = isHalf
        ? first * row(0) + second * row(1)
        : interpolateCubic(
            y.centres,
            Float64Array.from({ length: y.count }, (_, m) => row(m)),
            0,
          );
    }
  }
  return out;
}

/** Value of a cut at x (cubic) and height z of either sign (even). */
export function valueOnCut({ x, z }: BoxGrid, cut: Float64Array, at: number, height: number): number {
  const row = (j: number) => interpolateCubic(x.centres, cut.subarray(j * x.count, (j + 1) * x.count), at);
  return interpolateEven(z, row, Math.abs(height));
}
