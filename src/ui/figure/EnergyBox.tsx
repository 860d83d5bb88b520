/** An energy to type. What cannot be used stays in the box, with the reason, until it is mended or left with Escape. */
import { useId, useState } from 'react';
import { formatNumber } from '../../model/parameters/values';
import { bothReadings, readNumber } from '../../text/number';
import { printable } from '../../text/printable';

export interface EnergyBoxProps {
  readonly label: string;
  readonly value: number;
  /** What can be typed, in words. */
  readonly allowed: string;
  /** True if the value could be used. */
  readonly onEnter: (value: number) => boolean;
}

export function EnergyBox({ label, value, allowed, onEnter }: EnergyBoxProps) {
  const reasonId = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const leave = () => {
    setDraft(null);
    setReason(null);
  };
  const commit = () => {
    if (draft === null) return;
    const read = readNumber(draft, 'GeV');
    if (read.ok && onEnter(read.value)) leave();
    else setReason(`${allowed}, not "${printable(draft.trim())}".${bothReadings(draft, 'GeV')}`);
  };
  return (
    <span className="energy-field">
      <input
        type="text"
        className="number-box energy-box"
        inputMode="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={`${label} (GeV)`}
        aria-invalid={reason !== null}
        aria-describedby={reason === null ? undefined : reasonId}
        title={label}
        value={draft ?? formatNumber(value)}
        onChange={(event) => {
          setDraft(event.currentTarget.value);
          setReason(null);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') leave();
        }}
      />
      {reason !== null && (
        <span id={reasonId} className="energy-reason" role="alert">
          {reason}
        </span>
      )}
    </span>
  );
}
