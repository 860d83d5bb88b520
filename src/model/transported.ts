/** What the transport of one kind of particle knows about it: the two that have curves of their own, and whatever else is propagated. */
import { inelasticRatePerMyrPerAtom } from '../physics/inelastic';
import type { InjectionLaw } from '../physics/injection';
import {
  betaFromMomentum,
  kineticEnergyFromMomentum,
  type MomentumGeV,
  momentumGeV,
} from '../physics/kinematics';
import { type Species, speciesTable } from '../physics/species';
import type { MomentumGrid } from '../solver/momentumGrid';
import { injectionLaw } from './laws';
import type { Parameters } from './parameters/values';
import { type ParticleGrid, particles, type SpeciesKey } from './particles';

export interface Transported {
  readonly species: Species;
  readonly grid: ParticleGrid;
  /** Kinetic energies (GeV per nucleon) at which the answer is given. */
  readonly givenGeV: readonly [number, number];
  /** What sources inject, times `strength` for one unit of source density; null: nothing. */
  readonly injection: InjectionLaw | null;
  readonly strength: number;
  /** Rigidity (GV) beyond which nothing is left: that of the sources, its own or its parents'. */
  readonly cutoffGV: number;
  /** Destroyed per Myr for one hydrogen atom per cm^3 with its helium; null where it is not. */
  readonly inelasticRatePerMyrPerAtom: ((momentum: MomentumGeV) => number) | null;
  /** Decays per Myr; null where it is stable. */
  readonly decayRatePerMyr: ((momentum: MomentumGeV) => number) | null;
}

/** A particle that has curves of its own. */
export function transported(parameters: Parameters, key: SpeciesKey): Transported {
  const species = speciesTable[key];
  const injection = injectionLaw(parameters, key);
  return {
    species,
    grid: particles[key].grid,
    givenGeV: particles[key].givenGeV,
    injection,
    strength: 1,
    cutoffGV: injection.cutoffGV,
    inelasticRatePerMyrPerAtom:
      species.kind === 'nucleus' ? (momentum) => inelasticRatePerMyrPerAtom(species, momentum) : null,
    decayRatePerMyr: null,
  };
}

/** Kinetic energies (GeV per nucleon) at the fine nodes. */
export function energiesOn(species: Species, { fine }: MomentumGrid): Float64Array {
  return fine.map((x) => kineticEnergyFromMomentum(species, momentumGeV(Math.exp(x))));
}

/** Speeds at the fine nodes, in units of that of light. */
export function speedsOn(species: Species, { fine }: MomentumGrid): Float64Array {
  return fine.map((x) => betaFromMomentum(species, momentumGeV(Math.exp(x))));
}

/** Tells momentum cells that are chosen beforehand from others of their kind, for what is kept with them. */
export function cellsName({ fine, kinks }: MomentumGrid): string {
  return `${fine.length} ${fine[0]} ${fine[fine.length - 1]} ${kinks.map((kink) => fine[kink]).join(' ')}`;
}
