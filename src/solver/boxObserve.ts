/** Planes through the solution in a box, and values on them. */
import type { BoxGrid } from './haloGrid';
import { cubicShares } from './interpolate';
import { interpolateEven } from './observe';
import { type PlaneReading, valueInPlane } from './plane';

/** Shares of the first two cells of an axis in the value at its lower end, for a quantity that is even about it. */
function sharesAtEnd({ centres }: BoxGrid['y']): readonly [number, number] {
  const first = centres[0]! ** 2;
  const second = centres[1]! ** 2;
  return [second / (second - first), -first / (second - first)];
}

/**
 * Momentum cell k in the plane z = 0, per (y, x).
 *
 * @param plane how a density with a wind is read there.
 */
export function planeOf(
  grid: BoxGrid,
  g: Float64Array,
  k: number,
  plane?: PlaneReading,
): Float64Array<ArrayBuffer> {
  const layer = grid.x.count * grid.y.count;
  const start = k * layer * grid.z.count;
  if (plane !== undefined) {
    const at = (c: number) => (momentum: number, j: number) => g[(momentum * grid.z.count + j) * layer + c]!;
    return Float64Array.from({ length: layer }, (_, c) => valueInPlane(plane, k, at(c)));
  }
  const [first, second] = sharesAtEnd(grid.z);
  return Float64Array.from(
    { length: layer },
    (_, c) => first * g[start + c]! + second * g[start + layer + c]!,
  );
}

/** Rows of cells and their shares in the value at y = 0; none where the quantity is odd. */
function rowsAtMiddle({ y, yBegins }: BoxGrid): readonly { readonly row: number; readonly share: number }[] {
  if (y.faces[0] !== 0) {
    const { first, shares } = cubicShares(y.centres, 0);
    return shares.map((share, a) => ({ row: first + a, share }));
  }
  return yBegins === 'escape' ? [] : sharesAtEnd(y).map((share, row) => ({ row, share }));
}

/** Momentum cell k in the plane y = 0, per (z, x); zero where the quantity is odd in y. */
export function cutOf(grid: BoxGrid, g: Float64Array, k: number): Float64Array<ArrayBuffer> {
  const { x, y, z } = grid;
  const out = new Float64Array(x.count * z.count);
  const rows = rowsAtMiddle(grid);
  for (let j = 0; j < z.count; j++) {
    const start = (k * z.count + j) * x.count * y.count;
    for (const { row, share } of rows)
      for (let i = 0; i < x.count; i++)
        out[j * x.count + i] = out[j * x.count + i]! + share * g[start + row * x.count + i]!;
  }
  return out;
}

/**
 * Momentum cell k at x (cubic) and height z of either sign (even), on the plane y = 0.
 *
 * @param plane how a density with a wind is read in the plane z = 0.
 * @param lowest the lowest momentum cell that is solved.
 */
export function valueInBox(
  grid: BoxGrid,
  g: Float64Array,
  k: number,
  at: number,
  height: number,
  plane?: PlaneReading,
  lowest = 0,
): number {
  const { x, y, z } = grid;
  const { first, shares } = cubicShares(x.centres, at);
  const rows = rowsAtMiddle(grid);
  const value = (momentum: number, j: number) => {
    const start = (momentum * z.count + j) * x.count * y.count;
    let sum = 0;
    for (const { row, share } of rows)
      for (let a = 0; a < 4; a++) sum += share * shares[a]! * g[start + row * x.count + first + a]!;
    return sum;
  };
  return interpolateEven(
    z,
    (j) => value(k, j),
    Math.abs(height),
    plane && valueInPlane(plane, k, value, lowest),
  );
}
