/**
 * Solves one part of one model and species in three dimensions. The axisymmetric solution on the same heights and momentum
 * cells is solved first: its spectrum is what the unknown is divided by, and what it looks like is the first guess and the
 * local shape. What is then solved is the equation in the box, to the residual of the settings.
 */
import { type MarchStep, marchBox } from '../solver/boxMarch';
import type { BoxGrid } from '../solver/haloGrid';
import { lastFew } from '../solver/lastFew';
import { resampleShape, spreadOverBox } from '../solver/observe';
import { type PlaneReading, planeReading } from '../solver/plane';
import { mediaInBox } from './boxMedia';
import { type BoxSettings, boxAxes, boxSettings, type Part } from './boxSettings';
import { type GalacticDensity, solveGalaxy } from './galaxy';
import type { Parameters } from './parameters/values';
import type { SolveReport, SpeciesKey } from './propagated';
import { refuse } from './refusals';
import { transported } from './transported';
import { spectralTerms, transportTerms } from './transportProblem';

export interface BoxRequest {
  readonly parameters: Parameters;
  readonly species: SpeciesKey;
  readonly part: Part;
}

/** One part of the density: n = p N = w g, in Myr of one unit of source density at the Sun. */
export interface BoxDensity {
  readonly part: Part;
  readonly grid: BoxGrid;
  /** Per (momentum, height, y, x) cell. */
  readonly g: Float64Array;
  /** w on the fine momentum nodes. */
  readonly weight: Float64Array;
  /** How it is read in the plane, where a wind makes a cusp. */
  readonly plane: PlaneReading | undefined;
  readonly axisymmetric: GalacticDensity;
  readonly report: SolveReport;
}

/** A density on its way: momentum cells from `solvedFrom` up are solved. */
export interface BoxProgress
  extends Pick<BoxDensity, 'grid' | 'g' | 'weight' | 'plane' | 'part'>,
    MarchStep {}

/**
 * @param onProgress called as energies are solved, highest first.
 * @throws SolverError if the model is refused or the solve does not converge.
 */
export function solveBox(
  { parameters, species, part }: BoxRequest,
  onProgress: (progress: BoxProgress) => void = () => {},
  settings: BoxSettings = boxSettings[species],
): BoxDensity {
  refuse(parameters, species);
  const started = performance.now();
  const axisymmetric = solveGalaxy({ parameters, species, tier: 'settled' }, settings);
  const { grid: rings, weight } = axisymmetric;
  const grid: BoxGrid = { ...boxAxes(parameters, settings, part), z: rings.z, momentum: rings.momentum };
  const onRings = resampleShape(rings, axisymmetric.g, rings, weight);
  const spread = spreadOverBox(rings, grid);
  const shape = {
    inCells: lastFew<Float64Array>(4, (k, dropped) => spread(onRings.inCells(k), dropped)),
    atFace: lastFew<Float64Array>(4, (k, dropped) => spread(onRings.atFace(k), dropped)),
  };
  const media = mediaInBox(parameters, grid, part);
  const coefficients = {
    ...transportTerms(
      parameters,
      spectralTerms(parameters, transported(parameters, species), grid.momentum),
      media,
    ),
    weight,
    rowScale: axisymmetric.rowScale,
    shape,
  };
  const plane = planeReading(grid, coefficients);
  const { g, iterations, residual } = marchBox(
    grid,
    coefficients,
    shape.inCells,
    part !== 'odd',
    settings,
    (step, solved) => onProgress({ ...step, part, grid, weight, plane, g: solved }),
  );
  const cells = { x: settings.lateralCells, y: settings.lateralCells, z: grid.z.count };
  const report: SolveReport = {
    tier: '3d',
    grid: { ...cells, momentum: grid.momentum.count },
    iterations,
    residual,
    milliseconds: performance.now() - started,
    errorEstimate: axisymmetric.report.errorEstimate,
    refinement: axisymmetric.report.refinement,
  };
  return { part, grid, g, weight, plane, axisymmetric, report };
}
