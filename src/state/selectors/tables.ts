/** Which published tables a figure can show, and which of them it shows now. */
import { catalogueOf, tablesForView } from '../../measurements/tables';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { memoByIdentity } from '../../memo/memoByIdentity';
import type { ObservableId } from '../../model/observables';
import type { ExplorerState } from '../explorerState';

const none: readonly MeasuredTable[] = [];

/** From low energies to high, as the eye meets them in the figure; tables of one kind stay together. */
function byEnergy(tables: readonly MeasuredTable[]): readonly MeasuredTable[] {
  const start = (table: MeasuredTable) => table.points[0]?.x ?? 0;
  const kinds = [...new Set(tables.map((table) => table.quantity))];
  const kind = (table: MeasuredTable) => kinds.indexOf(table.quantity);
  return [...tables].sort((a, b) => kind(a) - kind(b) || start(a) - start(b));
}

const tablesOf = memoByIdentity(
  (tables: readonly MeasuredTable[], id: ObservableId) => byEnergy(tablesForView({ tables }, id)),
  8,
);

/** Every table of a figure. The same array for the same catalogue. */
export function figureTables(
  state: Pick<ExplorerState, 'catalogue'>,
  id: ObservableId,
): readonly MeasuredTable[] {
  if (state.catalogue.kind !== 'ready') return none;
  return tablesOf(state.catalogue.tables, id);
}

export function isTableVisible(state: Pick<ExplorerState, 'view'>, table: MeasuredTable): boolean {
  return state.view.tables[table.id] ?? table.drawByDefault;
}

export function visibleTables(
  state: Pick<ExplorerState, 'catalogue' | 'view'>,
  id: ObservableId,
): readonly MeasuredTable[] {
  return figureTables(state, id).filter((table) => isTableVisible(state, table));
}

/** The tables of a figure are on their way. */
export function awaitsData({ catalogue }: Pick<ExplorerState, 'catalogue'>, id: ObservableId): boolean {
  if (catalogue.kind === 'loading') return true;
  const isLater = catalogueOf(id) === 'catalogue-nuclei';
  return isLater && catalogue.kind === 'ready' && catalogue.nuclei === undefined;
}

/** Sets that a link or a file switched but that the catalogue does not hold. */
export function unknownTables(state: Pick<ExplorerState, 'catalogue' | 'view'>): readonly string[] {
  if (state.catalogue.kind !== 'ready') return [];
  const known = new Set(state.catalogue.tables.map((table) => table.id));
  return Object.keys(state.view.tables).filter((id) => !known.has(id));
}
