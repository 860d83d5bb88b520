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
import { speciesTable } from '../physics/species';
import type { TransportGrid } from '../solver/haloGrid';
import { resample, resampleShape } from '../solver/observe';
import type { PlaneReading } from '../solver/plane';
import { mediaOn } from './media';
import type { Parameters } from './parameters';
import type { SolveReport, SpeciesKey, Tier } from './propagated';
import {
  bendingOf,
  drawSketch,
  logStepOf,
  resampleSpectra,
  type Sketch,
  sketchOf,
  solvePositive,
} from './sketch';
import {
  adaptedMomentumGrid,
  cutoffParameter,
  givenRangeGeV,
  spatialGrid,
  type TierSettings,
  tierSettings,
} from './tiers';
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
  return solveFrom(request, settings, { known: sketch, sketch, near, refinement: 0, started });
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
  return solveFrom(request, settings, {
    known: sketchOf(coarse),
    sketch: coarse.sketch,
    near: undefined,
    refinement: coarse.report.refinement + 1,
    started: performance.now(),
  });
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

function solveFrom(
  { parameters, species, tier }: SolveGalaxyRequest,
  settings: TierSettings,
  { known, sketch, near, refinement, started }: Beginning,
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
  // The cast states what is returned: one for each that is given.
  const [weight, rowScale] = resampleSpectra(
    known.grid.momentum,
    [known.weight, known.rowScale],
    momentum,
  ) as [Float64Array, Float64Array];
  const shape = resampleShape(known.grid, known.g, grid, weight);
  const coefficients = {
    ...transportTerms(parameters, spectral, mediaOn(parameters, grid.r, grid.z)),
    weight,
    rowScale,
    shape,
  };
  const start = near ? resample(near.grid, near.g, grid) : shape.everywhere;
  const { g, plane, iterations, residual } = solvePositive(grid, coefficients, settings, start);
  return {
    grid,
    g,
    weight,
    rowScale,
    plane,
    sketch,
    report: {
      tier,
      grid: { r: grid.r.count, z: grid.z.count, momentum: momentum.count },
      iterations,
      residual,
      milliseconds: performance.now() - started,
      errorEstimate: errorEstimateOf(parameters, species, { grid, g, plane }, refinement),
      refinement,
    },
  };
}

/**
 * The error at the Sun that is to be expected of a solution, from how far what it began with was off: a sketch, which has
 * about half as many cells each way, or the coarser solution. Both errors fall as the square of the cells. Calibrated
 * on random models over the whole ranges of all sliders (`npm run verify`, docs/model.md).
 */
const estimateOfStep = { sketch: 0.2, coarser: 1 } as const;
/** What no step shows: errors that sketch and solution share. */
const unseenError = { sketch: 0.003, coarser: 0.0015 } as const;
/** The estimate speaks for energies from here (GeV) on, up to where the cutoff has taken nearly all. */
const estimatedFromGeV = 0.1;
const estimatedOverCutoff = 3;

/** Kinetic energies (GeV) between which errors are estimated, and verified. */
export function estimatedRangeGeV(parameters: Parameters, species: SpeciesKey): readonly [number, number] {
  const cutoffGV = parameters[cutoffParameter(species)];
  return [estimatedFromGeV, Math.min(givenRangeGeV[species][1], estimatedOverCutoff * cutoffGV)];
}

function errorEstimateOf(
  parameters: Parameters,
  species: SpeciesKey,
  solved: Pick<GalacticDensity, 'grid' | 'g' | 'plane'>,
  refinement: number,
): number {
  const [lowest, highest] = estimatedRangeGeV(parameters, species);
  const { centres } = solved.grid.momentum;
  let largest = 0;
  logStepOf(solved).forEach((step, k) => {
    const momentum = momentumGeV(Math.exp(centres[k]!));
    const energy = kineticEnergyFromMomentum(speciesTable[species], momentum);
    if (energy >= lowest && energy <= highest) largest = Math.max(largest, Math.abs(step));
  });
  const before = refinement === 0 ? 'sketch' : 'coarser';
  return unseenError[before] + estimateOfStep[before] * largest;
}
