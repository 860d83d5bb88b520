/**
 * Solves one model and species for the density everywhere in the Galaxy, in two steps: a sketch (sketch.ts), then the
 * full solve, which takes from it
 *   - its weight, the spectrum at the Sun, and the local shape relative to it: on the ratio to both, little is left to
 *     resolve in momentum. With a spectrum of the Sun's place alone, electrons near 1 GeV, where the spectrum is
 *     steepest, were off by 2 %;
 *   - its momentum cells: fine where the shape in space changes with momentum (injection breaks, and where
 *     reacceleration meets losses);
 *   - its first guess.
 */
import { kineticEnergyFromMomentum, momentumGeV } from '../physics/kinematics';
import type { TransportGrid } from '../solver/haloGrid';
import type { MomentumGrid } from '../solver/momentumGrid';
import { shapeFrom } from '../solver/observe';
import type { PlaneReading } from '../solver/plane';
import type { KnownDensity } from '../solver/transportTypes';
import { mediaOn } from './media';
import type { Parameters } from './parameters/values';
import type { SolveReport, SpeciesKey, Tier } from './propagated';
import {
  bendingOf,
  curvatureOf,
  drawSketch,
  logStepOf,
  resampleSpectra,
  type Sketch,
  sketchOf,
  solvePositive,
} from './sketch';
import {
  adaptedMomentumGrid,
  type Curvature,
  cellRefinement,
  plainCurvature,
  spatialGrid,
  type TierSettings,
  tierSettings,
} from './tiers';
import { type Transported, transported } from './transported';
import { type Birth, spectralTerms, transportTerms } from './transportProblem';

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
  /** Of the losses: 1 where 2 did not converge, or made a density at the Sun negative. */
  readonly order: 1 | 2;
  /** ln of what the density of each momentum cell is multiplied by when it is read: what vanishing cells would still change. */
  readonly extrapolation?: Float64Array;
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
  const particle = transported(request.parameters, request.species);
  const sketch = drawSketch(request.parameters, particle, settings, { near: near?.sketch });
  return solveFrom(request, settings, { known: sketch, sketch, near, refinement: 0, started });
}

/**
 * Solves again, from what a solution for the same parameters knows instead of a sketch.
 *
 * @throws SolverError if the solve does not converge.
 */
export function solveAgain(
  request: SolveGalaxyRequest,
  settings: TierSettings,
  before: GalacticDensity,
): GalacticDensity {
  return solveFrom(request, settings, {
    known: sketchOf(before),
    sketch: before.sketch,
    near: undefined,
    refinement: before.report.refinement + 1,
    started: performance.now(),
  });
}

/** Errors fall as the square of the cells: what is left is this share of the last step. */
const leftOfStep = 1 / (cellRefinement ** 2 - 1);
/**
 * Steps (in ln) that are far larger are not followed: from a tier's own grid they are not the square of anything yet, and where a
 * solution was next to nothing, not even known.
 */
const largestStepFollowed = { first: 0.08, later: 0.5 } as const;

/**
 * Solves again on cells finer by `cellRefinement`, and extrapolates to vanishing cells (Richardson) from the spectra at the Sun of
 * both, unless one of them is of first order.
 *
 * @throws SolverError if the solve does not converge.
 */
export function refineGalaxy(
  request: SolveGalaxyRequest,
  settings: TierSettings,
  coarse: GalacticDensity,
): GalacticDensity {
  const fine = solveAgain(request, settings, coarse);
  const particle = transported(request.parameters, request.species);
  if (fine.order !== 2 || coarse.order !== 2) {
    const errorEstimate = estimateOf.firstOrder(largestStep(particle, fine));
    return { ...fine, report: { ...fine.report, errorEstimate } };
  }
  const isFirst = coarse.report.refinement === 0;
  const largest = largestStepFollowed[isFirst ? 'first' : 'later'];
  const followed = (step: number) => 1 / (1 + (step / largest) ** 4);
  const logStep = logStepOf(fine);
  // A step may be small by chance: not below what the one before lets expect.
  const before = isFirst ? 0 : largestStep(particle, coarse) / cellRefinement ** 2;
  const step = Math.max(largestStep(particle, fine), before);
  const notFollowed = leftOfStep * step * (1 - followed(step));
  return {
    ...fine,
    extrapolation: logStep.map((value) => leftOfStep * value * followed(value)),
    report: { ...fine.report, errorEstimate: estimateOf.extrapolated(step) + notFollowed },
  };
}

/** What a solve begins with. */
interface Beginning {
  /** What the grid, the weight and the shape are taken from: the sketch, or a coarser solution. */
  readonly known: Sketch;
  readonly sketch: Sketch;
  readonly near: GalacticDensity | undefined;
  readonly refinement: number;
  readonly started: number;
}

/** What is solved with: a ratio g to a weight, and what is known of its shape beforehand. */
export interface SolvedWith {
  readonly known: Sketch;
  readonly momentum: MomentumGrid;
  readonly birth?: Birth | undefined;
  readonly start: KnownDensity | undefined;
}

/**
 * The full solve of one kind of particle on given momentum cells.
 *
 * @throws SolverError if it does not converge.
 */
export function solveKnown(
  parameters: Parameters,
  particle: Transported,
  settings: TierSettings,
  { known, momentum, birth, start }: SolvedWith,
) {
  const grid = { ...spatialGrid(parameters, settings), momentum };
  const spectral = spectralTerms(parameters, particle, momentum);
  // The cast states what is returned: one for each that is given.
  const [weight, rowScale] = resampleSpectra(
    known.grid.momentum,
    [known.weight, known.rowScale],
    momentum,
  ) as [Float64Array, Float64Array];
  const coefficients = {
    ...transportTerms(parameters, spectral, mediaOn(parameters, grid.r, grid.z)),
    ...(birth && { born: birth.inCells(grid) }),
    weight,
    rowScale,
    shape: shapeFrom(known, grid, weight),
  };
  return { ...solvePositive(grid, coefficients, settings, start ?? 'shape'), weight, rowScale };
}

function solveFrom(
  request: SolveGalaxyRequest,
  settings: TierSettings,
  { known, sketch, near, refinement, started }: Beginning,
): GalacticDensity {
  const { parameters, tier } = request;
  const particle = transported(parameters, request.species);
  const curvature = curvatureOf(particle, known.grid.momentum, known.weight);
  const momentum = adaptedMomentumGrid(parameters, particle, settings, bendingOf(known), curvature);
  const { grid, g, weight, rowScale, plane, order, iterations, residual, isCompiled } = solveKnown(
    parameters,
    particle,
    settings,
    { known, momentum, start: near },
  );
  const solved = { grid, g, plane };
  return {
    grid,
    g,
    weight,
    rowScale,
    plane,
    order,
    sketch,
    report: {
      tier,
      grid: { r: grid.r.count, z: grid.z.count, momentum: momentum.count },
      iterations,
      residual,
      isCompiled,
      milliseconds: performance.now() - started,
      errorEstimate:
        refinement === 0
          ? errorAfterSketch(particle, solved, curvature)
          : estimateOf.coarser(largestStep(particle, solved)),
      refinement,
    },
  };
}

/**
 * The error at the Sun that is to be expected of a solution, from the largest step (in ln) against what it began with. Calibrated
 * on random models over the whole ranges of all sliders (`npm run verify`, docs/model.md).
 */
const estimateOf = {
  /**
   * A sketch has about half as many cells each way. Far off, it also shows in the solution as a poor weight; and at the foot of a
   * wall both are off alike, since there the electrons at the Sun are those that come from where the wall stands higher.
   */
  sketch: (step: number, largestBend: number) =>
    0.003 + step * (0.2 + Math.min(1, 50 * step * step)) + 0.001 * Math.max(0, largestBend - plainCurvature),
  coarser: (step: number) => 0.0015 + step,
  extrapolated: (step: number) => 0.004 + 0.5 * step,
  /** Errors that fall as the cells: twice the step is left where these are smaller by `cellRefinement`. */
  firstOrder: (step: number) => 0.004 + step / (cellRefinement - 1),
} as const;
/** The estimate speaks for energies from here (GeV) on, up to where the cutoff has taken nearly all. */
const estimatedFromGeV = 0.1;
const estimatedOverCutoff = 3;

/** Kinetic energies (GeV) between which errors are estimated, and verified. */
export function estimatedRangeGeV({ givenGeV, cutoffGV }: Transported): readonly [number, number] {
  return [estimatedFromGeV, Math.min(givenGeV[1], estimatedOverCutoff * cutoffGV)];
}

/** Largest size of a quantity at momenta x = ln p within a range of energies: those for which errors are estimated, unless told. */
export function largestInRange(
  particle: Transported,
  x: Float64Array,
  values: Float64Array,
  [lowest, highest] = estimatedRangeGeV(particle),
): number {
  return values.reduce((most, value, k) => {
    const energy = kineticEnergyFromMomentum(particle.species, momentumGeV(Math.exp(x[k]!)));
    return energy >= lowest && energy <= highest ? Math.max(most, Math.abs(value)) : most;
  }, 0);
}

/** Largest change (in ln) of the spectrum at the Sun against what the solve began with. */
export function largestStep(
  particle: Transported,
  solved: Pick<GalacticDensity, 'grid' | 'g' | 'plane'>,
  rangeGeV?: readonly [number, number],
): number {
  return largestInRange(particle, solved.grid.momentum.centres, logStepOf(solved), rangeGeV);
}

/** The error that is to be expected of a solution that began with a sketch. */
function errorAfterSketch(
  particle: Transported,
  solved: Pick<GalacticDensity, 'grid' | 'g' | 'plane'>,
  { x, value }: Curvature,
): number {
  return estimateOf.sketch(largestStep(particle, solved), largestInRange(particle, x, value));
}
