/** Scales the models of the present tab to the data; one undoable step. */

import { normalisationWindows } from '../../inference/spectrumOnTable';
import type { SpeciesKey } from '../../model/propagated';
import { loadPart, reasonOf } from '../../parts/loadPart';
import { tabStatus } from '../../state/laneStatus';
import { tabSpecies } from '../../state/lanes';
import { useActions, useExplorer, useExplorerStore } from '../../state/useExplorer';
import { Icon } from '../icons';

// Needed when it is pressed, not before.
const loadAction = () => loadPart(() => import('../../state/normalise'));

/** What the action does for a species, in words. */
function normalisationText(species: SpeciesKey): string {
  const { low, high } = normalisationWindows[species].band;
  return species === 'p'
    ? `Scales both proton curves to AMS-02 2015 between ${low} and ${high} GV.`
    : `Scales both electron curves to AMS-02 2014 e⁻ − e⁺ between ${low} and ${high} GeV.`;
}

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
  const normalise = async () => {
    const { normalisedToData } = await loadAction();
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
