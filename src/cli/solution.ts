/** Runs the solve that a command asks for: columns of numbers, and the report of how they were reached. */
import { solveGalaxy } from '../model/galaxy';
import { densityAt, givenEnergiesGeV, propagate } from '../model/propagate';
import type { SolveReport } from '../model/propagated';
import {
  interpolateLogLog,
  normalisationEnergyGeV,
  normalisationParameter,
  spectrumOf,
} from '../model/spectrum';
import { sunRadiusKpc } from '../physics/units';
import { SolverError } from '../solver/errors';
import type { ProfileAxis, ProfileRequest, SolveCommand } from './commandLine';

/** Named columns of one length, in the order in which they are printed. */
export type Columns = Readonly<Record<string, readonly number[]>>;

export interface Solution {
  readonly report: SolveReport;
  /** Spectrum: kineticEnergyGeV, rigidityGV, lis, modulated. Profile: zKpc or rKpc, lis. */
  readonly columns: Columns;
}

/** Where a profile is given: the grid's own cell centres, with the plane or the Sun among them. */
function positionsKpc(axis: ProfileAxis, centres: Float64Array): readonly number[] {
  const anchor = axis === 'z' ? 0 : sunRadiusKpc;
  return [...new Set([anchor, ...centres])].sort((one, two) => one - two);
}

function solveProfile({ parameters, species, tier }: SolveCommand, profile: ProfileRequest): Solution {
  const galaxy = solveGalaxy({ parameters, species, tier });
  const energies = givenEnergiesGeV(species);
  const atSun = densityAt(galaxy, species, energies, sunRadiusKpc, 0);
  const reference = parameters[normalisationParameter(species)];
  const scale = reference / interpolateLogLog(energies, atSun, normalisationEnergyGeV[species]);
  const energy = Float64Array.of(profile.kineticEnergyGeV);
  const alongZ = profile.axis === 'z';
  const positions = positionsKpc(profile.axis, galaxy.grid[profile.axis].centres);
  const lis = positions.map((position) => {
    const [radius, height] = alongZ ? [sunRadiusKpc, position] : [position, 0];
    return scale * densityAt(galaxy, species, energy, radius, height)[0]!;
  });
  return { report: galaxy.report, columns: { [alongZ ? 'zKpc' : 'rKpc']: positions, lis } };
}

function solveSpectrum({ parameters, species, tier }: SolveCommand): Solution {
  const propagated = propagate({ parameters, species, tier });
  const spectrum = spectrumOf(propagated, parameters);
  return {
    report: propagated.report,
    columns: {
      kineticEnergyGeV: [...spectrum.kineticEnergyGeV],
      rigidityGV: [...spectrum.rigidityGV],
      lis: [...spectrum.interstellar],
      modulated: [...spectrum.modulated],
    },
  };
}

/** @throws SolverError if the solve does not converge or its answer is not finite. */
export function runCommand(command: SolveCommand): Solution {
  const solution = command.profile === null ? solveSpectrum(command) : solveProfile(command, command.profile);
  for (const [name, values] of Object.entries(solution.columns)) {
    if (!values.every(Number.isFinite)) {
      throw new SolverError('notConverged', `The solution is not finite in ${name}: change a parameter.`);
    }
  }
  return solution;
}
