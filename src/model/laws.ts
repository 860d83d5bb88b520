/**
 * The laws that a parameter set stands for. Apart from what is made of them (transportProblem.ts, media.ts), because the page
 * asks for them too and needs none of the tables behind the rest.
 */
import type { DiffusionLaw } from '../physics/diffusion';
import type { SourceModelId } from '../physics/galaxyModels';
import type { InjectionLaw } from '../physics/injection';
import { kpc2PerMyrPerCm2PerS } from '../physics/units';
import type { WindLaw } from '../physics/wind';
import type { Parameters } from './parameters/values';
import { particles, type SpeciesKey } from './particles';

/** The spatial diffusion law of a model. */
export function diffusionLaw(parameters: Parameters): DiffusionLaw {
  return {
    profile: parameters.profile,
    coefficientKpc2PerMyr: parameters.D0 * kpc2PerMyrPerCm2PerS,
    referenceRigidityGV: parameters.rho0,
    delta0: parameters.delta0,
    Delta: parameters.Delta,
    xi: parameters.xi,
    n: parameters.n,
    halfThicknessKpc: parameters.L,
    eta: parameters.eta,
    ...(parameters.breakH === 'on' && {
      break: { rigidityGV: parameters.rhoH, fall: parameters.deltaH, smoothness: parameters.sH },
    }),
  };
}

/** The injection spectrum of one species of a model. */
export function injectionLaw(parameters: Parameters, species: SpeciesKey): InjectionLaw {
  const { prefix } = particles[species];
  const law = {
    breakGV: parameters[`${prefix}.rhoBr`],
    slopeBelow: parameters[`${prefix}.alpha0`],
    slopeAbove: parameters[`${prefix}.alpha1`],
    cutoffGV: parameters[`${prefix}.rhoCut`],
  };
  if (parameters[`${prefix}.secondBreak`] === 'off') return law;
  return {
    ...law,
    secondBreak: { rigidityGV: parameters[`${prefix}.rhoBr2`], slopeAbove: parameters[`${prefix}.alpha2`] },
  };
}

/** The sources, averaged over azimuth where they stand in arms. */
export function meanSources({ sources, armLaw }: Pick<Parameters, 'sources' | 'armLaw'>): SourceModelId {
  return sources === 'arms' ? armLaw : sources;
}

export function windLaw({ V0, V1 }: Parameters): WindLaw {
  return { startKmPerS: V0, growthKmPerSPerKpc: V1 };
}
