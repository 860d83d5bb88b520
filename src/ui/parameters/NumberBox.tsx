/** Types a number. What is refused stays in the box with the reason under it: nothing is clamped, nothing is lost. */
import { useId, useState } from 'react';
import type { NumberParameter } from '../../model/parameters/definition';
import { type ExplorerParameterId, formatNumber, parseParameter } from '../../model/parameters/values';
import { useActions } from '../../state/useExplorer';

export interface NumberBoxProps {
  readonly entry: NumberParameter;
  readonly id: ExplorerParameterId;
  readonly value: number;
  readonly disabled: boolean;
}

interface Draft {
  readonly text: string;
  /** The value when typing began: when it moves by other means, what was typed no longer stands. */
  readonly of: number;
  readonly reason: string | null;
}

export function NumberBox({ entry, id, value, disabled }: NumberBoxProps) {
  const { change } = useActions();
  const reasonId = useId();
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft !== null && draft.of === value ? draft : null;
  const reason = current?.reason ?? null;
  const commit = () => {
    if (current === null) return;
    const parsed = parseParameter(entry, current.text);
    if (!parsed.ok) return setDraft({ ...current, reason: parsed.reason });
    setDraft(null);
    change(id, parsed.value);
  };
  return (
    <>
      <input
        type="text"
        className="number-box"
        inputMode={entry.kind === 'log' ? 'text' : 'decimal'}
        autoComplete="off"
        spellCheck={false}
        aria-label={entry.unit === '' ? `${entry.label}, value` : `${entry.label}, value in ${entry.unit}`}
        aria-invalid={reason !== null}
        aria-describedby={reason === null ? undefined : reasonId}
        disabled={disabled}
        value={current?.text ?? formatNumber(value)}
        onChange={(event) => setDraft({ text: event.currentTarget.value, of: value, reason: null })}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {reason !== null && (
        <p id={reasonId} className="row-reason" role="alert">
          {reason}
        </p>
      )}
    </>
  );
}
