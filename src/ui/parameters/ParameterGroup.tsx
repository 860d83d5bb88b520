/** One group of parameters, folded by its title. */
import { useState } from 'react';
import type { ParameterGroupId } from '../../model/parameters/definition';
import {
  type ExplorerParameterId,
  explorerTable,
  isChoiceParameter,
  isNumberParameter,
  isSwitchParameter,
} from '../../model/parameters/values';
import { changedParameters } from '../../model/presets';
import { useExplorer } from '../../state/useExplorer';
import { Icon } from '../icons';
import { ChoiceRow } from './ChoiceRow';
import { NumberRow } from './NumberRow';
import { SwitchRow } from './SwitchRow';

export interface ParameterGroupProps {
  readonly id: ParameterGroupId;
  readonly label: string;
  readonly startsOpen: boolean;
  readonly hidden: readonly ExplorerParameterId[];
}

export function ParameterGroup({ id, label, startsOpen, hidden }: ParameterGroupProps) {
  const [open, setOpen] = useState(startsOpen);
  const entries = explorerTable.filter(
    (entry) => entry.group === id && !hidden.some((one) => one === entry.id),
  );
  const changed = useExplorer((state) => {
    const ids = changedParameters(state.parameters);
    return entries.filter((entry) => ids.includes(entry.id as ExplorerParameterId)).length;
  });
  if (entries.length === 0) return null;
  return (
    <details className="group" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <Icon name="chevron" />
        <h3>{label}</h3>
        {changed > 0 && <span className="modified-text">{changed} modified</span>}
      </summary>
      {open && (
        <div className="group-rows">
          {entries.map((entry) => {
            if (isNumberParameter(entry)) return <NumberRow key={entry.id} entry={entry} />;
            if (isChoiceParameter(entry)) return <ChoiceRow key={entry.id} entry={entry} />;
            return isSwitchParameter(entry) && <SwitchRow key={entry.id} entry={entry} />;
          })}
        </div>
      )}
    </details>
  );
}
