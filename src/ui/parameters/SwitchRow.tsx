/** On or off. */
import { useId } from 'react';
import type { SwitchParameter } from '../../model/parameters/definition';
import { useActions } from '../../state/useExplorer';
import { RowHead } from './RowHead';
import { useParameter } from './useParameter';

export function SwitchRow({ entry }: { readonly entry: SwitchParameter }) {
  const view = useParameter(entry.id);
  const { change } = useActions();
  const controlId = useId();
  return (
    <div className="row row-switch" data-parameter={entry.id} data-modified={view.isModified}>
      <RowHead entry={entry} view={view} controlId={controlId} />
      <input
        id={controlId}
        type="checkbox"
        role="switch"
        className="switch"
        checked={view.value === 'on'}
        aria-checked={view.value === 'on'}
        onChange={(event) => change(view.id, event.currentTarget.checked ? 'on' : 'off')}
      />
    </div>
  );
}
