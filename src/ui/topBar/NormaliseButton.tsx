/** Scales the models of the present tab to the data; one undoable step. */

import { tabStatus } from '../../state/laneStatus';
import { tabSpecies } from '../../state/lanes';
import { normalisationText, normalisedToData } from '../../state/normalise';
import { useActions, useExplorer, useExplorerStore } from '../../state/useExplorer';
import { Icon } from '../icons';

export function NormaliseButton() {
  const store = useExplorerStore();
  const actions = useActions();
  const tab = useExplorer((state) => state.view.tab);
  // While a slider is held no button can be pressed: it need not change its look with every solve.
  const ready = useExplorer(
    (state) =>
      (tabStatus(state).status === 'fresh' || state.drag !== null) && state.catalogue.kind === 'ready',
  );
  const species = tabSpecies(tab);
  const title = species.map(normalisationText).join(' ');
  const normalise = () => {
    let next = store.getState().parameters;
    for (const one of species) {
      const result = normalisedToData({ ...store.getState(), parameters: next }, one);
      if (!result.ok) {
        actions.notify('problem', 'The curves were not normalised.', [result.reason]);
        return;
      }
      next = result.parameters;
    }
    actions.apply(next);
  };
  return (
    <button
      type="button"
      className="button normalise-button"
      title={title}
      aria-disabled={!ready}
      onClick={() => {
        if (ready) normalise();
      }}
    >
      <Icon name="target" />
      <span>Normalise to data</span>
    </button>
  );
}
