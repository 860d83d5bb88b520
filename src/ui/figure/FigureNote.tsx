/** A quiet word on what the eye might stumble over: where the paper's own parameters miss the data, what is drawn. */
import { tabSpecies } from '../../state/lanes';
import { hasNearbySources } from '../../state/solverKey';
import { useExplorer } from '../../state/useExplorer';

/** The paper tuned its parameters from here on (GeV). */
const tunedFrom = 10;

export function FigureNote() {
  const tab = useExplorer((state) => state.view.tab);
  const lowProtons = useExplorer(
    (state) => tabSpecies(state.view.tab).includes('p') && state.protonsFrom < tunedFrom,
  );
  const hasNearby = useExplorer((state) => hasNearbySources(state.parameters));
  return (
    <p className="figure-note">
      {hasNearby &&
        'Nearby sources diffuse as in the inner halo; where their lines are dotted, particles have spread beyond it and that no longer holds. '}
      {lowProtons &&
        "Below ~10 GeV the paper's own parameters overshoot the data by 1.3–3; it was tuned over 10–1000 GeV."}
      {tab === 'electrons' &&
        'The data drawn by default are electrons minus positrons, the closest observable to primary electrons.'}
    </p>
  );
}
