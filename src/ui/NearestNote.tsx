/** Where something is there of protons and electrons only: whose it is, when other observables are shown. */
import { observables } from '../model/observables';
import { particles } from '../model/particles';
import { tabObservables, tabSpecies } from '../state/lanes';
import { useExplorer } from '../state/useExplorer';

function listed(names: readonly string[]): string {
  const [last = '', ...others] = names.toReversed();
  return others.length === 0 ? last : `${others.toReversed().join(', ')} and ${last}`;
}

export function NearestNote({ what }: { readonly what: string }) {
  const tab = useExplorer((state) => state.view.tab);
  const others = tabObservables(tab).filter((id) => id !== 'p' && id !== 'e-');
  if (others.length === 0) return null;
  const own = listed(tabSpecies(tab).map((species) => particles[species].name.toLowerCase()));
  return (
    <p className="nearest-note">
      {what} of {own}: of {listed(others.map((id) => observables[id].symbol))} there are none.
    </p>
  );
}
