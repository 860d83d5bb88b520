/** Every published table of the present figure, by experiment, with a switch each: what the drawer holds. */

import type { MeasuredTable } from '../../measurements/tableTypes';
import { quantityText } from '../../plot/hover';
import { tabObservables } from '../../state/lanes';
import { figureTables, isTableVisible } from '../../state/selectors/tables';
import { themeName } from '../../state/store';
import { useActions, useExplorer } from '../../state/useExplorer';
import { TableGlyph } from './TableGlyph';
import './DataDrawer.css';

interface TableSwitchProps {
  readonly table: MeasuredTable;
  readonly all: readonly MeasuredTable[];
}

function TableSwitch({ table, all }: TableSwitchProps) {
  const theme = useExplorer(themeName);
  const visible = useExplorer((state) => isTableVisible(state, table));
  const { setTableVisible, setView } = useActions();
  const toggle = (shown: boolean) => {
    setTableVisible(table.id, shown);
    // Measured outside the heliosphere: without the unmodulated curves there is nothing to compare it with.
    if (shown && table.compareWith === 'interstellar') setView({ interstellar: true });
  };
  const first = table.points[0]?.x ?? 0;
  const last = table.points.at(-1)?.x ?? 0;
  const model = table.hadronicModel === null ? '' : `, ${table.hadronicModel}`;
  const place = table.compareWith === 'interstellar' ? ', interstellar' : '';
  return (
    <li>
      <label className="table-switch">
        <TableGlyph table={table} all={all} theme={theme} />
        <span className="table-switch-text">
          <span>
            {table.year}
            {table.quantity === 'p' ? '' : `, ${quantityText(table)}`}
            {model}
            {place}
          </span>
          <small title={table.notes}>
            {table.points.length} points, {Number(first.toPrecision(2))}–{Number(last.toPrecision(2))}{' '}
            {table.xUnit} · {table.publications.map((publication) => publication.citation).join('; ')}
          </small>
        </span>
        <input
          type="checkbox"
          role="switch"
          className="switch"
          checked={visible}
          aria-checked={visible}
          onChange={(event) => toggle(event.currentTarget.checked)}
        />
      </label>
    </li>
  );
}

export function DataList() {
  const shown = tabObservables(useExplorer((state) => state.view.tab));
  const catalogue = useExplorer((state) => state.catalogue);
  // A table of positrons may be in two figures.
  const tables = shown
    .flatMap((observable) => figureTables({ catalogue }, observable))
    .filter(({ id }, index, all) => all.findIndex((other) => other.id === id) === index);
  const experiments = [...new Set(tables.map((table) => table.experiment))];
  return experiments.map((experiment) => (
    <section key={experiment} className="experiment">
      <h3>{experiment}</h3>
      <ul>
        {tables
          .filter((table) => table.experiment === experiment)
          .map((table) => (
            <TableSwitch key={table.id} table={table} all={tables} />
          ))}
      </ul>
    </section>
  ));
}
