/**
 * The drawn spectrum of a lane: scaled, with nearby sources, and modulated on the page, so that normalisation, nearby sources
 * and potential solve nothing.
 */
import { memoByIdentity } from '../../memo/memoByIdentity';
import { nearbyKey } from '../../model/key';
import type { ExplorerParameters } from '../../model/parameters/values';
import { particles } from '../../model/particles';
import type { Propagated, Spectrum } from '../../model/propagated';
import { spectrumOf } from '../../model/spectrum';
import { mostGhosts } from '../ghosts';
import { laneKey } from '../laneKeys';
import { laneParameters, laneSpecies, type SpeciesLaneId, speciesLaneIds } from '../lanes';
import { isNearbyLoaded, nearbyOf } from './nearby';

/** Of each lane the axisymmetric curve and that in three dimensions, and as many again for every frozen curve; twice over. */
const slots = 2 * (2 + mostGhosts) * speciesLaneIds.length;

/**
 * The same object for a solution that is drawn in the same way. Two lanes may share one solution (models that are equal have
 * equal requests) and differ in how it is drawn.
 *
 * @param reference flux by which the scale is set, where the solution itself does not yet reach as far.
 */
export const laneSpectrum = memoByIdentity(
  (
    lane: SpeciesLaneId,
    propagated: Propagated,
    explorer: ExplorerParameters,
    reference?: Float64Array,
  ): Spectrum => {
    const model = laneParameters(lane, explorer);
    const species = laneSpecies[lane];
    const isNear = nearbyKey(model, species) !== '';
    const nearby = isNear ? nearbyOf(model, species, propagated.kineticEnergyGeV) : [];
    return spectrumOf(propagated, model, { nearby, ...(reference && { reference }) });
  },
  slots,
  (lane, propagated, explorer, reference?) => {
    const model = laneParameters(lane, explorer);
    const species = laneSpecies[lane];
    const near = nearbyKey(model, species);
    const drawn = [
      propagated,
      reference,
      model[particles[species].norm],
      model[particles[species].potential],
    ];
    // Nearby particles diffuse and lose energy as the lane's do.
    return near === '' ? drawn : [...drawn, near, laneKey(lane, explorer), isNearbyLoaded()];
  },
);
