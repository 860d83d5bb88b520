/** A quiet word on where the paper's own parameters miss the data, where that can be seen. */
import { useExplorer } from '../../state/useExplorer';

export function FigureNote() {
  const tab = useExplorer((state) => state.view.tab);
  return (
    <p className="figure-note">
      {tab === 'electrons'
        ? 'The data drawn by default are electrons minus positrons, the closest observable to primary electrons.'
        : "Below ~10 GeV the paper's own parameters overshoot the data by 1.3–3; it was tuned over 10–1000 GeV."}
    </p>
  );
}
