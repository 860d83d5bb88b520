/** The published tables as a collection: which there are, which belong to a view, and which document holds them. */
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

/** Documents of public/data: the first is fetched at the start, the second once a quantity of its own is shown. */
export const catalogueNames = ['catalogue', 'catalogue-nuclei'] as const;
export type CatalogueName = (typeof catalogueNames)[number];

const startQuantities: readonly Quantity[] = ['p', 'e-', 'e+', 'e- + e+', 'e- minus e+'];

/** Which document holds the tables of a quantity. */
export function catalogueOf(quantity: Quantity): CatalogueName {
  return startQuantities.includes(quantity) ? 'catalogue' : 'catalogue-nuclei';
}

/** The quantities that a view shows besides the one it is named after, in the order of its legend. */
const viewQuantities: Partial<Record<Quantity, readonly Quantity[]>> = {
  'e-': ['e- minus e+', 'e-', 'e+', 'e- + e+'],
};

/** All tables of a view, grouped by quantity: of electrons what has to do with them, else of the quantity alone. */
export function tablesForView(catalogue: Catalogue, view: Quantity): readonly MeasuredTable[] {
  const shown = viewQuantities[view] ?? [view];
  return shown.flatMap((quantity) => tablesFor(catalogue, quantity));
}

/** In a view of their own, these are drawn unless switched off: among electrons they are not. */
const ownDefaults: readonly string[] = [
  'ams02-2019-positron',
  'ams02-2019-electron-plus-positron',
  'dampe-2017-electron-plus-positron',
  'calet-2023-electron-plus-positron',
];

/** Whether a table is drawn in a view until somebody switches it. */
export function isDrawnByDefault(table: MeasuredTable, view: Quantity): boolean {
  return table.drawByDefault || (table.quantity === view && ownDefaults.includes(table.id));
}
