/** The key of the figure; its chips switch what can be switched. */

import { useShallow } from 'zustand/react/shallow';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { hasNearbySources } from '../../model/key';
import { modelKeys } from '../../model/models';
import type { CurveId } from '../../plot/curves';
import { curveNames } from '../../plot/curves';
import { quantityText, tableTitle } from '../../plot/hover';
import { shownSpecies, tabObservables, visibleSpeciesLanes } from '../../state/lanes';
import { figureTables, visibleTables } from '../../state/selectors/tables';
import { themeName } from '../../state/store';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { lazyPart } from '../lazyPart';
import { CurveGlyph, TableGlyph } from './Glyphs';

const GhostChips = lazyPart(
  () => import('./GhostChips'),
  ({ GhostChips }) => GhostChips,
);
const NearbyChips = lazyPart(
  () => import('./NearbyChips'),
  ({ NearbyChips }) => NearbyChips,
);

interface OptionChipProps {
  readonly id: CurveId;
  readonly label: string;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

function OptionChip({ id, label, pressed, onToggle }: OptionChipProps) {
  return (
    <li>
      <button type="button" className="chip" aria-pressed={pressed} onClick={onToggle}>
        <CurveGlyph id={id} />
        <span>{label}</span>
      </button>
    </li>
  );
}

function TableChip({
  table,
  all,
}: {
  readonly table: MeasuredTable;
  readonly all: readonly MeasuredTable[];
}) {
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

export function LegendStrip() {
  const tab = useExplorer((state) => state.view.tab);
  const figures = tabObservables(tab).length;
  const view = useExplorer((state) => state.view);
  const shown = useExplorer(
    useShallow((state) => tabObservables(state.view.tab).flatMap((one) => visibleTables(state, one))),
  );
  const all = useExplorer(
    useShallow((state) => tabObservables(state.view.tab).flatMap((one) => figureTables(state, one))),
  );
  const has3d = useExplorer((state) =>
    visibleSpeciesLanes(state.view.tab).some(
      (lane) => state.volumes[lane].curve !== null || state.volumes[lane].run !== null,
    ),
  );
  const hasNearby = useExplorer((state) => hasNearbySources(state.parameters));
  const { setView } = useActions();
  return (
    <ul className="legend" aria-label={`Key, ${['figure', 'both figures'][figures - 1] ?? 'all figures'}`}>
      {modelKeys.map((model) => (
        <OptionChip
          key={model}
          id={model}
          label={curveNames[model]}
          pressed={view[model]}
          onToggle={() => setView({ [model]: !view[model] })}
        />
      ))}
      <OptionChip
        id="thm-lis"
        label="Interstellar"
        pressed={view.interstellar}
        onToggle={() => setView({ interstellar: !view.interstellar })}
      />
      {shownSpecies(tab).length > 0 && (
        <OptionChip
          id="analytic"
          label={view.analytic ? curveNames.analytic : 'Eq. 4'}
          pressed={view.analytic}
          onToggle={() => setView({ analytic: !view.analytic })}
        />
      )}
      {has3d && shownSpecies(tab).length > 0 && (
        <OptionChip
          id={`3d-${view.volume}`}
          label="3D"
          pressed={view.curve3d}
          onToggle={() => setView({ curve3d: !view.curve3d })}
        />
      )}
      {hasNearby && (
        <Panel name="Nearby sources" as="li">
          <NearbyChips />
        </Panel>
      )}
      <Panel name="Frozen curves" as="li">
        <GhostChips />
      </Panel>
      {once(shown).map((table) => (
        <TableChip key={table.id} table={table} all={all} />
      ))}
    </ul>
  );
}
