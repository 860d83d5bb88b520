/**
 * Solves one model and species for the density everywhere in the Galaxy, in two steps.
 *
 * A sketch, with few cells in space, finds the spectrum at the Sun to a few per cent. From it the full solve takes
 *   - its weight: on the ratio to that spectrum, little is left to resolve in momentum;
 *   - its momentum cells: fine where the spectrum bends (injection breaks, and where reacceleration meets losses);
 *   - its first guess in space.
 * With the one-zone spectrum alone as weight, electrons near 1 GeV, where the spectrum is steepest, were off by 2 %.
 */
import { sunRadiusKpc } from '../physics/units';
import { SolverError } from '../solver/errors';
import { subdivisions } from '../solver/momentumGrid';
import { interpolateCubic, resample, resampleShape, valueAt } from '../solver/observe';
import { solveSteadyState } from '../solver/steadyState';
import { assembleTransport, type TransportGrid } from '../solver/transportOperator';
import type { Parameters } from './parameters';
import type { SolveReport, SpeciesKey, Tier } from './propagated';
import {
  adaptedMomentumGrid,
  sketchMomentumGrid,
  spatialGrid,
  type TierSettings,
  tierSettings,
} from './tiers';
import { transportCoefficients } from './transportProblem';

export interface SolveGalaxyRequest {
  readonly parameters: Parameters;
  readonly species: SpeciesKey;
  readonly tier: Tier;
}

/** The solved density everywhere: n = p N = w g, in Myr of one unit of source density at the Sun. */
export interface GalacticDensity {
  readonly grid: TransportGrid;
  /** Per (momentum, height, radius) cell. */
  readonly g: Float64Array;
  /** w on the fine momentum nodes. */
  readonly weight: Float64Array;
  /** A first guess for the sketch of neighbouring parameters. */
  readonly sketch: Sketch;
  readonly report: SolveReport;
}

const sketchSpace = { radii: 10, heights: 8, firstHeightKpc: 0.12 };
const sketchTolerance = 1e-4;
/** A sketch whose ratio to its weight changes by more than this factor (in ln) from cell to cell is drawn again. */
const flatEnough = 0.4;
const maximumSketches = 4;
/** Lowest ratio of a sketch to its weight that is taken over into the next weight. */
const smallestShape = 1e-3;

/** The result, or undefined if the solve did not converge. */
function attempt<Result>(solve: () => Result): Result | undefined {
  try {
    return solve();
  } catch (error) {
    if (error instanceof SolverError) return undefined;
    throw error;
  }
}

function largestStep(values: Float64Array): number {
  let largest = 0;
  for (let k = 1; k < values.length; k++) largest = Math.max(largest, Math.abs(values[k]! - values[k - 1]!));
  return largest;
}

/** What a sketch knows: where the spectrum at the Sun bends, and how the density falls off in space. */
interface Sketch {
  readonly grid: TransportGrid;
  /** Relative to the weight; about one at the Sun. */
  readonly g: Float64Array;
  /** Spectrum at the Sun on the fine nodes, the next weight. */
  readonly weight: Float64Array;
}

function drawSketch(
  { parameters, species }: SolveGalaxyRequest,
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
    const logShape = Float64Array.from({ length: momentum.count }, (_, k) =>
      Math.log(Math.max(valueAt(grid, g, k, sunRadiusKpc, 0), smallestShape)),
    );
    weight = weight.map(
      (value, fine) => value * Math.exp(interpolateCubic(momentum.centres, logShape, momentum.fine[fine]!)),
    );
    const plane = grid.r.count * grid.z.count;
    const relative = g.map((value, c) => value / Math.exp(logShape[Math.floor(c / plane)]!));
    if (pass === maximumSketches || largestStep(logShape) < flatEnough) return { grid, g: relative, weight };
    start = relative;
  }
}

/**
 * How much the shape in space still changes with momentum, per momentum cell: what a cell of the full solve must
 * resolve. Root mean square over space of |g''| + |w'/w||g'|, the two terms of the error of a cell.
 */
function bendingOf({ grid, g, weight }: Sketch): Float64Array {
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

/**
 * @param near a solution for neighbouring parameters: the first guess of sketch and full solve.
 * @throws SolverError if a solve does not converge.
 */
export function solveGalaxy(
  request: SolveGalaxyRequest,
  settings: TierSettings = tierSettings[request.tier],
  near?: GalacticDensity,
): GalacticDensity {
  const started = performance.now();
  const { parameters, species, tier } = request;
  const sketch = drawSketch(request, settings, near?.sketch);
  const logWeight = sketch.weight.map(Math.log);
  const { fine } = sketch.grid.momentum;
  const momentum = adaptedMomentumGrid(
    parameters,
    species,
    settings,
    sketch.grid.momentum.centres,
    bendingOf(sketch),
  );
  const grid = { ...spatialGrid(parameters, settings), momentum };
  const weight = momentum.fine.map((x) => Math.exp(interpolateCubic(fine, logWeight, x)));
  const shape = resampleShape(sketch.grid, sketch.g, grid, weight);
  const start = near ? resample(near.grid, near.g, grid) : shape.inCells;
  const coefficients = { ...transportCoefficients(parameters, species, grid), weight };
  const solved =
    attempt(() => solveSteadyState(assembleTransport(grid, { ...coefficients, shape }), settings, start)) ??
    // Where reacceleration makes the spectrum fall like a wall, a sketch can mislead more than it helps.
    solveSteadyState(assembleTransport(grid, coefficients), settings);
  const { g, iterations, residual } = solved;
  return {
    grid,
    g,
    weight,
    sketch,
    report: {
      tier,
      grid: { r: grid.r.count, z: grid.z.count, momentum: momentum.count },
      iterations,
      residual,
      milliseconds: performance.now() - started,
    },
  };
}
