/** A quiet word on what the eye might stumble over: where the paper's own parameters miss the data, what is drawn. */

import { hasNearbySources } from '../../model/key';
import { modelKeys } from '../../model/models';
import { observables } from '../../model/observables';
import { leptonYieldUncertainty } from '../../physics/yieldUncertainty';
import type { ExplorerState } from '../../state/explorerState';
import { laneOf, tabObservables } from '../../state/lanes';
import { unlikePaper } from '../../state/selectors/paperState';
import { visibleTables } from '../../state/selectors/tables';
import { useExplorer } from '../../state/useExplorer';

/** The paper tuned its parameters from here on (GeV). */
const tunedFrom = 10;

/** Whether the paper's own proton curves are in view below where they were tuned, with data to miss there. */
export function showsUntunedProtons(state: ExplorerState): boolean {
  const { view, protonsFrom, parameters } = state;
  return (
    tabObservables(view.tab).includes('p') &&
    protonsFrom < tunedFrom &&
    modelKeys.some((model) => view[model]) &&
    unlikePaper(
      parameters,
      modelKeys.map((model) => laneOf(model, 'p')),
    ).length === 0 &&
    visibleTables(state, 'p').some(
      ({ compareWith, points }) =>
        compareWith === 'modulated' && points.some(({ x }) => x > protonsFrom && x < tunedFrom),
    )
  );
}

/** Whether electrons minus positrons are among what is drawn. */
export function showsDifference(state: ExplorerState): boolean {
  return (
    state.view.tab === 'electrons' &&
    visibleTables(state, 'e-').some(({ quantity }) => quantity === 'e- minus e+')
  );
}

/** Whether positrons are shown, of which the model has those of collisions alone. */
export function showsPositrons(state: ExplorerState): boolean {
  return tabObservables(state.view.tab).some((id) => observables[id].above.some((one) => one === 'e+'));
}

export function FigureNote() {
  const lowProtons = useExplorer(showsUntunedProtons);
  const difference = useExplorer(showsDifference);
  const positrons = useExplorer(showsPositrons);
  const hasExtra = useExplorer((state) => state.parameters.extraPositrons === 'on');
  const hasNearby = useExplorer((state) => hasNearbySources(state.parameters));
  return (
    <p className="figure-note">
      {hasNearby &&
        'Nearby sources diffuse as in the inner halo; where their lines are dotted, particles have spread beyond it and that no longer holds. '}
      {lowProtons &&
        "Below ~10 GeV the paper's own parameters overshoot the data by 1.3–3; they were tuned over 10–1000 GeV."}
      {difference &&
        'The data drawn by default are electrons minus positrons, the closest observable to primary electrons.'}
      {positrons &&
        `How many positrons collisions make is known to ±${100 * leptonYieldUncertainty} %. ${
          hasExtra
            ? 'Those of sources of their own are a guess: they are there to show what collisions leave missing.'
            : 'Above ~10 GeV more are measured than they make, which needs sources of their own (Extra positrons).'
        }`}
    </p>
  );
}
