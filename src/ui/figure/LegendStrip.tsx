/** The key of the figure; its chips switch what can be switched. */

import { useShallow } from 'zustand/react/shallow';
import { hasNearbySources } from '../../model/key';
import { modelKeys } from '../../model/models';
import type { CurveId } from '../../plot/curves';
import { curveNames } from '../../plot/curves';
import { shownSpecies, tabObservables, visibleSpeciesLanes } from '../../state/lanes';
import { figureTables, visibleTables } from '../../state/selectors/tables';
import { useActions, useExplorer } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { lazyPart } from '../lazyPart';
import { CurveGlyph } from './CurveGlyph';

const GhostChips = lazyPart(
  () => import('./GhostChips'),
  ({ GhostChips }) => GhostChips,
);
const NearbyChips = lazyPart(
  () => import('./NearbyChips'),
  ({ NearbyChips }) => NearbyChips,
);
// Asked for before there are data, so that it is there when they come.
const TableChips = lazyPart(
  () => import('./TableChips'),
  ({ TableChips }) => TableChips,
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
      <Panel name="Data sets" as="li">
        <TableChips shown={shown} all={all} />
      </Panel>
    </ul>
  );
}
