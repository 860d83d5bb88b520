/**
 * What nearby discrete sources add to the flux at the Sun, one burst for each source that is switched on.
 *
 * The medium and the diffusion coefficient are those at the Sun, the same everywhere: in two halos the inner halo's. That
 * holds while the burst has spread over less than the inner halo, sqrt(4 Lambda) <= xi L; docs/model.md says how well.
 */
import { lastUsed } from '../memo/lastUsed';
import {
  burstAnisotropy,
  burstDensity,
  burstInjectionLaw,
  type EnergyPaths,
  emptyOrigin,
  fluxOfDensity,
  injectedPerGeV,
  tabulateEnergyPaths,
  traceBack,
} from '../physics/burst';
import { diffusionCoefficient } from '../physics/diffusion';
import { inelasticRatePerMyrPerAtom } from '../physics/inelastic';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromKineticEnergy,
  rigidityFromMomentum,
} from '../physics/kinematics';
import type { NearbySourceId } from '../physics/nearbySourceNames';
import { type NearbySource, nearbySources } from '../physics/nearbySources';
import { type Species, speciesTable } from '../physics/species';
import { diffusionLaw } from './laws';
import { lossesAtSun } from './lossesAtSun';
import type { Parameters } from './parameters/values';
import { particles, type SpeciesKey } from './particles';

/** Part of the same piece of the program. */
export { nearbyProvenance } from '../physics/nearbyProvenance';

/** One source at the Sun; arrays share the length of the energies asked for. */
export interface NearbyContribution {
  readonly id: NearbySourceId;
  readonly name: string;
  /** Interstellar flux, GeV^-1 m^-2 s^-1 sr^-1. */
  readonly flux: Float64Array<ArrayBuffer>;
  /** sqrt(4 Lambda): how far the particles seen now have spread. */
  readonly diffusionLengthKpc: Float64Array<ArrayBuffer>;
  /** Dipole of this burst alone; zero where it gives nothing. Weight it with its share of the flux. */
  readonly anisotropy: Float64Array<ArrayBuffer>;
  /** Energy up to which the burst lies within the inner halo; Infinity if it always does, 0 if never. */
  readonly validUpToGeV: number;
}

/** Contributions of the sources that are on, at ascending kinetic energies (GeV). */
export function nearbyContributions(
  parameters: Parameters,
  speciesKey: SpeciesKey,
  kineticEnergyGeV: Float64Array,
): NearbyContribution[] {
  const chosen = nearbySources.filter(({ id }) => parameters[`near.${id}`] === 'on');
  if (chosen.length === 0 || kineticEnergyGeV.length === 0) return [];
  const species = speciesTable[speciesKey];
  const { prefix } = particles[speciesKey];
  const law = burstInjectionLaw(parameters[`near.${prefix}.slope`], parameters[`near.${prefix}.rhoCut`]);
  const released = injectedPerGeV(species, law, parameters[`near.${prefix}.energy`]);
  const diffusion = diffusionAtSun(parameters, species);
  const here = {
    paths: energyPathsAtSun(parameters, speciesKey, kineticEnergyGeV),
    beta: kineticEnergyGeV.map((energy) => speedAndRigidity(species, energy).beta),
    diffusion: kineticEnergyGeV.map(diffusion),
    validLengthKpc: validLengthKpc(parameters),
  };
  return chosen.map((source) => contribution(source, parameters.L, released, kineticEnergyGeV, here));
}

function contribution(
  { id, name, distanceKpc, ageKyr }: NearbySource & { readonly id: NearbySourceId },
  halfThicknessKpc: number,
  released: (energyGeV: number) => number,
  energies: Float64Array,
  here: { paths: EnergyPaths; beta: Float64Array; diffusion: Float64Array; validLengthKpc: number },
): NearbyContribution {
  const burst = { distanceKpc, ageMyr: ageKyr / 1000, halfThicknessKpc, injectedPerGeV: released };
  const flux = new Float64Array(energies.length);
  const length = new Float64Array(energies.length);
  const anisotropy = new Float64Array(energies.length);
  const origin = emptyOrigin();
  for (let i = 0; i < energies.length; i++) {
    traceBack(here.paths, energies[i]!, burst.ageMyr, origin);
    length[i] = Math.sqrt(4 * origin.squaredKpc2);
    const density = burstDensity(burst, origin);
    if (density === 0) continue;
    const beta = here.beta[i]!;
    flux[i] = fluxOfDensity(density, beta);
    anisotropy[i] = burstAnisotropy(here.diffusion[i]!, distanceKpc, origin.squaredKpc2, beta);
  }
  const validUpToGeV = energyAtLength(energies, length, here.validLengthKpc);
  return { id, name, flux, diffusionLengthKpc: length, anisotropy, validUpToGeV };
}

/** Length (kpc) over which the diffusion coefficient at the Sun may be used. */
function validLengthKpc({ profile, Delta, xi, L }: Parameters): number {
  return profile === 'uniform' || Delta === 0 ? Number.POSITIVE_INFINITY : xi * L;
}

/** The first energy at which the length reaches a limit, by power-law interpolation. */
function energyAtLength(energies: Float64Array, length: Float64Array, limit: number): number {
  const beyond = length.findIndex((value) => value > limit);
  if (beyond === -1) return Number.POSITIVE_INFINITY;
  if (beyond === 0) return 0;
  const share = Math.log(limit / length[beyond - 1]!) / Math.log(length[beyond]! / length[beyond - 1]!);
  return energies[beyond - 1]! * (energies[beyond]! / energies[beyond - 1]!) ** share;
}

function speedAndRigidity(species: Species, energyGeV: number) {
  const momentum = momentumFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energyGeV));
  return {
    momentum,
    beta: betaFromMomentum(species, momentum),
    rigidityGV: rigidityFromMomentum(species, momentum),
  };
}

/** D in the plane as a function of kinetic energy (GeV), kpc^2/Myr. */
function diffusionAtSun(parameters: Parameters, species: Species): (energyGeV: number) => number {
  const law = diffusionLaw(parameters);
  return (energyGeV) => {
    const { beta, rigidityGV } = speedAndRigidity(species, energyGeV);
    return diffusionCoefficient(law, 0, rigidityGV, beta);
  };
}

/** What happens to a particle near the Sun: diffusion, the losses that are switched on, collisions. */
function processesAtSun(parameters: Parameters, species: Species) {
  const { medium, terms } = lossesAtSun(parameters, species);
  const hydrogen = medium.neutralHydrogen + medium.ionisedHydrogen;
  return {
    diffusionKpc2PerMyr: diffusionAtSun(parameters, species),
    energyLossGeVPerMyr: (energyGeV: number) => {
      const { momentum, beta } = speedAndRigidity(species, energyGeV);
      let momentumLoss = 0;
      for (const term of terms) momentumLoss += medium[term.medium] * term.momentumLossGeVPerMyr(momentum);
      return beta * momentumLoss;
    },
    destructionPerMyr: (energyGeV: number) =>
      parameters.fragmentation === 'on'
        ? hydrogen * inelasticRatePerMyrPerAtom(species, speedAndRigidity(species, energyGeV).momentum)
        : 0,
  };
}

/** For both models of both species, and as many to come back to. */
const pathsKept = lastUsed<string, EnergyPaths>(8);

/** How particles reach each energy near the Sun; kept while only what the sources release is changed. */
export function energyPathsAtSun(
  parameters: Parameters,
  speciesKey: SpeciesKey,
  energies: Float64Array,
): EnergyPaths {
  const lowest = energies[0]!;
  const highest = Math.max(particles[speciesKey].grid.releasedToGeV, energies.at(-1)!);
  const { D0, rho0, delta0, eta, gas, field, radiation, fragmentation } = parameters;
  const { ionisation, coulomb, bremsstrahlung, synchrotron, inverseCompton } = parameters;
  const medium = [gas, field, radiation, fragmentation, ionisation, coulomb, bremsstrahlung, synchrotron];
  const key = [speciesKey, D0, rho0, delta0, eta, ...medium, inverseCompton, lowest, highest].join(' ');
  return pathsKept.getOr(key, () =>
    tabulateEnergyPaths(processesAtSun(parameters, speciesTable[speciesKey]), lowest, highest),
  );
}
