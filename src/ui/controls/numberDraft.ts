/** What is typed over a value. What is refused stays in the box with the reason: nothing is clamped, nothing is lost. */
import { useState } from 'react';
import { formatNumber } from '../../model/parameters/values';
import type { NumberFieldProps } from './NumberField';

interface Draft {
  readonly text: string;
  /** The value when typing began: when it moves by other means, what was typed no longer stands. */
  readonly of: number;
  readonly reason: string | null;
}

/** @param take uses what was typed, or says why it cannot. */
export function useNumberDraft(
  value: number,
  take: (text: string) => string | null,
): Required<Pick<NumberFieldProps, 'text' | 'reason' | 'onText' | 'onEnter' | 'onLeave'>> {
  const [draft, setDraft] = useState<Draft | null>(null);
  const current = draft !== null && draft.of === value ? draft : null;
  const onLeave = () => setDraft(null);
  return {
    text: current?.text ?? formatNumber(value),
    reason: current?.reason ?? null,
    onText: (text) => setDraft({ text, of: value, reason: null }),
    onEnter: () => {
      if (current === null) return;
      const reason = take(current.text);
      setDraft(reason === null ? null : { ...current, reason });
    },
    onLeave,
  };
}
