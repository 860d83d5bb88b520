/**
 * The sketch: the same equation on few cells in space, solved before the full grid exists. It finds the spectrum at the
 * Sun to a few per cent, and how the density falls off in space.
 */
import { sunRadiusKpc } from '../physics/units';
import type { TransportGrid } from '../solver/haloGrid';
import { interpolateCubic } from '../solver/interpolate';
import { subdivisions } from '../solver/momentumGrid';
import { resample, valueAt } from '../solver/observe';
import { solveSteadyState } from '../solver/steadyState';
import { assembleTransport } from '../solver/transportOperator';
import type { Parameters } from './parameters';
import type { SpeciesKey } from './propagated';
import { sketchMomentumGrid, spatialGrid, type TierSettings } from './tiers';
import { transportCoefficients } from './transportProblem';

const sketchSpace = { radii: 10, heights: 8, firstHeightKpc: 0.12 };
const sketchTolerance = 1e-4;
/** A sketch whose ratio to its weight changes by more than this factor (in ln) from cell to cell is drawn again. */
const flatEnough = 0.4;
const maximumSketches = 4;
/** Lowest ratio of a sketch to its weight that is taken over into the next weight. */
const smallestShape = 1e-3;

function largestStep(values: Float64Array): number {
  let largest = 0;
  for (let k = 1; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]! - values[k - 1]!));
  return largest;
}

/** What a sketch knows: where the spectrum at the Sun bends, and how the density falls off in space. */
export interface Sketch {
  readonly grid: TransportGrid;
  /** Relative to the weight; about one at the Sun. */
  readonly g: Float64Array;
  /** Spectrum at the Sun on the fine nodes, the next weight. */
  readonly weight: Float64Array;
}

/**
 * Starts from the one-zone spectrum as weight and repeats with the spectrum it found until that no longer changes steeply.
 *
 * @param near a sketch for neighbouring parameters: the first guess.
 * @throws SolverError if a solve does not converge.
 */
export function drawSketch(
  parameters: Parameters,
  species: SpeciesKey,
  settings: TierSettings,
  near?: Sketch,
): Sketch {
  const momentum = sketchMomentumGrid(parameters, species, { ...settings, momentumWidth: 1 });
  const grid = { ...spatialGrid(parameters, sketchSpace), momentum };
  const coefficients = transportCoefficients(parameters, species, grid);
  const target = { ...settings, tolerance: sketchTolerance };
  let { weight } = coefficients;
  let start = near && resample(near.grid, near.g, grid);
  for (let pass = 1; ; pass++) {
    const { g } = solveSteadyState(assembleTransport(grid, { ...coefficients, weight }), target, start);
    // Read as if it were flat there, also with a wind: a weight need not be exact, and a cusp depends on the weight's slope.
    const logShape = Float64Array.from({ length: momentum.count }, (_, k) =>
      Math.log(Math.max(valueAt(grid, g, k, sunRadiusKpc, 0), smallestShape)),
    );
    weight = weight.map(
      (value, fine) => value * Math.exp(interpolateCubic(momentum.centres, logShape, momentum.fine[fine]!)),
    );
    const plane = grid.r.count * grid.z.count;
    const atSun = logShape.map(Math.exp);
    const relative = g.map((value, c) => value / atSun[Math.floor(c / plane)]!);
    if (pass === maximumSketches || largestStep(logShape) < flatEnough) return { grid, g: relative, weight };
    start = relative;
  }
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
