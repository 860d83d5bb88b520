/**
 * From solutions to an observable: each particle scaled and modulated with its own charge and mass number, then added and divided,
 * at equal kinetic energy per nucleon for the one axis and at equal rigidity for the other. None of it needs a new solve.
 */
import {
  betaFromMomentum,
  kineticEnergyFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromRigidity,
  rigidityFromKineticEnergy,
  rigidityGV,
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
const kinds: readonly Kind[] = ['interstellar', 'modulated', 'smooth'];

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
function common(x: Float64Array<ArrayBuffer>, ends: readonly (readonly [number, number])[]) {
  // A part's own ends are on it, but for rounding.
  const first = Math.max(...ends.map(([from]) => from)) * (1 - 1e-9);
  const last = Math.min(...ends.map(([, to]) => to)) * (1 + 1e-9);
  return x.filter((value) => value >= first && value <= last);
}

function endsOf({ kineticEnergyGeV }: Part): readonly [number, number] {
  return [kineticEnergyGeV[0] ?? Number.POSITIVE_INFINITY, kineticEnergyGeV.at(-1) ?? 0];
}

/** Flux per rigidity: dE/dR = beta Z/A, with E per nucleon. */
function fluxAtRigidity(
  { species, kineticEnergyGeV, ...fluxes }: Part,
  kind: Kind,
  rigidity: number,
): number {
  const momentum = momentumFromRigidity(species, rigidityGV(rigidity));
  const energy = kineticEnergyFromMomentum(species, momentum);
  const energyPerRigidity =
    (betaFromMomentum(species, momentum) * Math.abs(species.chargeNumber)) / species.massNumber;
  return interpolateLogLog(kineticEnergyGeV, fluxes[kind], energy) * energyPerRigidity;
}

function fluxAtEnergy({ kineticEnergyGeV, ...fluxes }: Part, kind: Kind, energyGeV: number): number {
  return interpolateLogLog(kineticEnergyGeV, fluxes[kind], energyGeV);
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

  /** Sums, and their ratio, of one kind at each place of an axis. */
  const along = (x: Float64Array<ArrayBuffer>, kind: Kind, fluxAt: typeof fluxAtEnergy) => {
    const sum = (list: readonly Part[], at: number) =>
      list.reduce((total, part) => total + fluxAt(part, kind, at), 0);
    return x.map((at) => (below.length === 0 ? sum(above, at) : sum(above, at) / sum(below, at)));
  };
  const all = (x: Float64Array<ArrayBuffer>, fluxAt: typeof fluxAtEnergy) =>
    // The cast: one entry for each kind.
    Object.fromEntries(kinds.map((kind) => [kind, along(x, kind, fluxAt)])) as Record<
      Kind,
      Float64Array<ArrayBuffer>
    >;

  const kineticEnergyGeV = common(main.kineticEnergyGeV, parts.map(endsOf));
  const onEnergy = {
    kineticEnergyGeV,
    rigidityGV: kineticEnergyGeV.map((energy) => rigidityOf(main.species, energy)),
    ...all(kineticEnergyGeV, fluxAtEnergy),
    nearby: [],
  };
  if (parts.every(({ species }) => species.massNumber === 1)) return onEnergy;
  const rigidityEnds = parts.map((part) => {
    const [from, to] = endsOf(part);
    return [rigidityOf(part.species, from), rigidityOf(part.species, to)] as const;
  });
  const rigidities = common(
    main.kineticEnergyGeV.map((energy) => rigidityOf(main.species, energy)),
    rigidityEnds,
  );
  const onRigidity: RigiditySpectrum = { rigidityGV: rigidities, ...all(rigidities, fluxAtRigidity) };
  return { ...onEnergy, onRigidity };
}
