/**
 * The drawn spectrum of a lane: scaled, with nearby sources, and modulated on the page, so that normalisation, nearby sources
 * and potential solve nothing.
 */
import type { ExplorerParameters } from '../model/parameters';
import type { Propagated, Spectrum } from '../model/propagated';
import { normalisationParameter, spectrumOf } from '../model/spectrum';
import { type LaneId, laneParameters, laneSpecies } from './lanes';
import { isNearbyLoaded, nearbyOf } from './nearby';
import { laneKey, nearbyKey } from './solverKey';

interface Remembered {
  readonly way: string;
  readonly spectrum: Spectrum;
}

const remembered = new WeakMap<Propagated, Remembered>();

/** @param reference flux by which the scale is set, where the solution itself does not yet reach as far. */
export function laneSpectrum(
  lane: LaneId,
  propagated: Propagated,
  explorer: ExplorerParameters,
  reference?: Float64Array,
): Spectrum {
  const model = laneParameters(lane, explorer);
  const species = laneSpecies[lane];
  const potentialMV = model[species === 'p' ? 'phi.p' : 'phi.e'];
  const near = nearbyKey(model, species);
  const way = [
    model[normalisationParameter(species)],
    potentialMV,
    near,
    // Nearby particles diffuse and lose energy as the lane's do.
    near === '' ? '' : `${laneKey(lane, explorer)} ${isNearbyLoaded()}`,
  ].join(' ');
  const known = remembered.get(propagated);
  if (known?.way === way) return known.spectrum;
  const nearby = near === '' ? [] : nearbyOf(model, species, propagated.kineticEnergyGeV);
  const spectrum = spectrumOf(propagated, model, { nearby, ...(reference && { reference }) });
  remembered.set(propagated, { way, spectrum });
  return spectrum;
}
