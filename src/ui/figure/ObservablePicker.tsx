/** What the button "More" opens: every observable with a box to tick, up to as many as there are figures. */
import {
  type ObservableGroup,
  type ObservableId,
  observableGroups,
  observableIds,
  observables,
} from '../../model/observables';
import { mostFigures, tabObservables, tabOf } from '../../state/lanes';
import { useActions, useExplorer } from '../../state/useExplorer';
import './ObservablePicker.css';

// The cast: keys of a table that is written in model/observables.
const groups = Object.keys(observableGroups) as ObservableGroup[];

const words: Readonly<Record<number, string>> = { 1: 'One figure', 2: 'Two figures', 3: 'Three figures' };

export function ObservablePicker() {
  const shown = tabObservables(useExplorer((state) => state.view.tab));
  const { setView } = useActions();
  const toggle = (id: ObservableId) =>
    setView({ tab: tabOf(shown.includes(id) ? shown.filter((one) => one !== id) : [...shown, id]) });
  return (
    <div className="observables">
      {groups.map((group) => (
        <fieldset key={group}>
          <legend>{observableGroups[group]}</legend>
          {observableIds
            .filter((id) => observables[id].group === group)
            .map((id) => {
              const isShown = shown.includes(id);
              const isOnly = isShown && shown.length === 1;
              const { symbol, name } = observables[id];
              return (
                <label key={id} title={name}>
                  <input
                    type="checkbox"
                    checked={isShown}
                    disabled={isOnly || (!isShown && shown.length >= mostFigures)}
                    onChange={() => toggle(id)}
                    aria-label={`${name}, ${symbol}`}
                  />
                  <span aria-hidden="true">{symbol}</span>
                </label>
              );
            })}
        </fieldset>
      ))}
      <p role="status">
        {words[shown.length]} of at most {mostFigures}, in the order in which they were ticked.
      </p>
    </div>
  );
}
