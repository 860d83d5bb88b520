/**
 * From solutions to an observable: each particle scaled and modulated with its own charge and mass number, then added and divided,
 * at equal kinetic energy per nucleon for the one axis and at equal rigidity for the other. None of it needs a new solve.
 */
import {
  betaFromMomentum,
  kineticEnergyFromMomentum,
  kineticEnergyFromRigidity,
  kineticEnergyPerNucleonGeV,
  momentumFromRigidity,
  momentumGeV,
  rigidityFromKineticEnergy,
} from '../physics/kinematics';
import { nuclideTable } from '../physics/nuclides';
import { type Species, speciesTable } from '../physics/species';
import { type ObservableId, observables, type ParticleId, solveOfParticle, solvesOf } from './observables';
import type { Parameters } from './parameters/values';
import { particles, type SpeciesKey } from './particles';
import type { ObservableSpectrum, Propagated, RigiditySpectrum, Spectrum } from './propagated';
import { interpolateLogLog, modulatedFlux, scaleOf } from './spectrum';

/** What is there of a model: spectra of single particles as they are drawn, and the solves of several. */
export interface ModelSolutions {
  readonly spectra: Readonly<Partial<Record<SpeciesKey, Spectrum>>>;
  /** Of the protons, which set the scale of what is born of them. */
  readonly protons?: Propagated;
  readonly nuclei?: Propagated;
  readonly secondaries?: Propagated;
}

function speciesOf(particle: ParticleId): Species {
  if (particle === 'secondary e-') return speciesTable['e-'];
  return particle === 'p' || particle === 'e-' || particle === 'pbar' || particle === 'e+'
    ? speciesTable[particle]
    : nuclideTable[particle];
}

type Kind = 'interstellar' | 'modulated' | 'smooth';

/** A particle's fluxes per kinetic energy per nucleon. */
interface Part extends Readonly<Record<Kind, Float64Array<ArrayBuffer>>> {
  readonly species: Species;
  readonly kineticEnergyGeV: Float64Array<ArrayBuffer>;
}

/** Kinetic energy (GeV) at which the flux of extra positrons is set. */
const extraEnergyGeV = 300;

/** What sources of positrons add, and as many electrons; null where there are none. */
function extraPositrons(
  { kineticEnergyGeV, fluxes }: Propagated,
  parameters: Parameters,
): Float64Array | null {
  const flux = fluxes?.['extra e+'];
  if (flux === undefined) return null;
  const scale = parameters['x.norm'] / interpolateLogLog(kineticEnergyGeV, flux, extraEnergyGeV);
  return flux.map((value) => value * scale);
}

/** Null where it is not solved yet. */
function partOf(
  particle: ParticleId,
  solutions: ModelSolutions,
  scale: number,
  parameters: Parameters,
): Part | null {
  const species = speciesOf(particle);
  const solve = solveOfParticle(particle);
  if (solve === 'p' || solve === 'e-') {
    const spectrum = solutions.spectra[solve];
    return spectrum === undefined ? null : { ...spectrum, species };
  }
  const propagated = solutions[solve];
  const flux = propagated?.fluxes?.[particle];
  if (propagated === undefined || flux === undefined) return null;
  const { kineticEnergyGeV } = propagated;
  const extra = species.kind === 'lepton' ? extraPositrons(propagated, parameters) : null;
  const interstellar = flux.map((value, i) => value * scale + (extra?.[i] ?? 0));
  const potentialMV = parameters[particles[species.kind === 'lepton' ? 'e-' : 'p'].potential];
  const modulated = modulatedFlux(species, potentialMV, kineticEnergyGeV, interstellar);
  return { species, kineticEnergyGeV, interstellar, modulated, smooth: modulated };
}

const rigidityOf = (species: Species, energyGeV: number) =>
  rigidityFromKineticEnergy(species, kineticEnergyPerNucleonGeV(energyGeV));

/** The values of `x`, ascending, at which every part has a flux. */
function common(x: Float64Array<ArrayBuffer>, ends: readonly (readonly number[])[]) {
  // A part's own ends are on it, but for rounding.
  const first = Math.max(...ends.map(([from = Number.POSITIVE_INFINITY]) => from)) * (1 - 1e-9);
  const last = Math.min(...ends.map(([, to = 0]) => to)) * (1 + 1e-9);
  return x.filter((value) => value >= first && value <= last);
}

function endsOf({ kineticEnergyGeV }: Pick<Part, 'kineticEnergyGeV'>): readonly [number, number] {
  return [kineticEnergyGeV[0] ?? Number.POSITIVE_INFINITY, kineticEnergyGeV.at(-1) ?? 0];
}

/** Where a part is on an axis, and what its flux per energy is multiplied by to be one per unit of the axis. */
interface Place {
  readonly part: Part;
  readonly energies: Float64Array<ArrayBuffer>;
  readonly perUnit: Float64Array | null;
}

const chargePerNucleon = ({ chargeNumber, massNumber }: Species) => Math.abs(chargeNumber) / massNumber;

/** At equal rigidity with the main particle at energies of its own; dE/dR = beta Z/A, with E per nucleon. */
function atRigidityOf(main: Part, energies: Float64Array<ArrayBuffer>, part: Part): Place {
  const { species } = part;
  const isAlike =
    chargePerNucleon(species) === chargePerNucleon(main.species) && species.massGeV === main.species.massGeV;
  const momenta = energies.map((energy) => momentumFromRigidity(species, rigidityOf(main.species, energy)));
  return {
    part,
    // Those of a particle alike are found on its own energies, where there is nothing to interpolate.
    energies: isAlike
      ? energies
      : momenta.map((momentum) => kineticEnergyFromMomentum(species, momentumGeV(momentum))),
    perUnit: momenta.map(
      (momentum) => betaFromMomentum(species, momentumGeV(momentum)) * chargePerNucleon(species),
    ),
  };
}

function valuesAt({ part, energies, perUnit }: Place, kind: Kind): Float64Array<ArrayBuffer> {
  const { kineticEnergyGeV: own } = part;
  const first = own.indexOf(energies[0] ?? Number.NaN);
  const isOnOwn = first >= 0 && own[first + energies.length - 1] === energies.at(-1);
  return energies.map((energy, i) => {
    const flux = isOnOwn ? part[kind][first + i]! : interpolateLogLog(own, part[kind], energy);
    return flux * (perUnit?.[i] ?? 1);
  });
}

/** Null while something that it is made of is not solved. */
export function composedSpectrum(
  id: ObservableId,
  solutions: ModelSolutions,
  parameters: Parameters,
): ObservableSpectrum | null {
  const { protons } = solutions;
  const needsScale = solvesOf(id).includes('p');
  if (needsScale && protons === undefined) return null;
  const scale = protons === undefined ? 1 : scaleOf(protons, parameters);
  const partsOf = (ids: readonly ParticleId[]) =>
    ids.map((particle) => partOf(particle, solutions, scale, parameters));
  const isSolved = (part: Part | null): part is Part => part !== null;
  const [above, below] = [partsOf(observables[id].above), partsOf(observables[id].below)];
  const [main, ...others] = above;
  if (!main || !above.every(isSolved) || !below.every(isSolved)) return null;
  const parts = [main, ...others.filter(isSolved), ...below];

  /** Sums, and their ratio, along an axis. */
  const along = (placeOf: (part: Part) => Place) => {
    const places = parts.map(placeOf);
    const [upper, lower] = [places.slice(0, above.length), places.slice(above.length)];
    const sum = (list: readonly Place[], kind: Kind) =>
      list
        .map((place) => valuesAt(place, kind))
        .reduce((total, values) => total.map((value, i) => value + values[i]!));
    const made = (kind: Kind): Float64Array<ArrayBuffer> => {
      const flux = sum(upper, kind);
      if (lower.length === 0) return flux;
      const divisor = sum(lower, kind);
      return flux.map((value, i) => value / divisor[i]!);
    };
    const modulated = made('modulated');
    const isSmooth = parts.every((part) => part.smooth === part.modulated);
    return {
      interstellar: made('interstellar'),
      modulated,
      smooth: isSmooth ? modulated : made('smooth'),
    };
  };

  const kineticEnergyGeV = common(main.kineticEnergyGeV, parts.map(endsOf));
  const onEnergy = {
    kineticEnergyGeV,
    rigidityGV: kineticEnergyGeV.map((energy) => rigidityOf(main.species, energy)),
    ...along((part) => ({ part, energies: kineticEnergyGeV, perUnit: null })),
    nearby: [],
  };
  if (parts.every(({ species }) => species.massNumber === 1)) return onEnergy;
  // The energies of the main particle at the rigidities that all of them have.
  const energyEnds = parts.map(({ species, ...part }) =>
    endsOf(part).map((energy) => kineticEnergyFromRigidity(main.species, rigidityOf(species, energy))),
  );
  const energies = common(main.kineticEnergyGeV, energyEnds);
  const onRigidity: RigiditySpectrum = {
    rigidityGV: energies.map((energy) => rigidityOf(main.species, energy)),
    ...along((part) => atRigidityOf(main, energies, part)),
  };
  return { ...onEnergy, onRigidity };
}
