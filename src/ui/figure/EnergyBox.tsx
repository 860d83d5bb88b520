/** An energy to type. What cannot be used stays in the box, marked, until it is mended or left with Escape. */
import { useState } from 'react';
import { formatNumber } from '../../model/parameters';

export interface EnergyBoxProps {
  readonly label: string;
  readonly value: number;
  /** True if the value could be used. */
  readonly onEnter: (value: number) => boolean;
}

export function EnergyBox({ label, value, onEnter }: EnergyBoxProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [refused, setRefused] = useState(false);
  const leave = () => {
    setDraft(null);
    setRefused(false);
  };
  const commit = () => {
    if (draft === null) return;
    const isUsed = draft.trim() !== '' && onEnter(Number(draft.trim().replace(',', '.')));
    if (isUsed) leave();
    else setRefused(true);
  };
  return (
    <input
      type="text"
      className="number-box energy-box"
      inputMode="text"
      autoComplete="off"
      spellCheck={false}
      aria-label={`${label} (GeV)`}
      aria-invalid={refused}
      title={refused ? 'A positive energy in GeV, the smaller first' : label}
      value={draft ?? formatNumber(value)}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        setRefused(false);
      }}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') leave();
      }}
    />
  );
}
