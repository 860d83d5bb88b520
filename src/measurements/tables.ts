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

/** What the figure of electrons shows, in the order of its legend; every other figure shows one quantity. */
const amongElectrons: readonly Quantity[] = ['e- minus e+', 'e-', 'e+', 'e- + e+'];

/** Drawn by default in a figure of their own, but not among electrons. */
const ownDefaults: readonly string[] = [
  'ams02-2019-positron',
  'ams02-2019-electron-plus-positron',
  'dampe-2017-electron-plus-positron',
  'calet-2023-electron-plus-positron',
];

/** All tables of the figure of a quantity, grouped by what was counted, each with what that figure draws by default. */
export function tablesForView(catalogue: Catalogue, view: Quantity): readonly MeasuredTable[] {
  if (view === 'e-') return amongElectrons.flatMap((quantity) => tablesFor(catalogue, quantity));
  return tablesFor(catalogue, view).map((table) =>
    ownDefaults.includes(table.id) ? { ...table, drawByDefault: true } : table,
  );
}
