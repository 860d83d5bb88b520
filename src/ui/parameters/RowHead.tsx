/** Symbol, name and unit of a parameter, with its help, and the way back to the paper's value once it is moved. */

import { models } from '../../model/models';
import type { ParameterDefinition } from '../../model/parameters/definition';
import { formatNumber } from '../../model/parameters/values';
import { paperExplorer } from '../../model/presets';
import { useActions } from '../../state/useExplorer';
import { Panel } from '../Boundary';
import { Icon } from '../icons';
import { lazyPart } from '../lazyPart';
import { Popover } from '../Popover';
import { ParameterSymbol } from './ParameterSymbol';
import type { ParameterView } from './useParameter';

export interface RowHeadProps {
  readonly entry: ParameterDefinition;
  readonly view: ParameterView;
  /** Id of the control that the label names. */
  readonly controlId: string;
}

function presetText(entry: ParameterDefinition, view: ParameterView): string {
  const value = paperExplorer[view.id];
  if (typeof value === 'number') return formatNumber(value);
  if (entry.kind !== 'choice') return value;
  return entry.options.find((option) => option.value === value)?.label ?? value;
}

const ParameterHelp = lazyPart(
  () => import('./ParameterHelp'),
  ({ ParameterHelp }) => ParameterHelp,
);

export function RowHead({ entry, view, controlId }: RowHeadProps) {
  const { change } = useActions();
  const unit = 'unit' in entry ? entry.unit : '';
  const standard = presetText(entry, view);
  const moves =
    view.moves === 'several' || view.moves === 'none' ? null : `${models[view.moves].adjective} curve only`;
  return (
    <div className="row-head">
      <label className="row-label" htmlFor={controlId}>
        {entry.symbol.plain !== '' && <ParameterSymbol symbol={entry.symbol} />}
        <span>{entry.label}</span>
        {/* Spoken with the value; in the name as well it would be said twice. */}
        {unit !== '' && (
          <span className="row-unit" aria-hidden="true" translate="no">
            {unit}
          </span>
        )}
      </label>
      {moves !== null && <span className="row-mark" data-model={view.moves} title={`Moves the ${moves}`} />}
      {view.isModified && (
        <button
          type="button"
          className="row-reset"
          aria-label={`Reset ${entry.label} to ${standard}`}
          title={`Modified. Back to ${standard}`}
          onClick={() => change(view.id, paperExplorer[view.id])}
        >
          <Icon name="reset" />
        </button>
      )}
      <Popover
        buttonLabel="?"
        buttonName={`About ${entry.label}`}
        buttonClass="row-help"
        panelName={entry.label}
      >
        {() => (
          <Panel name="The help" waits={<p className="help">Loading</p>}>
            <ParameterHelp entry={entry} id={view.id} standard={standard} moves={moves} />
          </Panel>
        )}
      </Popover>
    </div>
  );
}
