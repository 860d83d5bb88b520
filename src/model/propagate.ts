/** One solve: a model and a species in, the spectrum at the Sun out. Runs in Node and in a worker alike. */
import { lastUsed } from '../memo/lastUsed';
import { kineticEnergyPerNucleonGeV, momentumFromKineticEnergy } from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import { SolverError } from '../solver/errors';
import { interpolateCubic } from '../solver/interpolate';
import type { MomentumGrid } from '../solver/momentumGrid';
import { valueAt } from '../solver/observe';
import { type GalacticDensity, type SolveGalaxyRequest, solveGalaxy } from './galaxy';
import type { Propagated, SpeciesKey } from './propagated';
import { refuse } from './refusals';
import { coarsenedSettings, givenRangeGeV, needsRefinement, type TierSettings, tierSettings } from './tiers';

const pointsPerDecade = 40;

/** Kinetic energies per nucleon (GeV) of every answer for a species. */
export function givenEnergiesGeV(species: SpeciesKey): Float64Array<ArrayBuffer> {
  const [lowest, highest] = givenRangeGeV[species];
  const count = Math.round(Math.log10(highest / lowest) * pointsPerDecade) + 1;
  return Float64Array.from({ length: count }, (_, i) => lowest * 10 ** (i / pointsPerDecade));
}

/**
 * Density per unit momentum N(p) (per GeV, in Myr of one unit of source) at given energies, from its ratio to the weight at
 * the centres of momentum cells; zero above the highest one, far beyond the injection cutoff.
 *
 * @param first the momentum cell of the first ratio; below, nothing is known, and the density is NaN.
 */
export function densityOfShape(
  species: SpeciesKey,
  { fine, centres }: MomentumGrid,
  weight: Float64Array,
  shape: Float64Array,
  kineticEnergyGeV: Float64Array,
  first = 0,
): Float64Array<ArrayBuffer> {
  const particle = speciesTable[species];
  const logWeight = weight.map(Math.log);
  const known = centres.subarray(first);
  // Beyond the last centre there is nothing to interpolate between.
  const highest = centres[centres.length - 1]!;
  const lowest = first === 0 ? Number.NEGATIVE_INFINITY : known[0]!;
  return Float64Array.from(kineticEnergyGeV, (energy) => {
    const momentum = momentumFromKineticEnergy(particle, kineticEnergyPerNucleonGeV(energy));
    const x = Math.log(momentum);
    if (x > highest) return 0;
    if (x < lowest || known.length < 4) return Number.NaN;
    const box = Math.exp(interpolateCubic(fine, logWeight, x));
    return (box * interpolateCubic(known, shape, x)) / momentum;
  });
}

/** The same at radius r and height z of an axisymmetric solution. */
export function densityAt(
  solution: GalacticDensity,
  species: SpeciesKey,
  kineticEnergyGeV: Float64Array,
  radiusKpc: number,
  heightKpc: number,
): Float64Array<ArrayBuffer> {
  const { grid, g, weight } = solution;
  const shape = new Float64Array(grid.momentum.count);
  for (let k = 0; k < shape.length; k++) shape[k] = valueAt(grid, g, k, radiusKpc, heightKpc);
  return densityOfShape(species, grid.momentum, weight, shape, kineticEnergyGeV);
}

/** The spectrum at the Sun of a solution, before scaling and modulation. */
export function spectrumAtSun(solution: GalacticDensity, species: SpeciesKey): Propagated {
  const kineticEnergyGeV = givenEnergiesGeV(species);
  const flux = densityAt(solution, species, kineticEnergyGeV, sunRadiusKpc, 0);
  return { species, report: solution.report, kineticEnergyGeV, flux };
}

export interface PropagateRequest extends SolveGalaxyRequest {
  /** Widens every cell of the tier's grid by this factor, within `coarseningRange`; 1 unless told. */
  readonly coarsening?: number;
  /** Solves on exactly this grid: 0 is the tier's own, up to `finestRefinement`. */
  readonly refinement?: number;
}

/** How much narrower the cells of each refinement are than those of the one before. */
const refinementStep = 1.4;

function settingsOf({ tier, coarsening = 1, refinement = 0 }: PropagateRequest): TierSettings {
  return coarsenedSettings(tierSettings[tier], coarsening / refinementStep ** refinement);
}

/** On exactly the grid that is asked for. */
function solveOnGrid(request: PropagateRequest, near?: GalacticDensity): GalacticDensity {
  refuse(request.parameters, request.species);
  const solution = solveGalaxy(request, settingsOf(request), near);
  return { ...solution, report: { ...solution.report, refinement: request.refinement ?? 0 } };
}

/**
 * The density everywhere: on the grid that is asked for, else on the first one whose estimated error is accepted, or the finest.
 * A coarsened grid is never refined: it is there to show what it does. Where a finer grid does not converge, the answer before it
 * stands, with its own estimate.
 *
 * @throws SolverError if the model is refused or the solve does not converge.
 */
export function solveAccurately(request: PropagateRequest): GalacticDensity {
  const { coarsening = 1, refinement } = request;
  if (coarsening !== 1 || refinement !== undefined) return solveOnGrid(request);
  let solution = solveOnGrid({ ...request, refinement: 0 });
  while (needsRefinement(solution.report)) {
    try {
      solution = solveOnGrid({ ...request, refinement: solution.report.refinement + 1 }, solution);
    } catch (error) {
      if (error instanceof SolverError) break;
      throw error;
    }
  }
  return solution;
}

/**
 * The spectrum at the Sun of `solveAccurately`.
 *
 * @throws SolverError if the model is refused or the solve does not converge.
 */
export function propagate(request: PropagateRequest): Propagated {
  return spectrumAtSun(solveAccurately(request), request.species);
}

/** The last solution of each kind. */
const lastSolutions = lastUsed<string, GalacticDensity>(8);

/**
 * On exactly the grid that is asked for, the tier's own unless told, started from the last solution of the same species, tier,
 * grid and kind of halo: what a slider drag wants.
 * Answers depend on that history far below the error of the tier: by the residual, and by a momentum cell more or less
 * where the sketch stood at the edge between two counts.
 *
 * @throws SolverError if the model is refused or the solve does not converge.
 */
export function propagateNear(request: PropagateRequest): Propagated {
  const { species, tier, parameters, coarsening = 1, refinement = 0 } = request;
  const kind = `${species} ${tier} ${coarsening} ${refinement} ${parameters.profile}`;
  const solution = solveOnGrid(request, lastSolutions.get(kind));
  lastSolutions.set(kind, solution);
  return spectrumAtSun(solution, request.species);
}
