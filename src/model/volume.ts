/** One part of a solution in three dimensions, as it crosses from a worker: the spectrum at the Sun and two planes. */
import { speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import { cutOf, planeOf, valueInBox } from '../solver/boxObserve';
import { type BoxDensity, type BoxProgress, type BoxRequest, solveBox } from './boxGalaxy';
import { particles } from './particles';
import { densityAt, densityOfShape, givenEnergiesGeV } from './propagate';
import type { Propagated, SolveReport, SpeciesKey } from './propagated';
import type { PartSlices } from './volumeSlices';

export interface PartResult {
  /** At the Sun; null for the odd part, which is zero there. */
  readonly propagated: Propagated | null;
  /** The axisymmetric spectrum at the Sun for the same power of all sources. */
  readonly axisymmetricFlux: Float64Array<ArrayBuffer>;
  readonly slices: PartSlices;
  readonly report: SolveReport;
}

/** The spectrum as far as it is solved: NaN below. */
export interface PartProgress {
  readonly share: number;
  readonly flux: Float64Array<ArrayBuffer> | null;
}

/** Ratios to the weight at the Sun of the momentum cells from `first` up. */
function shapeAtSun(
  { grid, g, plane }: Pick<BoxProgress, 'grid' | 'g' | 'plane'>,
  first: number,
): Float64Array<ArrayBuffer> {
  return Float64Array.from({ length: grid.momentum.count - first }, (_, i) =>
    valueInBox(grid, g, first + i, sunRadiusKpc, 0, plane, first),
  );
}

/** Density per unit momentum at kinetic energies, at x on the line from the centre through the Sun and a height z. */
export function boxDensityAt(
  { grid, g, weight, plane }: BoxDensity,
  species: SpeciesKey,
  kineticEnergyGeV: Float64Array,
  xKpc: number,
  heightKpc: number,
): Float64Array<ArrayBuffer> {
  const shape = Float64Array.from({ length: grid.momentum.count }, (_, k) =>
    valueInBox(grid, g, k, xKpc, heightKpc, plane),
  );
  return densityOfShape(speciesTable[species], grid.momentum, weight, shape, kineticEnergyGeV);
}

function slicesOf(solution: BoxDensity): PartSlices {
  const { part, grid, g } = solution;
  const { x, y, z, momentum } = grid;
  const plane = new Float32Array(momentum.count * y.count * x.count);
  const cut = new Float32Array(momentum.count * z.count * x.count);
  for (let k = 0; k < momentum.count; k++) {
    plane.set(planeOf(grid, g, k, solution.plane), k * y.count * x.count);
    cut.set(cutOf(grid, g, k), k * z.count * x.count);
  }
  return {
    part,
    xKpc: x.centres.slice(),
    yKpc: y.centres.slice(),
    zKpc: z.centres.slice(),
    logMomentum: momentum.centres.slice(),
    plane,
    cut,
    sun: shapeAtSun(solution, 0),
  };
}

function spectrumSoFar(
  solution: Pick<BoxProgress, 'grid' | 'g' | 'weight' | 'plane'>,
  species: SpeciesKey,
  solvedFrom: number,
): Float64Array<ArrayBuffer> {
  const { grid, weight } = solution;
  const shape = shapeAtSun(solution, solvedFrom);
  return densityOfShape(
    speciesTable[species],
    grid.momentum,
    weight,
    shape,
    givenEnergiesGeV(particles[species].givenGeV),
    solvedFrom,
  );
}

/**
 * Solves one part.
 *
 * @throws SolverError if the solve does not converge.
 */
export function propagateBox(
  request: BoxRequest,
  onProgress: (progress: PartProgress) => void = () => {},
): PartResult {
  const { species, part } = request;
  const solution = solveBox(request, (progress) =>
    onProgress({
      share: progress.share,
      flux: part === 'odd' ? null : spectrumSoFar(progress, species, progress.solvedFrom),
    }),
  );
  const { report, axisymmetric } = solution;
  const kineticEnergyGeV = givenEnergiesGeV(particles[species].givenGeV);
  return {
    propagated:
      part === 'odd'
        ? null
        : { species, report, kineticEnergyGeV, flux: spectrumSoFar(solution, species, 0) },
    axisymmetricFlux: densityAt(axisymmetric, species, kineticEnergyGeV, sunRadiusKpc, 0),
    slices: slicesOf(solution),
    report,
  };
}
