/** Values between grid points. */
import { type MomentumGrid, simpson, subdivisions } from './momentumGrid';
import type { LocalShape } from './momentumStencil';
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

/** Shares of the four nodes around `at` in a Lagrange interpolation: exact for cubics on any spacing. */
function lagrange(
  x: Float64Array,
  at: number,
): { first: number; shares: readonly [number, number, number, number] } {
  const first = Math.min(Math.max(nodeBelow(x, at) - 1, 0), x.length - 4);
  const share = (a: number) => {
    let product = 1;
    for (let b = first; b < first + 4; b++) if (b !== a) product *= (at - x[b]!) / (x[a]! - x[b]!);
    return product;
  };
  return { first, shares: [share(first), share(first + 1), share(first + 2), share(first + 3)] };
}

/** Cubic interpolation on ascending nodes `x` (at least four). */
export function interpolateCubic(x: Float64Array, y: Float64Array, at: number): number {
  const { first, shares } = lagrange(x, at);
  return (
    shares[0] * y[first]! + shares[1] * y[first + 1]! + shares[2] * y[first + 2]! + shares[3] * y[first + 3]!
  );
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

/** Momentum cell k of a quantity on other radii and heights, linear in each; into the plane `out` starts at. */
function resamplePlane(
  from: TransportGrid,
  g: Float64Array,
  k: number,
  radial: ReturnType<typeof neighbours>,
  vertical: ReturnType<typeof neighbours>,
  out: Float64Array,
  start: number,
): void {
  const nr = radial.below.length;
  for (let j = 0; j < vertical.below.length; j++) {
    const row = (k * from.z.count + vertical.below[j]!) * from.r.count;
    const v = vertical.share[j]!;
    for (let i = 0; i < nr; i++) {
      const a = row + radial.below[i]!;
      const b = a + from.r.count;
      const u = radial.share[i]!;
      out[start + j * nr + i] =
        v * (u * g[a]! + (1 - u) * g[a + 1]!) + (1 - v) * (u * g[b]! + (1 - u) * g[b + 1]!);
    }
  }
}

/** A cell quantity on another grid, linear in each direction. */
export function resample(from: TransportGrid, g: Float64Array, to: TransportGrid): Float64Array {
  const radial = neighbours(from.r.centres, to.r.centres);
  const vertical = neighbours(from.z.centres, to.z.centres);
  const momentum = neighbours(from.momentum.centres, to.momentum.centres);
  const plane = to.r.count * to.z.count;
  const between = new Float64Array(plane * from.momentum.count);
  for (let k = 0; k < from.momentum.count; k++) {
    resamplePlane(from, g, k, radial, vertical, between, k * plane);
  }
  const out = new Float64Array(plane * to.momentum.count);
  for (let k = 0; k < to.momentum.count; k++) {
    const t = momentum.share[k]!;
    const lower = momentum.below[k]! * plane;
    for (let c = 0; c < plane; c++) {
      out[k * plane + c] = t * between[lower + c]! + (1 - t) * between[lower + plane + c]!;
    }
  }
  return out;
}

/** Bounds of the density relative to the weight that a shape takes over; near the edges of the Galaxy it falls to zero. */
const smallestShape = 0.01;
const largestShape = 100;

/**
 * A positive density on another grid, averaged over its momentum cells and at their faces: linear in space, and cubic in the
 * logarithm along momentum, where it must be smooth (momentumStencil.ts).
 */
export function resampleShape(
  from: TransportGrid,
  g: Float64Array,
  to: TransportGrid,
  weight: Float64Array,
): LocalShape {
  const radial = neighbours(from.r.centres, to.r.centres);
  const vertical = neighbours(from.z.centres, to.z.centres);
  const plane = to.r.count * to.z.count;
  const logShape = new Float64Array(plane * from.momentum.count);
  for (let k = 0; k < from.momentum.count; k++) {
    resamplePlane(from, g, k, radial, vertical, logShape, k * plane);
  }
  for (let c = 0; c < logShape.length; c++) {
    logShape[c] = Math.log(Math.min(Math.max(logShape[c]!, smallestShape), largestShape));
  }
  const at = (nodes: Float64Array) => {
    const out = new Float64Array(plane * nodes.length);
    for (let k = 0; k < nodes.length; k++) {
      const { first, shares } = lagrange(from.momentum.centres, nodes[k]!);
      for (let c = 0; c < plane; c++) {
        let sum = 0;
        for (let a = 0; a < 4; a++) sum += shares[a]! * logShape[(first + a) * plane + c]!;
        out[k * plane + c] = Math.exp(sum);
      }
    }
    return out;
  };
  const atFaces = at(to.momentum.faces);
  return { inCells: cellAverages(to.momentum, weight, plane, atFaces, at(to.momentum.centres)), atFaces };
}

/**
 * w-weighted averages over momentum cells of a quantity known at faces and centres, by Simpson's rule on the fine nodes
 * with the quantity a parabola in between.
 */
function cellAverages(
  momentum: MomentumGrid,
  weight: Float64Array,
  plane: number,
  atFaces: Float64Array,
  atCentres: Float64Array,
): Float64Array {
  const out = new Float64Array(atCentres.length);
  for (let k = 0; k < momentum.count; k++) {
    const share = (s: number) => simpson[s]! * weight[k * subdivisions + s]!;
    const total = share(0) + share(1) + share(2) + share(3) + share(4);
    const lower = (share(0) + 0.375 * share(1) - 0.125 * share(3)) / total;
    const centre = (0.75 * share(1) + share(2) + 0.75 * share(3)) / total;
    const upper = (share(4) + 0.375 * share(3) - 0.125 * share(1)) / total;
    for (let c = k * plane; c < (k + 1) * plane; c++) {
      const average = lower * atFaces[c]! + centre * atCentres[c]! + upper * atFaces[c + plane]!;
      // Where the parabola dips below zero the shape is not known well enough to matter.
      out[c] = average > 0 ? average : atCentres[c]!;
    }
  }
  return out;
}
