/** Values between grid points. */

import { memoByIdentity } from '../memo/memoByIdentity';
import type { BoxGrid, TransportGrid } from './haloGrid';
import { cubicShares, interpolateCubic, nodeBelow } from './interpolate';
import { type MomentumGrid, simpson, subdivisions } from './momentumGrid';
import { type PlaneReading, valueInPlane } from './plane';
import type { CellAxis } from './spatialGrid';
import type { KnownDensity, SolvedShape } from './transportTypes';

/**
 * A quantity that is even about the lower end of an axis, at distance `at` from there: a parabola through the first two
 * cells next to it, linear between centres further out, and zero at the upper end.
 *
 * @param value the quantity in cell j.
 * @param atEnd the quantity at the lower end, where it has a cusp there: then linear up to the first centre too.
 */
export function interpolateEven(
  axis: CellAxis,
  value: (j: number) => number,
  at: number,
  atEnd?: number,
): number {
  const { centres, faces, count } = axis;
  const first = centres[0]!;
  const second = centres[1]!;
  if (atEnd !== undefined && at < first) return atEnd + ((value(0) - atEnd) * at) / first;
  if (atEnd === undefined && at <= second) {
    const share = (at * at - first * first) / (second * second - first * first);
    return value(0) * (1 - share) + value(1) * share;
  }
  const j = nodeBelow(centres, at);
  if (at >= centres[count - 1]!) {
    const top = faces[count]!;
    return (value(count - 1) * Math.max(0, top - at)) / (top - centres[count - 1]!);
  }
  const share = (at - centres[j]!) / (centres[j + 1]! - centres[j]!);
  return value(j) * (1 - share) + value(j + 1) * share;
}

/**
 * Value of a cell quantity at momentum cell k, radius r (cubic) and height z of either sign (even).
 *
 * @param plane how a density with a wind is read in the plane.
 */
export function valueAt(
  { r, z }: TransportGrid,
  g: Float64Array,
  k: number,
  radius: number,
  height: number,
  plane?: PlaneReading,
): number {
  const value = (momentum: number, j: number) => {
    const start = (momentum * z.count + j) * r.count;
    return interpolateCubic(r.centres, g, radius, start);
  };
  return interpolateEven(z, (j) => value(k, j), Math.abs(height), plane && valueInPlane(plane, k, value));
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

/** A cell quantity on the radii and heights of another grid, linear in each, still on its own momentum cells. */
function resampleInSpace(from: TransportGrid, g: Float64Array, to: TransportGrid): Float64Array {
  const radial = neighbours(from.r.centres, to.r.centres);
  const vertical = neighbours(from.z.centres, to.z.centres);
  const nr = to.r.count;
  const nz = to.z.count;
  const out = new Float64Array(nr * nz * from.momentum.count);
  for (let k = 0; k < from.momentum.count; k++) {
    for (let j = 0; j < nz; j++) {
      const row = (k * from.z.count + vertical.below[j]!) * from.r.count;
      const v = vertical.share[j]!;
      for (let i = 0; i < nr; i++) {
        const a = row + radial.below[i]!;
        const b = a + from.r.count;
        const u = radial.share[i]!;
        out[(k * nz + j) * nr + i] =
          v * (u * g[a]! + (1 - u) * g[a + 1]!) + (1 - v) * (u * g[b]! + (1 - u) * g[b + 1]!);
      }
    }
  }
  return out;
}

/** What spreads a plane of an axisymmetric quantity over the cells of a box with the same heights, linear in radius. */
export function spreadOverBox(
  from: TransportGrid,
  to: BoxGrid,
): (plane: Float64Array, room?: Float64Array) => Float64Array {
  const { x, y, z } = to;
  const nr = from.r.count;
  const layer = x.count * y.count;
  const radii = new Float64Array(layer);
  for (let c = 0; c < layer; c++)
    radii[c] = Math.hypot(x.centres[c % x.count]!, y.centres[Math.floor(c / x.count)]!);
  const { below, share } = neighbours(from.r.centres, radii);
  return (plane, room) => {
    const out = room ?? new Float64Array(layer * z.count);
    for (let j = 0; j < z.count; j++) {
      for (let c = 0; c < layer; c++) {
        const at = j * nr + below[c]!;
        out[j * layer + c] = share[c]! * plane[at]! + (1 - share[c]!) * plane[at + 1]!;
      }
    }
    return out;
  };
}

/** A cell quantity on another grid, linear in each direction. */
export function resample(from: TransportGrid, g: Float64Array, to: TransportGrid): Float64Array {
  const between = resampleInSpace(from, g, to);
  const momentum = neighbours(from.momentum.centres, to.momentum.centres);
  const plane = to.r.count * to.z.count;
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
export const smallestShape = 0.01;
export const largestShape = 100;

/**
 * A positive density on another grid, averaged over its momentum cells and at their faces: linear in space, and cubic in the
 * logarithm along momentum, where it must be smooth (momentumStencil.ts).
 */
export function resampleShape(
  from: TransportGrid,
  g: Float64Array,
  to: TransportGrid,
  weight: Float64Array,
): SolvedShape {
  const plane = to.r.count * to.z.count;
  const logShape = resampleInSpace(from, g, to);
  for (let c = 0; c < logShape.length; c++) {
    logShape[c] = Math.log(Math.min(Math.max(logShape[c]!, smallestShape), largestShape));
  }
  const at = (nodes: Float64Array) => {
    const out = new Float64Array(plane * nodes.length);
    for (let k = 0; k < nodes.length; k++) {
      const { first, shares } = cubicShares(from.momentum.centres, nodes[k]!);
      for (let c = 0; c < plane; c++) {
        let sum = 0;
        for (let a = 0; a < 4; a++) sum += shares[a]! * logShape[(first + a) * plane + c]!;
        out[k * plane + c] = Math.exp(sum);
      }
    }
    return out;
  };
  const atFaces = at(to.momentum.faces);
  return planesOf(cellAverages(to.momentum, weight, plane, atFaces, at(to.momentum.centres)), atFaces, plane);
}

/** A local shape from its values in all cells and at all faces. */
export function planesOf(inCells: Float64Array, atFaces: Float64Array, plane: number): SolvedShape {
  return {
    everywhere: inCells,
    everyFace: atFaces,
    inCells: (k) => inCells.subarray(k * plane, (k + 1) * plane),
    atFace: (k) => atFaces.subarray(k * plane, (k + 1) * plane),
  };
}

/** As `resampleShape`, made when it is first asked for. */
export function shapeFrom(known: KnownDensity, to: TransportGrid, weight: Float64Array): SolvedShape {
  const made = memoByIdentity(() => resampleShape(known.grid, known.g, to, weight));
  return {
    known,
    get everywhere() {
      return made().everywhere;
    },
    get everyFace() {
      return made().everyFace;
    },
    inCells: (k) => made().inCells(k),
    atFace: (k) => made().atFace(k),
  };
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
