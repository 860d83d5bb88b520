/**
 * How a slider's travel, and its keys, map to values. Travel runs from 0 to 1 and both ends are the exact ends of
 * the range. Dragging and arrow keys land on round values: on the step's own grid if linear, on four significant
 * digits if logarithmic.
 */
import type { NumberParameter } from '../model/parameters/definition';
import { formatNumber } from '../model/parameters/values';

export type StepSize = 'fine' | 'normal' | 'coarse';
const stepFactor: Record<StepSize, number> = { fine: 0.1, normal: 1, coarse: 10 };

export function travelOf(entry: NumberParameter, value: number): number {
  const { minimum, maximum } = entry;
  const share =
    entry.kind === 'log'
      ? Math.log(value / minimum) / Math.log(maximum / minimum)
      : (value - minimum) / (maximum - minimum);
  return Math.min(1, Math.max(0, share));
}

function within(entry: NumberParameter, value: number): number {
  return Math.min(entry.maximum, Math.max(entry.minimum, value));
}

/** Rounded to a grid that starts at zero, without the tail of binary fractions. */
function onGrid(value: number, spacing: number): number {
  const decimals = Math.max(0, Math.ceil(-Math.log10(spacing) - 1e-9)) + 1;
  // Adding zero turns −0 into 0: the address writes both as 0.
  return Number((Math.round(value / spacing) * spacing).toFixed(decimals)) + 0;
}

function rounded(entry: NumberParameter, value: number, size: StepSize): number {
  if (entry.kind === 'log') return within(entry, Number(value.toPrecision(4)));
  return within(entry, onGrid(value, entry.step * Math.min(1, stepFactor[size])));
}

export function valueAtTravel(entry: NumberParameter, travel: number): number {
  const { minimum, maximum } = entry;
  if (travel <= 0) return minimum;
  if (travel >= 1) return maximum;
  const value =
    entry.kind === 'log' ? minimum * (maximum / minimum) ** travel : minimum + travel * (maximum - minimum);
  return rounded(entry, value, 'normal');
}

/** The value one step up (`direction` 1) or down (−1). */
export function stepped(entry: NumberParameter, value: number, direction: 1 | -1, size: StepSize): number {
  const step = direction * entry.step * stepFactor[size];
  return rounded(entry, entry.kind === 'log' ? value * 10 ** step : value + step, size);
}

/** Value and unit once, as a screen reader says it. */
export function spokenValue(entry: NumberParameter, value: number): string {
  return entry.unit === '' ? formatNumber(value) : `${formatNumber(value)} ${entry.unit}`;
}

/** Of a key event, what is used here. */
export interface KeyLike {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** The value to which a slider's key leads; null for any other key, and for those of the browser and the system. */
export function keyedValue(event: KeyLike, entry: NumberParameter, value: number): number | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  const arrows: StepSize = event.shiftKey ? 'fine' : 'normal';
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return stepped(entry, value, 1, arrows);
    case 'ArrowLeft':
    case 'ArrowDown':
      return stepped(entry, value, -1, arrows);
    case 'PageUp':
      return stepped(entry, value, 1, 'coarse');
    case 'PageDown':
      return stepped(entry, value, -1, 'coarse');
    case 'Home':
      return entry.minimum;
    case 'End':
      return entry.maximum;
    default:
      return null;
  }
}
