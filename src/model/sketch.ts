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
import { mediaOn } from './media';
import type { Parameters } from './parameters';
import type { SpeciesKey } from './propagated';
import { sketchMomentumGrid, spatialGrid, type TierSettings } from './tiers';
import {
  type BoxSpectrum,
  leakyBoxSpectrum,
  type Space,
  type SpectralTerms,
  spectralTerms,
  transportTerms,
} from './transportProblem';

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

/** What is known of a solution beforehand: its spectrum at the Sun, and how the density falls off in space. */
export interface Sketch {
  readonly grid: TransportGrid;
  /** Relative to the spectrum at the Sun, where it is about one. */
  readonly g: Float64Array;
  /** ln of the spectrum at the Sun over that of a leaky box on the cells `space`, at the centres of the momentum cells. */
  readonly logCorrection: Float64Array;
  readonly space: Space;
  /** The spectrum that g was solved with on the fine nodes of its own momentum cells. */
  readonly weight: Float64Array;
}

/** The leaky box' spectrum on other momentum cells, corrected to the one that a sketch found. */
export function correctedSpectrum(
  parameters: Parameters,
  spectral: SpectralTerms,
  { grid, logCorrection, space }: Pick<Sketch, 'grid' | 'logCorrection' | 'space'>,
): BoxSpectrum {
  const { weight, rowScale } = leakyBoxSpectrum(parameters, spectral, space);
  return { weight: correctedWeight(weight, spectral.momentum.fine, grid.momentum, logCorrection), rowScale };
}

function correctedWeight(
  weight: Float64Array,
  fine: Float64Array,
  { centres, count }: TransportGrid['momentum'],
  logCorrection: Float64Array,
): Float64Array {
  const [lowest, highest] = [centres[0]!, centres[count - 1]!];
  return weight.map((value, f) => {
    const at = Math.min(Math.max(fine[f]!, lowest), highest);
    return value * Math.exp(interpolateCubic(centres, logCorrection, at));
  });
}

/** A solution g with its weight as a sketch: the next weight is its spectrum at the Sun. */
export function sketchOf(
  grid: TransportGrid,
  g: Float64Array,
  weight: Float64Array,
  { logCorrection, space, grid: known }: Pick<Sketch, 'grid' | 'logCorrection' | 'space'>,
): Sketch & { readonly logStep: Float64Array } {
  const { centres, count } = grid.momentum;
  const [lowest, highest] = [known.momentum.centres[0]!, known.momentum.centres[known.momentum.count - 1]!];
  const logStep = new Float64Array(count);
  for (let k = 0; k < count; k++)
    logStep[k] = Math.log(Math.max(valueAt(grid, g, k, sunRadiusKpc, 0), smallestShape));
  const plane = grid.r.count * grid.z.count;
  const atSun = logStep.map(Math.exp);
  return {
    grid,
    space,
    weight,
    logStep,
    logCorrection: logStep.map((step, k) => {
      const at = Math.min(Math.max(centres[k]!, lowest), highest);
      return step + interpolateCubic(known.momentum.centres, logCorrection, at);
    }),
    g: g.map((value, c) => value / atSun[Math.floor(c / plane)]!),
  };
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
  const momentum = sketchMomentumGrid(parameters, species, { momentumWidth: 1 });
  const space = spatialGrid(parameters, sketchSpace);
  const grid = { ...space, momentum };
  const spectral = spectralTerms(parameters, species, momentum);
  const terms = transportTerms(parameters, spectral, mediaOn(parameters, space.r, space.z));
  const box = leakyBoxSpectrum(parameters, spectral, space);
  const target = { ...settings, tolerance: sketchTolerance };
  let sketch: Pick<Sketch, 'grid' | 'logCorrection' | 'space'> = {
    grid,
    space,
    logCorrection: new Float64Array(momentum.count),
  };
  let start = near && resample(near.grid, near.g, grid);
  for (let pass = 1; ; pass++) {
    const weight = correctedWeight(box.weight, momentum.fine, momentum, sketch.logCorrection);
    const { rowScale } = box;
    const { g } = solveSteadyState(assembleTransport(grid, { ...terms, weight, rowScale }), target, start);
    const next = sketchOf(grid, g, weight, sketch);
    (globalThis as any).SK?.(pass, momentum, next.logStep, next.logCorrection, weight);
    if (pass === maximumSketches || largestStep(next.logStep) < flatEnough) return next;
    sketch = next;
    start = next.g;
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
