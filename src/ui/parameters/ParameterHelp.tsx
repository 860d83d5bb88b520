/** What stands behind a row's question mark: what the parameter is, what it may be, where it comes from. Comes on demand. */
import type { ParameterDefinition } from '../../model/parameters/definition';
import { parameterHelp } from '../../model/parameters/parameterHelp';
import { allowedValues, type ExplorerParameterId } from '../../model/parameters/values';
import { ParameterSymbol } from './ParameterSymbol';

export interface ParameterHelpProps {
  readonly entry: ParameterDefinition;
  readonly id: ExplorerParameterId;
  /** The paper's value, as text. */
  readonly standard: string;
  /** Which curve it moves, in words; null where it moves several or none. */
  readonly moves: string | null;
}

export function ParameterHelp({ entry, id, standard, moves }: ParameterHelpProps) {
  const { definition, source } = parameterHelp[id];
  return (
    <div className="help">
      <p className="help-title">
        {entry.symbol.plain !== '' && <ParameterSymbol symbol={entry.symbol} />} {entry.label}
      </p>
      <p>{definition}</p>
      <dl>
        <dt>Range</dt>
        <dd>
          {entry.kind === 'choice'
            ? entry.options.map((option) => option.label).join('; ')
            : allowedValues(entry)}
        </dd>
        <dt>Preset</dt>
        <dd>{standard}</dd>
        <dt>Source</dt>
        <dd>{source}</dd>
        {moves !== null && (
          <>
            <dt>Moves</dt>
            <dd>the {moves}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
