/** The data sets in the key; each chip hides its own. */
import type { MeasuredTable } from '../../measurements/tableTypes';
import { quantityText, tableTitle } from '../../plot/hover';
import { themeName } from '../../state/store';
import { useActions, useExplorer } from '../../state/useExplorer';
import { TableGlyph } from './TableGlyph';

interface TableChipProps {
  readonly table: MeasuredTable;
  readonly all: readonly MeasuredTable[];
}

function TableChip({ table, all }: TableChipProps) {
  const theme = useExplorer(themeName);
  const { setTableVisible } = useActions();
  const name = `${tableTitle(table)}${table.quantity === 'p' ? '' : `, ${quantityText(table)}`}`;
  return (
    <li>
      <button
        type="button"
        className="chip"
        aria-pressed="true"
        title={`Hide ${name}`}
        onClick={() => setTableVisible(table.id, false)}
      >
        <TableGlyph table={table} all={all} theme={theme} />
        <span>{name}</span>
      </button>
    </li>
  );
}

/** A table of positrons may be in two figures. */
function once(tables: readonly MeasuredTable[]): readonly MeasuredTable[] {
  return tables.filter(({ id }, index) => tables.findIndex((other) => other.id === id) === index);
}

export interface TableChipsProps {
  readonly shown: readonly MeasuredTable[];
  /** All of the figure, by which markers are given out. */
  readonly all: readonly MeasuredTable[];
}

export function TableChips({ shown, all }: TableChipsProps) {
  return once(shown).map((table) => <TableChip key={table.id} table={table} all={all} />);
}
