import { particles, type SpeciesKey, speciesKeys } from '../../model/particles';

/** As a choice between them. */
// The cast: one name for each key.
export const speciesNames = Object.fromEntries(
  speciesKeys.map((species) => [species, particles[species].name]),
) as Readonly<Record<SpeciesKey, string>>;
