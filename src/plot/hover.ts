/** What a data point says when it is pointed at: value, errors, source. */
import type { MeasuredPoint, MeasuredTable } from '../measurements/tableTypes';

const superscripts: Readonly<Record<string, string>> = {
  '-': '⁻',
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
};

export function superscript(power: number): string {
  return [...String(power)].map((character) => superscripts[character] ?? character).join('');
}

/** "1.23 × 10⁻⁴", or "0.123" where no power of ten is needed. */
export function scientific(value: number, digits = 3): string {
  if (value === 0) return '0';
  const exponent = Math.floor(Math.log10(Math.abs(value)) + 1e-12);
  if (exponent >= -2 && exponent <= 3) return String(Number(value.toPrecision(digits)));
  return `${(value / 10 ** exponent).toPrecision(digits)} × 10${superscript(exponent)}`;
}

function error(kind: string, low: number | null, high: number | null, unit: number): string {
  if (low === null && high === null) return `${kind} not published`;
  const text = (value: number | null) =>
    value === null ? '?' : String(Number((value / unit).toPrecision(2)));
  return low === high ? `± ${text(high)} ${kind}` : `+${text(high)} −${text(low)} ${kind}`;
}

/** Units as printed in tables ("m^-2 s^-1") with raised powers. */
export function prettyUnit(unit: string): string {
  return unit.replace(/\^(-?\d+)/g, (_, power: string) => superscript(Number(power)));
}

/** One point of a table (in the table's own flux unit): "(1.23 ± 0.02 stat ± 0.05 sys) × 10⁻⁴ unit"; a ratio has none. */
export function measuredText(
  point: MeasuredPoint,
  fluxUnit: string,
  errorsTold: MeasuredTable['errors'] = 'statistical and systematic',
): string {
  const exponent = Math.floor(Math.log10(Math.abs(point.y)));
  const unit = 10 ** exponent;
  const value = (point.y / unit).toPrecision(4);
  const errors =
    errorsTold === 'total only'
      ? error('total', point.sysLow, point.sysHigh, unit)
      : `${error('stat', point.statLow, point.statHigh, unit)}, ${error('sys', point.sysLow, point.sysHigh, unit)}`;
  const power = exponent === 0 ? '' : ` × 10${superscript(exponent)}`;
  return `(${value} ${errors})${power}${fluxUnit === '1' ? '' : `<br>${prettyUnit(fluxUnit)}`}`;
}

export function tableTitle(table: MeasuredTable): string {
  const model = table.hadronicModel === null ? '' : `, ${table.hadronicModel}`;
  return `${table.experiment} ${table.year}${model}`;
}

/** What was counted, with true minus signs. */
export function quantityText(table: MeasuredTable): string {
  const words: Partial<Record<MeasuredTable['quantity'], string>> = {
    'e-': 'e⁻',
    'e+': 'e⁺',
    'e- + e+': 'e⁻ + e⁺',
    'e- minus e+': 'e⁻ − e⁺',
    'Be10/Be9': '¹⁰Be/⁹Be',
    pbar: 'p̄',
    'pbar/p': 'p̄/p',
    'e+ fraction': 'e⁺ fraction',
  };
  return words[table.quantity] ?? table.quantity;
}

export function sourceText(table: MeasuredTable): string {
  return table.publications.map((publication) => `doi:${publication.doi}`).join('<br>');
}
