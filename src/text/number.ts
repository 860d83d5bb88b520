/**
 * Numbers as people write them, the one grammar of every door: number boxes, the address, `--set` and `--energy`, state
 * files. `5.5e28`, `5,5E+28`, `5.5D28`, `5.5×10^28`, `5.5·10²⁸`, `10^28`, `−1`, `12 345.6`, `1'000`, `1,234,567`, and
 * behind any of them the unit that the number is asked in. Linear in the length of the text.
 *
 * Nothing is guessed. `1,000` is one or a thousand: it is refused with both readings. A point is a decimal point wherever it
 * stands alone, because the program itself writes it so (`1.234` in an address of any age).
 */
import { plainText } from './plain';
import { unitFactors } from './unit';

export type NumberReading =
  | { readonly ok: true; readonly value: number }
  /** Two numbers, each as it could be typed. */
  | { readonly ok: false; readonly kind: 'ambiguous'; readonly readings: readonly [string, string] }
  /** Also what is beyond all numbers (`1e400`) and what has another unit. */
  | { readonly ok: false; readonly kind: 'notANumber' };

const notANumber: NumberReading = { ok: false, kind: 'notANumber' };

/** Digits with a decimal point or comma. */
const decimal = /^(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;
/** Of those: a comma where thousands could be meant. */
const commaOfThousands = /^[1-9]\d{0,2},\d{3}$/;
/** Groups of three, set apart by one sign; decimals after another. */
const grouped = /^[1-9]\d{0,2}(?:([ '_.,])\d{3})(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

/** What digits can mean, with a decimal point and no more: nothing, one number or two. */
function meanings(digits: string): readonly string[] {
  if (decimal.test(digits)) {
    const pointed = digits.replace(',', '.');
    return commaOfThousands.test(digits) ? [pointed, digits.replace(',', '')] : [pointed];
  }
  const sign = grouped.exec(digits)?.[1];
  return sign === undefined ? [] : [digits.replaceAll(sign, '').replace(',', '.')];
}

/** Sign, digits with their separators, the rest. */
const start = /^([+-]?) ?([\d.,' _]+)(.*)$/s;
/** A power of ten, behind digits (`e28`, `d28`, `*10^28`) or of a ten (`^28`); the rest. */
const power = /^(?:[ed] ?([+-]?\d+)|[*x] *10 ?\^ ?([+-]?\d+)|\^ ?([+-]?\d+))(.*)$/is;

/** Reads a number; `unit` may follow it, in any of its spellings. */
export function readNumber(text: string, unit = ''): NumberReading {
  const [, sign = '', run = '', tail = ''] = start.exec(plainText(text)) ?? [];
  const [, letter, cross, ofTen, rest = tail] = power.exec(tail) ?? [];
  const digits = run.trim();
  const behind = rest.trim();
  if (behind !== '' && (unit === '' || unitFactors(behind) !== unitFactors(unit))) return notANumber;
  if (ofTen !== undefined && digits !== '10') return notANumber;
  const exponent = letter ?? cross ?? ofTen;
  const written = (ofTen === undefined ? meanings(digits) : ['1']).map(
    (meaning) => `${sign}${meaning}${exponent === undefined ? '' : `e${exponent}`}`,
  );
  const [only, other] = written;
  if (only === undefined) return notANumber;
  if (other !== undefined) return { ok: false, kind: 'ambiguous', readings: [only, other] };
  const value = Number(only);
  // Zero has no sign here.
  return Number.isFinite(value) ? { ok: true, value: value + 0 } : notANumber;
}

/** The sentence that a refusal of a text goes on with: both readings, if it has two; otherwise empty. */
export function bothReadings(text: string, unit = ''): string {
  const read = readNumber(text, unit);
  return !read.ok && read.kind === 'ambiguous'
    ? ` It could be ${read.readings.join(' or ')}: write one of these.`
    : '';
}

/** The strict form of data files, where a comma parts cells: ASCII digits, a point, an exponent; null for anything else. */
export function dataNumber(text: string): number | null {
  const value = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : null;
}
