/** One solve: a model and a species in, the spectrum at the Sun out. Runs in Node and in a worker alike. */
import { kineticEnergyPerNucleonGeV, momentumFromKineticEnergy } from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import { interpolateCubic, valueInPlane } from '../solver/observe';
import { solveSteadyState } from '../solver/steadyState';
import { assembleTransport, type TransportGrid } from '../solver/transportOperator';
import type { Parameters } from './parameters';
import type { Propagated, SolveReport, SpeciesKey, Tier } from './propagated';
import { givenRangeGeV, type TierSettings, tierSettings, transportGrid } from './tiers';
import { transportCoefficients } from './transportProblem';

export interface PropagateRequest {
  readonly parameters: Parameters;
  readonly species: SpeciesKey;
  readonly tier: Tier;
}

/** The solved density everywhere: n = p N = w g, with sources of unit strength at the Sun. */
export interface GalacticDensity {
  readonly grid: TransportGrid;
  readonly g: Float64Array;
  readonly weight: Float64Array;
  readonly report: SolveReport;
}

/** @throws SolverError if the solve does not converge. */
export function solveGalaxy(
  { parameters, species, tier }: PropagateRequest,
  settings?: TierSettings,
): GalacticDensity {
  const started = performance.now();
  const chosen = settings ?? tierSettings[tier];
  const grid = transportGrid(parameters, species, chosen);
  const coefficients = transportCoefficients(parameters, species, grid);
  const operator = assembleTransport(grid, coefficients);
  const { g, iterations, residual } = solveSteadyState(operator, chosen);
  return {
    grid,
    g,
    weight: coefficients.weight,
    report: {
      tier,
      grid: { r: grid.r.count, z: grid.z.count, momentum: grid.momentum.count },
      iterations,
      residual,
      milliseconds: performance.now() - started,
    },
  };
}

const pointsPerDecade = 40;

/** Kinetic energies per nucleon (GeV) of every answer for a species. */
export function givenEnergiesGeV(species: SpeciesKey): Float64Array<ArrayBuffer> {
  const [lowest, highest] = givenRangeGeV[species];
  const count = Math.round(Math.log10(highest / lowest) * pointsPerDecade) + 1;
  return Float64Array.from({ length: count }, (_, i) => lowest * 10 ** (i / pointsPerDecade));
}

/**
 * Density per unit momentum N(p) (per GeV, in Myr of one unit of source) at radius r and height z at given energies.
 */
export function densityAt(
  solution: GalacticDensity,
  species: SpeciesKey,
  kineticEnergyGeV: Float64Array,
  radiusKpc: number,
  heightKpc: number,
): Float64Array<ArrayBuffer> {
  const { grid, g, weight } = solution;
  const particle = speciesTable[species];
  const shape = new Float64Array(grid.momentum.count);
  for (let k = 0; k < shape.length; k++) shape[k] = valueInPlane(grid, g, k, radiusKpc, heightKpc);
  return Float64Array.from(kineticEnergyGeV, (energy) => {
    const momentum = momentumFromKineticEnergy(particle, kineticEnergyPerNucleonGeV(energy));
    const x = Math.log(momentum);
    const box = Math.exp(interpolateCubic(grid.momentum.fine, weight, x, Math.log));
    return (box * interpolateCubic(grid.momentum.centres, shape, x)) / momentum;
  });
}

/** @throws SolverError if the solve does not converge. */
export function propagate(request: PropagateRequest): Propagated {
  const solution = solveGalaxy(request);
  const kineticEnergyGeV = givenEnergiesGeV(request.species);
  const flux = densityAt(solution, request.species, kineticEnergyGeV, sunRadiusKpc, 0);
  return { species: request.species, report: solution.report, kineticEnergyGeV, flux };
}
