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
import type { TransportGrid } from '../solver/haloGrid';
import { resample, resampleShape } from '../solver/observe';
import { type PlaneReading, planeReading } from '../solver/plane';
import { solveSteadyState } from '../solver/steadyState';
import { assembleTransport } from '../solver/transportOperator';
import { mediaOn } from './media';
import type { Parameters } from './parameters';
import type { SolveReport, SpeciesKey, Tier } from './propagated';
import { bendingOf, drawSketch, resampleSpectrum, type Sketch, sketchOf } from './sketch';
import { adaptedMomentumGrid, spatialGrid, type TierSettings, tierSettings } from './tiers';
import { spectralTerms, transportTerms } from './transportProblem';

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
  /** Rates on the fine momentum nodes by which rows were divided. */
  readonly rowScale: Float64Array;
  /** How it is read in the plane, where a wind makes a cusp. */
  readonly plane: PlaneReading | undefined;
  /** A first guess for the sketch of neighbouring parameters. */
  readonly sketch: Sketch;
  readonly report: SolveReport;
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
  const sketch = drawSketch(request.parameters, request.species, settings, near?.sketch);
  return solveFrom(request, settings, sketch, sketch, near, started);
}

/**
 * Solves again, from what a coarser solution for the same parameters knows instead of a sketch.
 *
 * @throws SolverError if the solve does not converge.
 */
export function refineGalaxy(
  request: SolveGalaxyRequest,
  settings: TierSettings,
  coarse: GalacticDensity,
): GalacticDensity {
  return solveFrom(request, settings, sketchOf(coarse), coarse.sketch, undefined, performance.now());
}

function solveFrom(
  { parameters, species, tier }: SolveGalaxyRequest,
  settings: TierSettings,
  known: Sketch,
  sketch: Sketch,
  near: GalacticDensity | undefined,
  started: number,
): GalacticDensity {
  const momentum = adaptedMomentumGrid(
    parameters,
    species,
    settings,
    known.grid.momentum.centres,
    bendingOf(known),
  );
  const grid = { ...spatialGrid(parameters, settings), momentum };
  const spectral = spectralTerms(parameters, species, momentum);
  const weight = resampleSpectrum(known.grid.momentum, known.weight, momentum);
  const rowScale = resampleSpectrum(known.grid.momentum, known.rowScale, momentum);
  const shape = resampleShape(known.grid, known.g, grid, weight);
  const coefficients = {
    ...transportTerms(parameters, spectral, mediaOn(parameters, grid.r, grid.z)),
    weight,
    rowScale,
    shape,
  };
  const start = near ? resample(near.grid, near.g, grid) : shape.everywhere;
  const { g, iterations, residual } = solveSteadyState(assembleTransport(grid, coefficients), settings, start);
  return {
    grid,
    g,
    weight,
    rowScale,
    plane: planeReading(grid, coefficients),
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
