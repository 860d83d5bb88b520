/**
 * The parameter table: every number and choice of the model, declared once, group by group.
 *
 * Sliders, number fields, validation, the URL codec, CLI flags, state files and the table in docs/model.md
 * all derive from these entries. Adding a parameter is one entry in the file of its group, its help in help/ and its use in
 * `physics/`.
 *
 * "Jin16" is Jin, Guo & Hu, arXiv:1504.06903, Chin. Phys. C 40, 015101 (2016).
 */
import type { ParameterDefinition } from './definition';
import { armsTable } from './table/arms';
import { convectionTable } from './table/convection';
import { diffusionTable } from './table/diffusion';
import { ingredientsTable } from './table/ingredients';
import { injectionTable } from './table/injection';
import { modulationTable } from './table/modulation';
import { nearbyTable } from './table/nearby';
import { normalisationTable } from './table/normalisation';
import { extraPositronsTable, nucleiTable } from './table/nuclei';
import { processTable } from './table/processes';
import { reaccelerationTable } from './table/reacceleration';

/** Every parameter of one propagation model. The order is that of the page, of addresses and of state files. */
export const parameterTable = [
  ...diffusionTable,
  ...reaccelerationTable,
  ...convectionTable,
  ...injectionTable,
  ...modulationTable,
  ...normalisationTable,
  ...ingredientsTable,
  ...armsTable,
  ...nearbyTable,
  ...processTable,
  ...nucleiTable,
  ...extraPositronsTable,
] as const satisfies readonly ParameterDefinition[];
