/**
 * From a propagated solution to the spectrum that is drawn: scaled to the reference flux, then modulated.
 * Neither needs a new solve, so both run on the page.
 */

import { kineticEnergyPerNucleonGeV, rigidityFromKineticEnergy } from '../physics/kinematics';
import { forceFieldFlux } from '../physics/modulation';
import { speciesTable } from '../physics/species';
import type { Parameters } from './parameters';
import type { Propagated, SpeciesKey, Spectrum } from './propagated';

/** Kinetic energy (GeV) at which the interstellar flux is set: DRAGON's choice for both species. */
export const normalisationEnergyGeV: Record<SpeciesKey, number> = { p: 100, 'e-': 33 };

export function normalisationParameter(species: SpeciesKey): 'p.norm' | 'e.norm' {
  return species === 'p' ? 'p.norm' : 'e.norm';
}

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

/** Scales a solution to its reference flux and modulates it with the force field (PHYSICS: Gleeson & Axford 1968). */
export function spectrumOf(propagated: Propagated, parameters: Parameters): Spectrum {
  const { species, kineticEnergyGeV, flux } = propagated;
  const particle = speciesTable[species];
  const reference = parameters[normalisationParameter(species)];
  const scale = reference / interpolateLogLog(kineticEnergyGeV, flux, normalisationEnergyGeV[species]);
  const potentialMV = parameters[species === 'p' ? 'phi.p' : 'phi.e'];
  const interstellar = flux.map((value) => value * scale);
  const energyGeV = (index: number) => kineticEnergyPerNucleonGeV(kineticEnergyGeV[index]!);
  const modulated = interstellar.map((_, index) =>
    forceFieldFlux(particle, potentialMV, energyGeV(index), (shifted) =>
      interpolateLogLog(kineticEnergyGeV, interstellar, shifted),
    ),
  );
  const rigidityGV = kineticEnergyGeV.map((_, index) =>
    rigidityFromKineticEnergy(particle, energyGeV(index)),
  );
  return { species, kineticEnergyGeV, rigidityGV, interstellar, modulated };
}
