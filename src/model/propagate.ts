/** One solve: a model and a species in, the spectrum at the Sun out. Runs in Node and in a worker alike. */
import { kineticEnergyPerNucleonGeV, momentumFromKineticEnergy } from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import { interpolateCubic, valueInPlane } from '../solver/observe';
import { solveSteadyState } from '../solver/steadyState';
import {
  assembleTransport,
  type TransportCoefficients,
  type TransportGrid,
} from '../solver/transportOperator';
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

/** Cells of the sketch that shapes the weight. */
const sketchRadii = 10;
const sketchHeights = 8;
const sketchFirstHeightKpc = 0.12;
const sketchTolerance = 1e-3;

/**
 * Coefficients whose weight is the spectrum at the Sun as a sketch finds it: the same momentum grid, few cells in
 * space. On the ratio to it the full solve has almost nothing left to resolve in momentum; with the one-zone spectrum
 * alone, electrons near 1 GeV, where reacceleration meets losses and the spectrum is steepest, were off by 2 %.
 */
function sketchedCoefficients(
  request: PropagateRequest,
  settings: TierSettings,
  grid: TransportGrid,
): TransportCoefficients {
  const { parameters, species } = request;
  const coarse = {
    ...settings,
    radii: sketchRadii,
    heights: sketchHeights,
    firstHeightKpc: sketchFirstHeightKpc,
  };
  const sketchGrid = { ...transportGrid(parameters, species, coarse), momentum: grid.momentum };
  const coefficients = transportCoefficients(parameters, species, sketchGrid);
  const { g } = solveSteadyState(assembleTransport(sketchGrid, coefficients), {
    ...settings,
    tolerance: Math.max(settings.tolerance, sketchTolerance),
  });
  const shape = new Float64Array(grid.momentum.count);
  for (let k = 0; k < shape.length; k++)
    shape[k] = Math.log(Math.max(valueInPlane(sketchGrid, g, k, sunRadiusKpc, 0), 1e-3));
  const weight = coefficients.weight.map(
    (box, fine) => box * Math.exp(interpolateCubic(grid.momentum.centres, shape, grid.momentum.fine[fine]!)),
  );
  return { ...transportCoefficients(parameters, species, grid), weight };
}

/** @throws SolverError if the solve does not converge. */
export function solveGalaxy(
  request: PropagateRequest,
  settings = tierSettings[request.tier],
): GalacticDensity {
  const started = performance.now();
  const grid = transportGrid(request.parameters, request.species, settings);
  const coefficients = sketchedCoefficients(request, settings, grid);
  const operator = assembleTransport(grid, coefficients);
  const { g, iterations, residual } = solveSteadyState(operator, settings);
  return {
    grid,
    g,
    weight: coefficients.weight,
    report: {
      tier: request.tier,
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
