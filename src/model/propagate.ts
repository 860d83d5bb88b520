/** One solve: a model and a species in, the spectrum at the Sun out. Runs in Node and in a worker alike. */

import { lastUsed } from '../memo/lastUsed';
import { kineticEnergyPerNucleonGeV, momentumFromKineticEnergy } from '../physics/kinematics';
import { type Species, speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import { SolverError } from '../solver/errors';
import { interpolateCubic, piecewiseShares } from '../solver/interpolate';
import type { MomentumGrid } from '../solver/momentumGrid';
import { valueAt } from '../solver/observe';
import {
  type GalacticDensity,
  refineGalaxy,
  type SolveGalaxyRequest,
  solveAgain,
  solveGalaxy,
} from './galaxy';
import type { Parameters } from './parameters/values';
import { particles } from './particles';
import type { Propagated, SpeciesKey } from './propagated';
import { refuse } from './refusals';
import {
  coarsenedSettings,
  finestRefinement,
  needsRefinement,
  refinedSettings,
  type TierSettings,
  tierSettings,
} from './tiers';
import type { Transported } from './transported';

const pointsPerDecade = 40;

/** Kinetic energies per nucleon (GeV) of every answer between two. */
export function givenEnergiesGeV([lowest, highest]: Transported['givenGeV']): Float64Array<ArrayBuffer> {
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
  species: Species,
  { fine, centres, kinks }: MomentumGrid,
  weight: Float64Array,
  shape: Float64Array,
  kineticEnergyGeV: Float64Array,
  first = 0,
): Float64Array<ArrayBuffer> {
  const logWeight = weight.map(Math.log);
  // In ln where it can be: a cubic through a steep fall would swing below zero.
  const isPositive = shape.every((value) => value > 0);
  const ratios = isPositive ? shape.map(Math.log) : shape;
  const known = centres.subarray(first);
  // Beyond the last centre there is nothing to interpolate between.
  const highest = centres[centres.length - 1]!;
  const lowest = first === 0 ? Number.NEGATIVE_INFINITY : known[0]!;
  return Float64Array.from(kineticEnergyGeV, (energy) => {
    const momentum = momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energy));
    const x = Math.log(momentum);
    if (x > highest) return 0;
    if (x < lowest || known.length < 4) return Number.NaN;
    const { first: node, shares } = piecewiseShares(fine, kinks, x);
    let logBox = 0;
    for (let i = 0; i < 4; i++) logBox += shares[i]! * logWeight[node + i]!;
    const box = Math.exp(logBox);
    const ratio = interpolateCubic(known, ratios, x);
    return (box * (isPositive ? Math.exp(ratio) : ratio)) / momentum;
  });
}

/** What is read of a solution where the Sun is. */
type AtSun = Pick<GalacticDensity, 'grid' | 'g' | 'weight' | 'plane' | 'extrapolation'>;

function shapeAt(solution: AtSun, radiusKpc: number, heightKpc: number): Float64Array {
  const { grid, g, plane, extrapolation } = solution;
  return Float64Array.from(
    { length: grid.momentum.count },
    (_, k) => valueAt(grid, g, k, radiusKpc, heightKpc, plane) * Math.exp(extrapolation?.[k] ?? 0),
  );
}

/** The same at radius r and height z of an axisymmetric solution. */
export function densityAt(
  solution: GalacticDensity,
  species: SpeciesKey,
  kineticEnergyGeV: Float64Array,
  radiusKpc: number,
  heightKpc: number,
): Float64Array<ArrayBuffer> {
  const { grid, weight } = solution;
  const shape = shapeAt(solution, radiusKpc, heightKpc);
  return densityOfShape(speciesTable[species], grid.momentum, weight, shape, kineticEnergyGeV);
}

/** Lowest ratio to the weight that a solve can tell from nothing. A density is positive; what is off by that much says so. */
const smallestKnown = 1e-6;

/** The spectrum at the Sun of a solution, before scaling and modulation: positive up to where nothing is solved. */
export function spectrumAtSun(solution: GalacticDensity, species: SpeciesKey): Propagated {
  const kineticEnergyGeV = givenEnergiesGeV(particles[species].givenGeV);
  const flux = fluxAtSun(solution, speciesTable[species], kineticEnergyGeV);
  return { species, report: solution.report, kineticEnergyGeV, flux };
}

/** The flux at the Sun at given energies, before scaling and modulation: positive up to where nothing is solved. */
export function fluxAtSun(
  solution: AtSun,
  species: Species,
  kineticEnergyGeV: Float64Array,
): Float64Array<ArrayBuffer> {
  const { grid, weight } = solution;
  const shape = shapeAt(solution, sunRadiusKpc, 0).map((value) => Math.max(value, smallestKnown));
  return densityOfShape(species, grid.momentum, weight, shape, kineticEnergyGeV);
}

/** How finely a model is solved. */
export interface CellsRequest extends Omit<SolveGalaxyRequest, 'species'> {
  /** Widens every cell of the tier's grid by this factor, within `coarseningRange`; 1 unless told. */
  readonly coarsening?: number;
  /** Solves on exactly this grid: 0 is the tier's own, up to `finestRefinement`. */
  readonly refinement?: number;
}

export interface PropagateRequest extends CellsRequest, SolveGalaxyRequest {}

/** The cells that a request asks for. */
export function settingsOf({ tier, coarsening = 1, refinement = 0 }: CellsRequest): TierSettings {
  return refinedSettings(coarsenedSettings(tierSettings[tier], coarsening), refinement);
}

/**
 * The tier's own grid, from what a first solution knows: that began with a sketch, and what was poor about it would be taken for
 * the cells' doing.
 */
function onOwnGrid(request: PropagateRequest, first: GalacticDensity): GalacticDensity {
  const again = solveAgain(request, settingsOf({ ...request, refinement: 0 }), first);
  const milliseconds = first.report.milliseconds + again.report.milliseconds;
  return { ...again, report: { ...again.report, refinement: 0, milliseconds } };
}

/**
 * On exactly the grid that is asked for.
 *
 * @param near a solution for neighbouring parameters: what the tier's own grid starts from.
 * @param coarse the solution for these parameters on the next coarser grid, if it is at hand: a refined solve starts from it.
 */
function solveOnGrid(
  request: PropagateRequest,
  near?: GalacticDensity,
  coarse?: GalacticDensity,
): GalacticDensity {
  const { parameters, species, refinement = 0 } = request;
  refuse(parameters, species);
  if (refinement === 0) {
    if (request.tier !== 'reference') return solveGalaxy(request, settingsOf(request), near);
    // What the finest grid is worth in momentum, it has from a solution, not from a sketch.
    return onOwnGrid(request, solveGalaxy(request, tierSettings.settled));
  }
  const known = coarse ?? solveOnGrid({ ...request, refinement: refinement - 1 });
  return refineGalaxy(request, settingsOf(request), refinement === 1 ? onOwnGrid(request, known) : known);
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
      const finer = { ...request, refinement: solution.report.refinement + 1 };
      solution = solveOnGrid(finer, undefined, solution);
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

interface Kept {
  readonly parameters: Parameters;
  readonly solution: GalacticDensity;
}

/** The last solution of each kind. */
const lastSolutions = lastUsed<string, Kept>(8);

function isSame(one: Parameters, other: Parameters): boolean {
  return Object.entries(one).every(([id, value]) => other[id as keyof Parameters] === value);
}

/**
 * On exactly the grid that is asked for, the tier's own unless told, started from the last solution of the same species, tier,
 * grid and kind of halo: what a slider drag wants. Answers depend on that history by the residual alone.
 *
 * @throws SolverError if the model is refused or the solve does not converge.
 */
export function propagateNear(request: PropagateRequest): Propagated {
  const { species, tier, parameters, coarsening = 1, refinement = 0 } = request;
  const kind = (finer: number) => `${species} ${tier} ${coarsening} ${finer} ${parameters.profile}`;
  const near = refinement === 0 ? lastSolutions.get(kind(0)) : undefined;
  const coarser = refinement > 0 ? lastSolutions.get(kind(refinement - 1)) : undefined;
  const coarse = coarser && isSame(coarser.parameters, parameters) ? coarser.solution : undefined;
  const solution = solveOnGrid(request, near?.solution, coarse);
  // Nothing starts from the finest, and it is large.
  if (refinement < finestRefinement) lastSolutions.set(kind(refinement), { parameters, solution });
  return spectrumAtSun(solution, request.species);
}
