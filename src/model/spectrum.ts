/**
 * From a propagated solution to the spectrum that is drawn: scaled to the reference flux, with nearby sources, then modulated.
 * None of it needs a new solve, so all of it runs on the page.
 */

import { kineticEnergyPerNucleonGeV, rigidityFromKineticEnergy } from '../physics/kinematics';
import { forceFieldFlux } from '../physics/modulation';
import { type Species, speciesTable } from '../physics/species';
import type { NearbyContribution } from './nearby';
import type { Parameters } from './parameters/values';
import { injectedIn, particles } from './particles';
import type { Propagated, Spectrum } from './propagated';

/** Power-law (log-log linear) interpolation; `x` ascending. Clamped to the ends of the table. */
export function interpolateLogLog(x: Float64Array, y: Float64Array, at: number): number {
  let low = 0;
  let high = x.length - 1;
  if (at <= x[low]!) return y[low]!;
  if (at >= x[high]!) return y[high]!;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  const y0 = y[low]!;
  const y1 = y[high]!;
  const t = Math.log(at / x[low]!) / Math.log(x[high]! / x[low]!);
  return y0 > 0 && y1 > 0 ? y0 * (y1 / y0) ** t : y0 + t * (y1 - y0);
}

/** What brings a solution to its reference flux. */
export function scaleOf(
  { species, kineticEnergyGeV, flux }: Propagated,
  parameters: Parameters,
  reference: Float64Array = flux,
): number {
  const { norm, normalisationEnergyGeV } = particles[injectedIn(species)];
  return parameters[norm] / interpolateLogLog(kineticEnergyGeV, reference, normalisationEnergyGeV);
}

/** A flux outside the heliosphere, as it is inside: the force field (PHYSICS: Gleeson & Axford 1968), on the same energies. */
export function modulatedFlux(
  particle: Species,
  potentialMV: number,
  kineticEnergyGeV: Float64Array,
  interstellar: Float64Array<ArrayBuffer>,
): Float64Array<ArrayBuffer> {
  return interstellar.map((_, index) =>
    forceFieldFlux(particle, potentialMV, kineticEnergyPerNucleonGeV(kineticEnergyGeV[index]!), (shifted) =>
      interpolateLogLog(kineticEnergyGeV, interstellar, shifted),
    ),
  );
}

export interface SpectrumOptions {
  /** Flux by which the scale is set, on the same energies; the solution's own, unless told. */
  readonly reference?: Float64Array;
  /** Bursts to add (model/nearby.ts). */
  readonly nearby?: readonly NearbyContribution[];
}

/** Scales a solution to its reference flux, adds nearby sources, and modulates. The reference flux is that of the solution alone. */
export function spectrumOf(
  propagated: Propagated,
  parameters: Parameters,
  { reference = propagated.flux, nearby = [] }: SpectrumOptions = {},
): Spectrum {
  const { kineticEnergyGeV, flux } = propagated;
  const species = injectedIn(propagated.species);
  const particle = speciesTable[species];
  const scale = scaleOf(propagated, parameters, reference);
  const potentialMV = parameters[particles[species].potential];
  const modulatedOf = (interstellar: Float64Array<ArrayBuffer>) =>
    modulatedFlux(particle, potentialMV, kineticEnergyGeV, interstellar);
  const alone = flux.map((value) => value * scale);
  const interstellar =
    nearby.length === 0
      ? alone
      : alone.map((value, index) => nearby.reduce((sum, source) => sum + source.flux[index]!, value));
  const modulated = modulatedOf(interstellar);
  const rigidityGV = kineticEnergyGeV.map((energy) =>
    rigidityFromKineticEnergy(particle, kineticEnergyPerNucleonGeV(energy)),
  );
  return {
    species,
    kineticEnergyGeV,
    rigidityGV,
    interstellar,
    modulated,
    smooth: nearby.length === 0 ? modulated : modulatedOf(alone),
    nearby: nearby.map(({ id, name, flux: own, validUpToGeV, anisotropy }) => ({
      id,
      name,
      interstellar: own,
      modulated: modulatedOf(own),
      validUpToGeV,
      anisotropy,
    })),
  };
}
