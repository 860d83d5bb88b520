/** The figure in words, for those who do not see it. Comes on demand. */
import type { ObservableId } from '../../model/observables';
import { energiesInView } from '../../plot/axes';
import { figureSummary } from '../../plot/summary';
import { shownObservable } from '../../state/selectors/shownSpectra';
import { useExplorer } from '../../state/useExplorer';
import { useSettled } from './useSettled';

export function FigureSummary({ observable }: { readonly observable: ObservableId }) {
  const text = useSettled(
    useExplorer((state) =>
      figureSummary(
        observable,
        shownObservable(state, 'thm', observable),
        shownObservable(state, 'cm', observable),
        energiesInView(observable, state.view),
        state.view,
      ),
    ),
  );
  return (
    <figcaption className="visually-hidden" aria-live="polite">
      {text}
    </figcaption>
  );
}
