/** The published tables as a collection: which there are, and which belong to a view. */
import type { MeasuredTable, Quantity } from './tableTypes';

export interface Catalogue {
  readonly tables: readonly MeasuredTable[];
}

/** The table of an id, or undefined. */
export function tableById(catalogue: Catalogue, id: string): MeasuredTable | undefined {
  return catalogue.tables.find((table) => table.id === id);
}

/** The tables of one quantity, in catalogue order; duplicates included (see `duplicateOf`). */
export function tablesFor(catalogue: Catalogue, quantity: Quantity): readonly MeasuredTable[] {
  return catalogue.tables.filter((table) => table.quantity === quantity);
}

/** What each view of the explorer can show, in the order of its legend. */
export const viewQuantities = {
  p: ['p'],
  'e-': ['e- minus e+', 'e-', 'e+', 'e- + e+'],
} as const satisfies Record<'p' | 'e-', readonly Quantity[]>;

/** All tables of the proton view (`p`) or of the electron view (`e-`), grouped by quantity. */
export function tablesForView(
  catalogue: Catalogue,
  view: keyof typeof viewQuantities,
): readonly MeasuredTable[] {
  return viewQuantities[view].flatMap((quantity) => tablesFor(catalogue, quantity));
}
