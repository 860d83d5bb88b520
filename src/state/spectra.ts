/** The drawn spectrum of a lane: scaled and modulated on the page, so normalisation and potential solve nothing. */
import type { ExplorerParameters } from '../model/parameters';
import type { Propagated, Spectrum } from '../model/propagated';
import { normalisationParameter, spectrumOf } from '../model/spectrum';
import { type LaneId, laneParameters, laneSpecies } from './lanes';

interface Remembered {
  readonly norm: number;
  readonly potentialMV: number;
  readonly spectrum: Spectrum;
}

const remembered = new WeakMap<Propagated, Remembered>();

export function laneSpectrum(lane: LaneId, propagated: Propagated, explorer: ExplorerParameters): Spectrum {
  const model = laneParameters(lane, explorer);
  const species = laneSpecies[lane];
  const norm = model[normalisationParameter(species)];
  const potentialMV = model[species === 'p' ? 'phi.p' : 'phi.e'];
  const known = remembered.get(propagated);
  if (known?.norm === norm && known.potentialMV === potentialMV) return known.spectrum;
  const spectrum = spectrumOf(propagated, model);
  remembered.set(propagated, { norm, potentialMV, spectrum });
  return spectrum;
}
