/** Runs the solve that a command asks for: columns of numbers, and the report of how they were reached. */
import { solveBox } from '../model/boxGalaxy';
import { nearbyContributions } from '../model/nearby';
import { particles } from '../model/particles';
import { densityAt, givenEnergiesGeV, solveAccurately } from '../model/propagate';
import type { SolveReport } from '../model/propagated';
import { interpolateLogLog, spectrumOf } from '../model/spectrum';
import { highestOverCutoff } from '../model/tiers';
import { boxDensityAt } from '../model/volume';
import { sunRadiusKpc } from '../physics/units';
import { SolverError } from '../solver/errors';
import type { Solution } from './answer';
import type { ParticleCommand, ProfileAxis, ProfileRequest, SolveCommand } from './commandLine';
import { solveComposed } from './composed';
import { exactNumber } from './words';

/** Told as a solve in three dimensions goes on: its share of the work, 0 to 1. */
export type OnProgress = (share: number) => void;

/** Where a profile is given: the grid's own cell centres, with the plane or the Sun among them. */
function positionsKpc(axis: ProfileAxis, centres: Float64Array): readonly number[] {
  const anchor = axis === 'z' ? 0 : sunRadiusKpc;
  return [...new Set([anchor, ...centres.filter((position) => position >= 0)])].sort((one, two) => one - two);
}

/** A solution as a profile needs it. */
interface Solved {
  readonly report: SolveReport;
  readonly centres: Record<ProfileAxis, Float64Array>;
  /** Density per unit momentum at kinetic energies, a radius (towards the Sun, in three dimensions) and a height. */
  readonly density: (kineticEnergyGeV: Float64Array, radiusKpc: number, heightKpc: number) => Float64Array;
}

function solve({ parameters, species, tier }: ParticleCommand, onProgress: OnProgress): Solved {
  if (tier !== '3d') {
    const galaxy = solveAccurately({ parameters, species, tier });
    return {
      report: galaxy.report,
      centres: { r: galaxy.grid.r.centres, z: galaxy.grid.z.centres },
      density: (energies, radius, height) => densityAt(galaxy, species, energies, radius, height),
    };
  }
  // Along the line from the centre through the Sun the part that is odd in y is zero.
  const box = solveBox({ parameters, species, part: 'even' }, ({ share }) => onProgress(share));
  return {
    report: box.report,
    centres: { r: box.grid.x.centres, z: box.grid.z.centres },
    density: (energies, radius, height) => boxDensityAt(box, species, energies, radius, height),
  };
}

function solveProfile(command: ParticleCommand, profile: ProfileRequest, onProgress: OnProgress): Solution {
  const { parameters, species } = command;
  const { report, centres, density } = solve(command, onProgress);
  const energies = givenEnergiesGeV(particles[species].givenGeV);
  const atSun = density(energies, sunRadiusKpc, 0);
  const reference = parameters[particles[species].norm];
  const scale = reference / interpolateLogLog(energies, atSun, particles[species].normalisationEnergyGeV);
  const energy = Float64Array.of(profile.kineticEnergyGeV);
  const alongZ = profile.axis === 'z';
  const positions = positionsKpc(profile.axis, centres[profile.axis]);
  const lis = positions.map((position) => {
    const [radius, height] = alongZ ? [sunRadiusKpc, position] : [position, 0];
    return scale * density(energy, radius, height)[0]!;
  });
  // The last cell before the end of the solved range has no neighbour above to interpolate to.
  if (lis.every((flux) => flux === 0)) {
    const cutoff = particles[species].cutoff;
    throw new SolverError(
      'invalid',
      `--energy ${exactNumber(profile.kineticEnergyGeV)} is at the end of what is solved, ${highestOverCutoff} times the cutoff (${cutoff} = ${exactNumber(parameters[cutoff])} GV): nothing is left there. Ask for a lower energy.`,
    );
  }
  return { report, columns: { [alongZ ? 'zKpc' : 'rKpc']: positions, lis } };
}

function solveSpectrum(command: ParticleCommand, onProgress: OnProgress): Solution {
  const { parameters, species } = command;
  const { report, density } = solve(command, onProgress);
  const kineticEnergyGeV = givenEnergiesGeV(particles[species].givenGeV);
  const flux = Float64Array.from(density(kineticEnergyGeV, sunRadiusKpc, 0));
  const nearby = nearbyContributions(parameters, species, kineticEnergyGeV);
  const spectrum = spectrumOf({ species, report, kineticEnergyGeV, flux }, parameters, { nearby });
  return {
    report,
    columns: {
      kineticEnergyGeV: [...spectrum.kineticEnergyGeV],
      rigidityGV: [...spectrum.rigidityGV],
      lis: [...spectrum.interstellar],
      modulated: [...spectrum.modulated],
      // What each nearby source has of them.
      ...Object.fromEntries(spectrum.nearby.map((source) => [`lis_${source.id}`, [...source.interstellar]])),
    },
  };
}

function solutionOf(command: SolveCommand, onProgress: OnProgress): Solution {
  if (command.kind === 'composed') return solveComposed(command);
  const { profile } = command;
  return profile === null ? solveSpectrum(command, onProgress) : solveProfile(command, profile, onProgress);
}

/**
 * @throws SolverError if the model is refused, the solve does not converge, its answer is not finite, or nothing is solved where
 * it is asked.
 */
export function runCommand(command: SolveCommand, onProgress: OnProgress = () => {}): Solution {
  const solution = solutionOf(command, onProgress);
  for (const [name, values] of Object.entries(solution.columns)) {
    if (!values.every(Number.isFinite)) {
      throw new SolverError('notConverged', `The solution is not finite in ${name}: change a parameter.`);
    }
  }
  return solution;
}
