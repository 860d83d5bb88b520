/** The controls that a step is about, beside its task: nobody has to look for them among forty. */
import { useId } from 'react';
import type { NumberParameter } from '../../model/parameters/definition';
import {
  type ExplorerParameterId,
  explorerTable,
  formatNumber,
  isChoiceParameter,
  isNumberParameter,
  isSwitchParameter,
} from '../../model/parameters/values';
import { ChoiceRow } from '../parameters/ChoiceRow';
import { ParameterSlider } from '../parameters/ParameterSlider';
import { ParameterSymbol } from '../parameters/ParameterSymbol';
import { SwitchRow } from '../parameters/SwitchRow';
import { useParameter } from '../parameters/useParameter';

/** Without a box for its number, which it has among the parameters. */
function LessonSlider({ entry }: { readonly entry: NumberParameter }) {
  const { id, value, moves } = useParameter(entry.id);
  const controlId = useId();
  return (
    <div className="lesson-slider">
      <label htmlFor={controlId}>
        {entry.symbol.plain !== '' && <ParameterSymbol symbol={entry.symbol} />} {entry.label}
      </label>
      {/* The slider speaks it. */}
      <strong aria-hidden="true">
        {formatNumber(Number(value))} {entry.unit}
      </strong>
      <ParameterSlider
        controlId={controlId}
        entry={entry}
        id={id}
        value={Number(value)}
        disabled={moves === 'none'}
      />
    </div>
  );
}

export function LessonControls({ ids }: { readonly ids: readonly ExplorerParameterId[] }) {
  const entries = explorerTable.filter((entry) => ids.some((id) => id === entry.id));
  return entries.map((entry) => {
    if (isNumberParameter(entry)) return <LessonSlider key={entry.id} entry={entry} />;
    if (isChoiceParameter(entry)) return <ChoiceRow key={entry.id} entry={entry} />;
    return isSwitchParameter(entry) && <SwitchRow key={entry.id} entry={entry} />;
  });
}
