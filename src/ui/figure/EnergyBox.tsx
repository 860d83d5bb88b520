/** An energy to type. */
import { bothReadings, readNumber } from '../../text/number';
import { printable } from '../../text/printable';
import { NumberField } from '../controls/NumberField';
import { useNumberDraft } from '../controls/numberDraft';

export interface EnergyBoxProps {
  readonly label: string;
  readonly value: number;
  /** What can be typed, in words. */
  readonly allowed: string;
  /** True if the value could be used. */
  readonly onEnter: (value: number) => boolean;
}

export function EnergyBox({ label, value, allowed, onEnter }: EnergyBoxProps) {
  const draft = useNumberDraft(value, (text) => {
    const read = readNumber(text, 'GeV');
    if (read.ok && onEnter(read.value)) return null;
    return `${allowed}, not "${printable(text.trim())}".${bothReadings(text, 'GeV')}`;
  });
  return <NumberField {...draft} label={`${label} (GeV)`} title={label} inputMode="text" />;
}
