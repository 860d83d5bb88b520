/** Parameter values: their type, derived from the table, and the one parser for text from outside. */
import { bothReadings, readNumber } from '../../text/number';
import { plainText } from '../../text/plain';
import { printable } from '../../text/printable';
import type { ChoiceParameter, NumberParameter, ParameterDefinition, SwitchParameter } from './definition';
import { parameterTable } from './parameterTable';
import { comparisonTable } from './table/comparison';

type Entry = (typeof parameterTable)[number];
type ComparisonEntry = (typeof comparisonTable)[number];

export type ParameterId = Entry['id'];
export type ComparisonId = ComparisonEntry['id'];

type ValueOf<E> = E extends { kind: 'switch' }
  ? 'on' | 'off'
  : E extends { kind: 'choice'; options: readonly { value: infer V }[] }
    ? V
    : number;

/** One complete model: a value for every entry of the parameter table. */
export type Parameters = { readonly [E in Entry as E['id']]: ValueOf<E> };
/** What the conventional model has of its own beside a shared set of `Parameters`. */
export type ComparisonParameters = { readonly [E in ComparisonEntry as E['id']]: ValueOf<E> };
/** Everything the explorer lets its user set. */
export type ExplorerParameters = Parameters & ComparisonParameters;
export type ExplorerParameterId = ParameterId | ComparisonId;
export type ParameterValue = number | string;

export const explorerTable: readonly ParameterDefinition[] = [...parameterTable, ...comparisonTable];

function standards(table: readonly ParameterDefinition[]): Record<string, ParameterValue> {
  return Object.fromEntries(table.map((entry) => [entry.id, entry.standard]));
}

/** The table's own defaults: the paper's two-halo model. */
// The cast states what `standards` does: one value of the right kind for each id of the table.
export const standardParameters = standards(parameterTable) as unknown as Parameters;
export const standardComparison = standards(comparisonTable) as unknown as ComparisonParameters;

export function isNumberParameter(entry: ParameterDefinition): entry is NumberParameter {
  return entry.kind === 'log' || entry.kind === 'linear';
}
export function isChoiceParameter(entry: ParameterDefinition): entry is ChoiceParameter {
  return entry.kind === 'choice';
}
export function isSwitchParameter(entry: ParameterDefinition): entry is SwitchParameter {
  return entry.kind === 'switch';
}

/** The table entry of an id, or undefined if there is none. */
export function parameterDefinition(id: string): ParameterDefinition | undefined {
  return explorerTable.find((entry) => entry.id === id);
}

export type Parsed =
  | { readonly ok: true; readonly value: ParameterValue }
  | { readonly ok: false; readonly reason: string };

/** Formats a number as a person would type it: at most six significant digits, exponent only when long. */
export function formatNumber(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(6));
  return size >= 1e5 || size < 1e-3 ? rounded.toExponential().replace('e+', 'e') : String(rounded);
}

/** What an entry allows, as words: "0.05 to 0.9", "on or off", "smooth, step or uniform". */
export function allowedValues(entry: ParameterDefinition): string {
  if (entry.kind === 'switch') return 'on or off';
  if (entry.kind === 'choice') {
    const values = entry.options.map((option) => option.value);
    return values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
  }
  const unit = entry.unit === '' ? '' : ` ${entry.unit}`;
  return `${formatNumber(entry.minimum)} to ${formatNumber(entry.maximum)}${unit}`;
}

/** A number as it is kept: ten digits, so that an address with everything changed stays short. */
export function keptNumber(value: number): number {
  return Number(value.toPrecision(10));
}

/** The sentence that a refusal of a text goes on with where the text has two readings: both of them. Otherwise empty. */
export function readingsOf(entry: ParameterDefinition, text: string): string {
  return isNumberParameter(entry) ? bothReadings(text, entry.unit) : '';
}

/**
 * Parses text typed by a person (number box, URL, `--set`, state file): numbers as `text/number` reads them, with the
 * parameter's own unit behind them or not. Nothing is clamped, nothing guessed.
 */
export function parseParameter(entry: ParameterDefinition, text: string): Parsed {
  const refuse = (): Parsed => ({
    ok: false,
    reason: `${entry.id} must be ${allowedValues(entry)}, not "${printable(text.trim())}".${readingsOf(entry, text)}`,
  });
  if (isNumberParameter(entry)) {
    const read = readNumber(text, entry.unit);
    const isAllowed = read.ok && read.value >= entry.minimum && read.value <= entry.maximum;
    return isAllowed ? { ok: true, value: keptNumber(read.value) } : refuse();
  }
  const word = plainText(text);
  const words = entry.kind === 'switch' ? ['on', 'off'] : entry.options.map((option) => option.value);
  return words.includes(word) ? { ok: true, value: word } : refuse();
}
