/**
 * Solves one model and species for the density everywhere in the Galaxy.
 *
 * In two steps. A sketch, on the same momentum grid but with few cells in space, finds the spectrum at the Sun to a few
 * per cent. The full solve takes that spectrum as its weight: on the ratio to it, almost nothing is left to resolve in
 * momentum. (With the one-zone spectrum alone as weight, electrons near 1 GeV, where reacceleration meets losses and
 * the spectrum is steepest, were off by 2 %.) The sketch is also the full solve's first guess.
 */
import { sunRadiusKpc } from '../physics/units';
import { interpolateCubic, resampleSpace, valueAt } from '../solver/observe';
import { solveSteadyState } from '../solver/steadyState';
import { assembleTransport, type TransportGrid } from '../solver/transportOperator';
import type { Parameters } from './parameters';
import type { SolveReport, SpeciesKey, Tier } from './propagated';
import { type TierSettings, tierSettings, transportGrid } from './tiers';
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
  /** g of the sketch, a first guess for the sketch of neighbouring parameters. */
  readonly sketch: Float64Array;
  readonly report: SolveReport;
}

const sketchSettings = { radii: 10, heights: 8, firstHeightKpc: 0.12 };
const sketchTolerance = 1e-3;
/** Lowest ratio of the sketch to the one-zone spectrum that is taken over into the weight. */
const smallestShape = 1e-3;

/**
 * @param near a solution for neighbouring parameters: the first guess. The answer agrees with that of a cold start
 * within the tolerance.
 * @throws SolverError if a solve does not converge.
 */
export function solveGalaxy(
  request: SolveGalaxyRequest,
  settings: TierSettings = tierSettings[request.tier],
  near?: GalacticDensity,
): GalacticDensity {
  const started = performance.now();
  const { parameters, species, tier } = request;
  const grid = transportGrid(parameters, species, settings);
  const { momentum } = grid;

  const sketchGrid = { ...transportGrid(parameters, species, { ...settings, ...sketchSettings }), momentum };
  const oneZone = transportCoefficients(parameters, species, sketchGrid);
  const sketchTarget = { ...settings, tolerance: Math.max(settings.tolerance, sketchTolerance) };
  const sketch = solveSteadyState(assembleTransport(sketchGrid, oneZone), sketchTarget, near?.sketch);

  const shape = new Float64Array(momentum.count);
  for (let k = 0; k < shape.length; k++) {
    shape[k] = Math.max(valueAt(sketchGrid, sketch.g, k, sunRadiusKpc, 0), smallestShape);
  }
  const logShape = shape.map(Math.log);
  const weight = oneZone.weight.map(
    (box, fine) => box * Math.exp(interpolateCubic(momentum.centres, logShape, momentum.fine[fine]!)),
  );
  const start = near?.g.length === grid.r.count * grid.z.count * momentum.count ? near.g : undefined;
  const { g, iterations, residual } = solveSteadyState(
    assembleTransport(grid, { ...transportCoefficients(parameters, species, grid), weight }),
    settings,
    start ?? resampleSpace(sketchGrid, sketch.g, shape, grid),
  );
  return {
    grid,
    g,
    weight,
    sketch: sketch.g,
    report: {
      tier,
      grid: { r: grid.r.count, z: grid.z.count, momentum: momentum.count },
      iterations,
      residual,
      milliseconds: performance.now() - started,
    },
  };
}
