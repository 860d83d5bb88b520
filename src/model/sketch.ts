/**
 * The sketch: the same equation on few cells in space, solved before the full grid exists. It finds the spectrum at the
 * Sun to a few per cent, and how the density falls off in space.
 */
import { sunRadiusKpc } from '../physics/units';
import { SolverError } from '../solver/errors';
import type { TransportGrid } from '../solver/haloGrid';
import { interpolateCubic, piecewiseShares } from '../solver/interpolate';
import { type MomentumGrid, simpson, subdivisions } from '../solver/momentumGrid';
import { largestShape, planesOf, shapeFrom, smallestShape, valueAt } from '../solver/observe';
import { type PlaneReading, planeReading } from '../solver/plane';
import { solveRing } from '../solver/solveRing';
import type { SolveOptions, SteadyState } from '../solver/steadyState';
import type { KnownDensity, RingCoefficients, SolvedShape } from '../solver/transportTypes';
import { mediaOn } from './media';
import type { Parameters } from './parameters/values';
import {
  type Curvature,
  hasWalls,
  shareBelowCutoff,
  sketchMomentumGrid,
  spatialGrid,
  type TierSettings,
} from './tiers';
import type { Transported } from './transported';
import { type Birth, type SunSlab, spectralTerms, sunSlab, transportTerms } from './transportProblem';

const sketchSpace = { radii: 10, heights: 8, firstHeightKpc: 0.12 };
const sketchTolerance = 1e-4;
/** Lowest ratio of a solution to its weight that is taken over into the next weight: below, a solve knows nothing. */
const smallestStep = 0.02;
/** Largest difference (in ln) that the cusp of a wind makes for a weight. */
const largestCusp = 0.3;
/** A sketch whose spectrum is further from its weight than this (in ln) anywhere is drawn again, from what it found. */
const closeEnough = 0.7;
const maximumSketches = 8;

/** What is known of a solution beforehand: its spectrum at the Sun, and how the density falls off in space. */
export interface Sketch {
  readonly grid: TransportGrid;
  /** Relative to the spectrum at the Sun, where it is about one. */
  readonly g: Float64Array;
  /** The spectrum at the Sun, and the rates of its rows, on the fine nodes. */
  readonly weight: Float64Array;
  readonly rowScale: Float64Array;
}

/** What was solved for: a ratio g to a weight, in cells. */
type Solved = Pick<Sketch, 'grid' | 'g' | 'weight' | 'rowScale'> & {
  readonly plane: PlaneReading | undefined;
};

/** ln of the density at the Sun over the weight that it was solved with, per momentum cell: how far that was off. */
export function logStepOf({ grid, g, plane }: Pick<Solved, 'grid' | 'g' | 'plane'>): Float64Array {
  return Float64Array.from({ length: grid.momentum.count }, (_, k) => {
    const flat = Math.max(valueAt(grid, g, k, sunRadiusKpc, 0), smallestStep);
    const value = plane === undefined ? flat : valueAt(grid, g, k, sunRadiusKpc, 0, plane);
    // Where diffusion is so slow that the cells do not see the cusp of a wind, it is not known.
    const cusp = value > 0 ? Math.log(value / flat) : -largestCusp;
    return Math.log(flat) + largestCusp * Math.tanh(cusp / largestCusp);
  });
}

/** A solution as a sketch: the next weight is its spectrum at the Sun. */
export function sketchOf(solved: Solved): Sketch {
  const { grid, g, weight, rowScale } = solved;
  const { centres, fine } = grid.momentum;
  const logStep = logStepOf(solved);
  const plane = grid.r.count * grid.z.count;
  const atSun = logStep.map(Math.exp);
  return {
    grid,
    g: g.map((value, c) => value / atSun[Math.floor(c / plane)]!),
    weight: weight.map((value, f) => value * Math.exp(interpolateInside(centres, logStep, fine[f]!))),
    rowScale,
  };
}

/** Cubic between the first and the last node, constant beyond. */
function interpolateInside(x: Float64Array, y: Float64Array, at: number): number {
  return interpolateCubic(x, y, Math.min(Math.max(at, x[0]!), x[x.length - 1]!));
}

/** Positive spectra on the fine nodes of other momentum cells: power laws beyond the ends. */
export function resampleSpectra(
  { fine, kinks }: MomentumGrid,
  spectra: readonly Float64Array[],
  to: MomentumGrid,
): Float64Array[] {
  const last = fine.length - 1;
  const logs = spectra.map((values) => values.map(Math.log));
  const out = spectra.map(() => new Float64Array(to.fine.length));
  for (let f = 0; f < to.fine.length; f++) {
    const x = to.fine[f]!;
    const end = x < fine[0]! ? 0 : x > fine[last]! ? last : -1;
    if (end >= 0) {
      const inner = end === 0 ? 1 : last - 1;
      const share = (x - fine[end]!) / (fine[inner]! - fine[end]!);
      logs.forEach((log, i) => {
        out[i]![f] = Math.exp(log[end]! + share * (log[inner]! - log[end]!));
      });
      continue;
    }
    const { first, shares } = piecewiseShares(fine, kinks, x);
    for (let i = 0; i < logs.length; i++) {
      const log = logs[i]!;
      let sum = 0;
      for (let a = 0; a < 4; a++) sum += shares[a]! * log[first + a]!;
      out[i]![f] = Math.exp(sum);
    }
  }
  return out;
}

/** What a sketch is drawn from, beside the model. */
interface SketchedFrom {
  /** A sketch for neighbouring parameters: the first guess. */
  readonly near: Sketch | undefined;
  /** Momentum cells, where others share them; else they are chosen. */
  readonly momentum?: MomentumGrid;
  readonly birth?: Birth | undefined;
}

/**
 * A slab for a sketch: the spectrum at the Sun as if all radii were alike. For nuclei, which lose little energy on their way, that
 * is near enough: solves that begin with it and with sketches differ by a tenth of a per cent, and cost half as much. What it
 * cannot do is tell how far off they are.
 */
export function slabSketch(
  parameters: Parameters,
  particle: Transported,
  momentum: MomentumGrid,
  birth?: Birth,
): Sketch {
  const space = spatialGrid(parameters, sketchSpace);
  const spectral = spectralTerms(parameters, particle, momentum);
  const slab = sunSlab(parameters, spectral, space, birth?.atSun(momentum));
  const grid = { ...space, momentum };
  return { grid, g: shapeOfSlab(slab, grid).everywhere, weight: slab.weight, rowScale: slab.rowScale };
}

/**
 * The sketch: the full equation on few cells, as a ratio to the solution of a slab.
 *
 * @throws SolverError if it does not converge.
 */
export function drawSketch(
  parameters: Parameters,
  particle: Transported,
  settings: Pick<TierSettings, 'maximumIterations' | 'lowestGeV'>,
  { near, momentum: shared, birth }: SketchedFrom,
): Sketch {
  const space = spatialGrid(parameters, sketchSpace);
  const widths = { ...settings, momentumWidth: 1 };
  let momentum = shared ?? sketchMomentumGrid(parameters, particle, widths);
  let spectral = spectralTerms(parameters, particle, momentum);
  let slab = sunSlab(parameters, spectral, space, birth?.atSun(momentum));
  const curvature = curvatureOf(particle, momentum, slab.weight);
  if (shared === undefined && hasWalls(curvature)) {
    momentum = sketchMomentumGrid(parameters, particle, widths, curvature);
    spectral = spectralTerms(parameters, particle, momentum);
    slab = sunSlab(parameters, spectral, space, birth?.atSun(momentum));
  }
  const grid = { ...space, momentum };
  const terms = {
    ...transportTerms(parameters, spectral, mediaOn(parameters, space.r, space.z)),
    ...(birth && { born: birth.inCells(grid) }),
  };
  const { rowScale } = slab;
  const target = { ...settings, tolerance: sketchTolerance };
  let { weight } = slab;
  let shape: SolvedShape = shapeOfSlab(slab, grid);
  let start: KnownDensity | undefined = near;
  for (let pass = 1; ; pass++) {
    const solved = solvePositive(grid, { ...terms, weight, rowScale, shape }, target, start);
    const sketch = sketchOf({ ...solved, weight, rowScale });
    const largest = logStepOf(solved).reduce((most, step) => Math.max(most, Math.abs(step)), 0);
    if (largest < closeEnough || pass === maximumSketches) return sketch;
    ({ weight } = sketch);
    shape = shapeFrom(sketch, grid, weight);
    start = sketch;
  }
}

/**
 * Solves with losses of second order, or, where that does not converge or makes the density at the Sun negative at some energy, of
 * first: positive whatever the weight. It can be where a spectrum falls like a wall that is not quite where it was expected.
 *
 * @throws SolverError if it does not converge.
 */
export function solvePositive(
  grid: TransportGrid,
  coefficients: RingCoefficients,
  options: SolveOptions,
  start: KnownDensity | 'shape' | undefined,
): SteadyState & Pick<Solved, 'grid' | 'plane'> & { readonly order: 1 | 2 } {
  const plane = planeReading(grid, coefficients);
  try {
    const second = solveRing(grid, coefficients, options, start);
    if (isPositiveAtSun(grid, second.g, plane)) return { ...second, grid, plane, order: 2 };
  } catch (error) {
    if (!(error instanceof SolverError && error.kind === 'notConverged')) throw error;
  }
  const first = solveRing(grid, { ...coefficients, firstOrderLosses: 'fitted' }, options);
  return { ...first, grid, plane, order: 1 };
}

function isPositiveAtSun(grid: TransportGrid, g: Float64Array, plane: PlaneReading | undefined): boolean {
  for (let k = 0; k < grid.momentum.count; k++)
    if (!(valueAt(grid, g, k, sunRadiusKpc, 0, plane) > 0)) return false;
  return true;
}

/** |(ln w)''| of a spectrum in the middle of each momentum cell: without the cutoff's own, which a weight knows exactly. */
export function curvatureOf(
  particle: Transported,
  { centres, fine, count }: MomentumGrid,
  weight: Float64Array,
): Curvature {
  const value = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    const f = k * subdivisions;
    const middle = f + subdivisions / 2;
    const end = f + subdivisions;
    const step = fine[middle]! - fine[f]!;
    const bend = Math.log(weight[f]! / weight[middle]!) - Math.log(weight[middle]! / weight[end]!);
    value[k] = (Math.abs(bend) / step ** 2) * shareBelowCutoff(particle, centres[k]!);
  }
  return { x: centres, value };
}

/** How the density of a slab falls off with height, at all radii alike. */
function shapeOfSlab({ z, weight, density, momentum }: SunSlab, { r }: TransportGrid): SolvedShape {
  const nz = z.count;
  const ratio = (f: number, j: number) =>
    Math.min(Math.max(density[f * nz + j]! / weight[f]!, smallestShape), largestShape);
  const spread = (planes: number, value: (plane: number, j: number) => number) => {
    const out = new Float64Array(planes * nz * r.count);
    for (let plane = 0; plane < planes; plane++)
      for (let j = 0; j < nz; j++)
        out.fill(value(plane, j), (plane * nz + j) * r.count, (plane * nz + j + 1) * r.count);
    return out;
  };
  const mean = (k: number, j: number) => {
    let norm = 0;
    let sum = 0;
    for (let s = 0; s <= subdivisions; s++) {
      const f = k * subdivisions + s;
      norm += simpson[s]! * weight[f]!;
      sum += simpson[s]! * weight[f]! * ratio(f, j);
    }
    return sum / norm;
  };
  return planesOf(
    spread(momentum.count, mean),
    spread(momentum.count + 1, (face, j) => ratio(face * subdivisions, j)),
    nz * r.count,
  );
}

/**
 * How much the shape in space still changes with momentum, per momentum cell: what a cell of the full solve must
 * resolve. Root mean square over space of |g''| + |w'/w||g'|, the two terms of the error of a cell.
 */
export function bendingOf({ grid, g, weight }: Sketch): Float64Array {
  const { centres, fine, count } = grid.momentum;
  const plane = grid.r.count * grid.z.count;
  const bending = new Float64Array(count);
  for (let k = 1; k < count - 1; k++) {
    const left = centres[k]! - centres[k - 1]!;
    const right = centres[k + 1]! - centres[k]!;
    const f = k * subdivisions;
    const steepness = Math.abs(
      Math.log(weight[f + subdivisions]! / weight[f]!) / (fine[f + subdivisions]! - fine[f]!),
    );
    let sum = 0;
    for (let c = k * plane; c < (k + 1) * plane; c++) {
      const below = (g[c]! - g[c - plane]!) / left;
      const above = (g[c + plane]! - g[c]!) / right;
      sum +=
        ((2 * Math.abs(above - below)) / (left + right) + 0.5 * steepness * Math.abs(above + below)) ** 2;
    }
    bending[k] = Math.sqrt(sum / plane);
  }
  bending[0] = bending[1]!;
  bending[count - 1] = bending[count - 2]!;
  return bending;
}
