/** Scales the models of the present tab to the data shown; one undoable step. */
import { useMemo } from 'react';
import { loadPart, reasonOf } from '../../parts/loadPart';
import { shownSpecies, visibleSpeciesLanes } from '../../state/lanes';
import { shownTargetText } from '../../state/selectors/dataParts';
import { isSettled } from '../../state/selectors/laneStatus';
import { visibleTables } from '../../state/selectors/tables';
import { useActions, useExplorer, useExplorerStore } from '../../state/useExplorer';
import { Icon } from '../icons';

// Needed when it is pressed, not before.
const loadAction = () => loadPart(() => import('./normalise'));

export function NormaliseButton() {
  const store = useExplorerStore();
  const actions = useActions();
  const tab = useExplorer((state) => state.view.tab);
  // While a slider is held no button can be pressed: it need not change its look with every solve.
  const ready = useExplorer(
    (state) =>
      shownSpecies(state.view.tab).length > 0 &&
      (visibleSpeciesLanes(state.view.tab).every((lane) => isSettled(state, lane)) || state.drag !== null) &&
      state.catalogue.kind === 'ready',
  );
  const catalogue = useExplorer((state) => state.catalogue);
  const view = useExplorer((state) => state.view);
  const title = useMemo(() => {
    if (catalogue.kind !== 'ready') return 'Scales the curves to the data, once they are loaded';
    const species = shownSpecies(tab);
    if (species.length === 0) return 'Scales protons and electrons to data, where one of them is shown';
    return species.map((one) => shownTargetText(one, visibleTables({ catalogue, view }, one))).join(' ');
  }, [catalogue, view, tab]);
  const normalise = () =>
    loadAction().then(
      ({ normaliseTab }) => normaliseTab(store),
      (error: unknown) => actions.notify('problem', 'The curves were not normalised.', [reasonOf(error)]),
    );
  return (
    <button
      type="button"
      className="button normalise-button"
      title={title}
      aria-disabled={!ready}
      onClick={() => {
        if (!ready) return;
        normalise().catch((error: unknown) =>
          actions.notify('problem', 'The curves were not normalised.', [reasonOf(error)]),
        );
      }}
    >
      <Icon name="target" />
      <span>Normalise to data</span>
    </button>
  );
}
