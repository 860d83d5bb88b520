/** The named models of an ingredient, as what can be chosen. */
import { idsOf, type ModelName } from '../../../physics/galaxyModels';

export function choices<Id extends string>(names: Readonly<Record<Id, ModelName>>) {
  return idsOf(names).map((value) => ({ value, label: names[value].label }));
}
