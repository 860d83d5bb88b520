/** Every parameter that acts, with its value; beside what was changed, the paper's value. */
import { hasNearbySources } from '../../model/key';
import { type ParameterDefinition, parameterGroups } from '../../model/parameters/definition';
import {
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  formatNumber,
} from '../../model/parameters/values';
import { changedParameters, paperExplorer } from '../../model/presets';
import { ParameterSymbol } from '../parameters/ParameterSymbol';

function valueText(entry: ParameterDefinition, parameters: ExplorerParameters): string {
  // The cast: ids of the explorer table are the keys of its parameter type.
  const value = parameters[entry.id as ExplorerParameterId];
  if (typeof value === 'number') return formatNumber(value);
  if (entry.kind !== 'choice') return value;
  return entry.options.find((option) => option.value === value)?.label ?? value;
}

function Row({
  entry,
  parameters,
}: {
  readonly entry: ParameterDefinition;
  readonly parameters: ExplorerParameters;
}) {
  const value = valueText(entry, parameters);
  const standard = valueText(entry, paperExplorer);
  const unit = 'unit' in entry && entry.unit !== '' ? ` ${entry.unit}` : '';
  return (
    <li data-changed={value !== standard}>
      {entry.symbol.tex !== '' && <ParameterSymbol symbol={entry.symbol} />} {entry.label}:{' '}
      <b>
        {value}
        {unit}
      </b>
      {value !== standard && ` (paper: ${standard})`}
    </li>
  );
}

export interface PrintedParametersProps {
  readonly parameters: ExplorerParameters;
  /** Spiral arms act in three dimensions only. */
  readonly has3d: boolean;
}

export function PrintedParameters({ parameters, has3d }: PrintedParametersProps) {
  const changed = changedParameters(parameters);
  const hasNearby = hasNearbySources(parameters);
  const groups = parameterGroups.filter(
    ({ id }) => (id !== 'arms' || has3d) && (id !== 'nearby' || hasNearby),
  );
  return (
    <section>
      <h2>Parameters</h2>
      <p>{changed.length === 0 ? 'All as in the paper.' : `${changed.length} changed from the paper's:`}</p>
      {changed.length > 0 && (
        <ul className="print-changed">
          {explorerTable
            .filter((entry) => changed.some((id) => id === entry.id))
            .map((entry) => (
              <Row key={entry.id} entry={entry} parameters={parameters} />
            ))}
        </ul>
      )}
      <div className="print-parameters">
        {groups.map((group) => (
          <div key={group.id}>
            <h3>{group.label}</h3>
            <ul>
              {explorerTable
                .filter((entry) => entry.group === group.id)
                .map((entry) => (
                  <Row key={entry.id} entry={entry} parameters={parameters} />
                ))}
            </ul>
          </div>
        ))}
      </div>
      {!hasNearby && <p>Without nearby sources.</p>}
    </section>
  );
}
