/** Types the value of a parameter. */
import type { NumberParameter } from '../../model/parameters/definition';
import { type ExplorerParameterId, parseParameter } from '../../model/parameters/values';
import { useActions } from '../../state/useExplorer';
import { NumberField } from '../controls/NumberField';
import { useNumberDraft } from '../controls/numberDraft';

export interface NumberBoxProps {
  readonly entry: NumberParameter;
  readonly id: ExplorerParameterId;
  readonly value: number;
  readonly disabled: boolean;
}

export function NumberBox({ entry, id, value, disabled }: NumberBoxProps) {
  const { change } = useActions();
  const draft = useNumberDraft(value, (text) => {
    const parsed = parseParameter(entry, text);
    if (!parsed.ok) return parsed.reason;
    change(id, parsed.value);
    return null;
  });
  return (
    <NumberField
      {...draft}
      label={entry.unit === '' ? `${entry.label}, value` : `${entry.label}, value in ${entry.unit}`}
      inputMode={entry.kind === 'log' ? 'text' : 'decimal'}
      disabled={disabled}
    />
  );
}
