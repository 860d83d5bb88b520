/** The paper's Eq. 4 as a curve: diffusion only, in one dimension, scaled to the same reference flux as the solve. */
import { memoByIdentity } from '../memo/memoByIdentity';
import { diffusionLaw, injectionLaw } from '../model/laws';
import type { Parameters } from '../model/parameters/values';
import { particles } from '../model/particles';
import type { SpeciesKey } from '../model/propagated';
import {
  betaFromMomentum,
  kineticEnergyPerNucleonGeV,
  momentumFromRigidity,
  rigidityFromKineticEnergy,
  rigidityGV,
} from '../physics/kinematics';
import { speciesTable } from '../physics/species';
import { twoZoneFlux } from '../physics/twoZone';

/** Flux per kinetic energy (GeV^-1 m^-2 s^-1 sr^-1, interstellar) of the one-dimensional solution at a rigidity. */
export const analyticFlux = memoByIdentity(analyticFluxOf, 2);

function analyticFluxOf(parameters: Parameters, species: SpeciesKey): (rigidity: number) => number {
  const particle = speciesTable[species];
  const law = diffusionLaw(parameters);
  const injection = injectionLaw(parameters, species);
  const shape = (rigidity: number) => {
    const beta = betaFromMomentum(particle, momentumFromRigidity(particle, rigidityGV(rigidity)));
    return twoZoneFlux(law, injection, rigidity, beta);
  };
  const reference = rigidityFromKineticEnergy(
    particle,
    kineticEnergyPerNucleonGeV(particles[species].normalisationEnergyGeV),
  );
  const scale = parameters[particles[species].norm] / shape(reference);
  return (rigidity) => scale * shape(rigidity);
}
