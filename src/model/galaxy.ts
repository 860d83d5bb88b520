/**
 * Solves one model and species for the density everywhere in the Galaxy, in two steps: a sketch (sketch.ts), then the
 * full solve, which takes from it
 *   - its weight, the spectrum at the Sun, and the local shape relative to it: on the ratio to both, little is left to
 *     resolve in momentum. With a one-zone spectrum alone, electrons near 1 GeV, where the spectrum is steepest, were off
 *     by 2 %;
 *   - its momentum cells: fine where the shape in space changes with momentum (injection breaks, and where
 *     reacceleration meets losses);
 *   - its first guess.
 */
import { SolverError } from '../solver/errors';
import type { TransportGrid } from '../solver/haloGrid';
import { interpolateCubic } from '../solver/interpolate';
import { resample, resampleShape } from '../solver/observe';
import { solveSteadyState } from '../solver/steadyState';
import { assembleTransport } from '../solver/transportOperator';
import type { Parameters } from './parameters';
import type { SolveReport, SpeciesKey, Tier } from './propagated';
import { bendingOf, drawSketch, type Sketch } from './sketch';
import { adaptedMomentumGrid, spatialGrid, type TierSettings, tierSettings } from './tiers';
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

/** The result, or undefined if the solve did not converge. */
function attempt<Result>(solve: () => Result): Result | undefined {
  try {
    return solve();
  } catch (error) {
    if (error instanceof SolverError) return undefined;
    throw error;
  }
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
  const sketch = drawSketch(parameters, species, settings, near?.sketch);
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
  const start = near ? resample(near.grid, near.g, grid) : shape.everywhere;
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
      errorEstimate: 0.002,
      refinement: 0,
    },
  };
}
