/** The losses that are switched on, and the medium in the plane at the Sun that they act in. */
import { gasModels } from '../physics/gas';
import { type LossTerm, lossTerms, type MediumQuantity, mediumAt } from '../physics/losses';
import { magneticFields } from '../physics/magneticField';
import { radiationFields } from '../physics/radiationField';
import type { Species } from '../physics/species';
import { sunRadiusKpc } from '../physics/units';
import type { Parameters } from './parameters/values';

export interface LossesAtSun {
  readonly medium: Readonly<Record<MediumQuantity, number>>;
  readonly terms: readonly LossTerm[];
}

export function lossesAtSun(parameters: Parameters, species: Species): LossesAtSun {
  const radiation = radiationFields[parameters.radiation];
  const field = magneticFields[parameters.field];
  return {
    medium: mediumAt(gasModels[parameters.gas], field, radiation, sunRadiusKpc, 0),
    terms: lossTerms(species, radiation).filter((term) => parameters[term.process] === 'on'),
  };
}
