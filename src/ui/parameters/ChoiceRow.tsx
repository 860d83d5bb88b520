/** One of a few named options. */
import { useId } from 'react';
import type { ChoiceParameter } from '../../model/parameters/definition';
import { useActions } from '../../state/useExplorer';
import { RowHead } from './RowHead';
import { useParameter } from './useParameter';

export function ChoiceRow({ entry }: { readonly entry: ChoiceParameter }) {
  const view = useParameter(entry.id);
  const { change } = useActions();
  const controlId = useId();
  const isIdle = view.moves === 'none' && entry.options.length > 1;
  return (
    <div className="row" data-parameter={entry.id} data-modified={view.isModified} data-idle={isIdle}>
      <RowHead entry={entry} view={view} controlId={controlId} />
      <select
        id={controlId}
        className="select"
        disabled={isIdle}
        value={view.value}
        onChange={(event) => change(view.id, event.currentTarget.value)}
      >
        {entry.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
