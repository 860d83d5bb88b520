/** Hand-made grids and coefficients, so that the tests of the solver need no Galaxy. */

import type { TransportGrid } from '../../src/solver/haloGrid';
import type { MomentumGrid } from '../../src/solver/momentumGrid';
import { solveSlab } from '../../src/solver/slab';
import type { CellAxis } from '../../src/solver/spatialGrid';
import type { SteadyState } from '../../src/solver/steadyState';
import type {
  SeparableRate,
  TransportCoefficients,
  TransportOperator,
} from '../../src/solver/transportTypes';
import { gradedMomentumGrid } from './gradedMomentumGrid';

/** Tight enough that the residual never shows beside the discretisation. */
export const tight = { tolerance: 1e-11, maximumIterations: 300 } as const;

export function axisThrough(faces: readonly number[]): CellAxis {
  return {
    faces: Float64Array.from(faces),
    centres: Float64Array.from({ length: faces.length - 1 }, (_, i) => 0.5 * (faces[i]! + faces[i + 1]!)),
    count: faces.length - 1,
  };
}

export function uniformAxis(count: number, edge: number): CellAxis {
  return axisThrough(Array.from({ length: count + 1 }, (_, i) => (edge * i) / count));
}

/** A disc much thinner than anything else in the halo, kpc. */
export const discKpc = 1e-4;

/** The thin disc as one cell, then `counts[i]` equal cells in each layer of a halo. */
export function discAndLayers(thicknesses: readonly number[], counts: readonly number[]): CellAxis {
  const faces = [0, discKpc];
  let base = 0;
  thicknesses.forEach((thickness, layer) => {
    const count = counts[layer]!;
    for (let i = 1; i <= count; i++) faces.push(base + (thickness * i) / count);
    base += thickness;
  });
  return axisThrough(faces);
}

/** So wide that the middle does not feel the edge: a one-dimensional halo. */
export const unboundedRadius = uniformAxis(8, 4000);

export function uniformMomentum(count: number, lowest: number, highest: number): MomentumGrid {
  const lower = Math.log(lowest);
  const upper = Math.log(highest);
  return gradedMomentumGrid(lower, upper, () => (upper - lower) / count);
}

// Two-point Gauss-Legendre on [0, 1]: fourth order, beyond the second of the scheme.
export const gaussPoints = [0.5 - 0.5 / Math.sqrt(3), 0.5 + 0.5 / Math.sqrt(3)] as const;

/** Calls back with the quadrature points of every (z, r) cell and their shares of its volume. */
export function quadratureOfCells(
  { r, z }: Pick<TransportGrid, 'r' | 'z'>,
  visit: (cell: number, share: number, r: number, z: number) => void,
): void {
  for (let j = 0; j < z.count; j++) {
    for (let i = 0; i < r.count; i++) {
      for (const a of gaussPoints) {
        const radius = r.faces[i]! + a * (r.faces[i + 1]! - r.faces[i]!);
        for (const b of gaussPoints) {
          const height = z.faces[j]! + b * (z.faces[j + 1]! - z.faces[j]!);
          visit(j * r.count + i, (0.25 * radius) / r.centres[i]!, radius, height);
        }
      }
    }
  }
}

/** Cell averages of f(r, z). */
export function medium(
  axes: Pick<TransportGrid, 'r' | 'z'>,
  f: (r: number, z: number) => number,
): Float64Array {
  const means = new Float64Array(axes.r.count * axes.z.count);
  quadratureOfCells(axes, (cell, share, r, z) => {
    means[cell] = means[cell]! + share * f(r, z);
  });
  return means;
}

/** A surface rate of sources, `radial(r)` on both faces together, in the cell next to the plane. */
export function discSource({ r, z }: TransportGrid, radial: (r: number) => number): Float64Array {
  const thickness = 2 * z.faces[1]!;
  const source = medium({ r, z }, (radius) => radial(radius) / thickness);
  source.fill(0, r.count);
  return source;
}

/** Nothing but diffusion and a source; the tests add to it. */
export function coefficientsOf(
  grid: Pick<TransportGrid, 'momentum'>,
  parts: Pick<TransportCoefficients, 'diffusion' | 'source'> & Partial<TransportCoefficients>,
): TransportCoefficients {
  const ones = grid.momentum.fine.map(() => 1);
  return { momentumDiffusion: () => 0, losses: [], sinks: [], weight: ones, rowScale: ones, ...parts };
}

/** A rate f(p) on the fine nodes with its medium. */
export function rateOf(
  grid: Pick<TransportGrid, 'momentum'>,
  where: Float64Array,
  f: (momentum: number) => number,
): SeparableRate {
  return { medium: where, rate: grid.momentum.fine.map((x) => f(Math.exp(x))) };
}

/** g next to the axis and the plane, per momentum cell. */
export function valuesAtCentre(grid: TransportGrid, { g }: SteadyState): Float64Array {
  const plane = grid.r.count * grid.z.count;
  return Float64Array.from({ length: grid.momentum.count }, (_, k) => g[k * plane]!);
}

/** Sum over all cells of volume (per radian) times what `perCell` gives for cell (k, row of (x,z), cell). */
export function cellVolume({ r, z }: TransportGrid, i: number, j: number): number {
  const area = 0.5 * (r.faces[i + 1]! ** 2 - r.faces[i]! ** 2);
  return area * (z.faces[j + 1]! - z.faces[j]!);
}

/** Particles per time (per radian of the Galaxy) behind one unit of a row: rows are divided by weight and rate. */
export function rowMeasure(grid: TransportGrid, { cellWeight, rowRate }: TransportOperator): Float64Array {
  const { r, z, momentum } = grid;
  const measure: number[] = [];
  for (let k = 0; k < momentum.count; k++) {
    for (let j = 0; j < z.count; j++) {
      for (let i = 0; i < r.count; i++) measure.push(cellVolume(grid, i, j) * cellWeight[k]! * rowRate[k]!);
    }
  }
  return Float64Array.from(measure);
}

/** Rates and p Q of one zone, per fine node. */
export interface ZoneRates {
  readonly diffusion: Float64Array;
  readonly loss: Float64Array;
  readonly removal: Float64Array;
  readonly source: Float64Array;
}

/** A slab of one height that nothing leaves but by removal: n = p N on the fine nodes. */
export function solveZone(fine: Float64Array, { diffusion, loss, removal, source }: ZoneRates): Float64Array {
  const one = new Float64Array([1]);
  return solveSlab(fine, uniformAxis(1, 1), {
    diffusion: () => 1e-30,
    momentumDiffusion: (_, f) => diffusion[f]!,
    losses: [{ medium: one, rate: loss }],
    sinks: [{ medium: one, rate: removal }],
    source: { medium: one, rate: source },
    firstInjecting: -1,
    lateralDecay: 0,
  }).density;
}
