/** Units as people write them: "cm²/s", "cm^2 s^-1", "cm2 s-1" and "cm**2/s" are one unit. */
import { plainText } from './plain';

/** A solidus or a sign of multiplication, perhaps a bracket, a symbol and its power. */
const factor = /([/* ]*)(\(?)([a-zµ°º%]+)\^?([+-]?\d+)?(\)?)/giy;
const degree = /^(deg|degrees?|º)$/;

/** The factors of a unit with their powers, in one order and one spelling; what is no unit stays as it is. */
export function unitFactors(text: string): string {
  // "(GeV m^2)^-1" is "/(GeV m^2)".
  const unit = powerSigns(plainText(text)).replace(/^\(([^()]*)\)\^?-1$/, '/($1)');
  const factors: string[] = [];
  let length = 0;
  let isBelow = false;
  for (const [all, joint = '', opening, symbol = '', power = '1', closing] of unit.matchAll(factor)) {
    length += all.length;
    const divides = joint.includes('/');
    // A solidus divides by the next factor alone, or by all in brackets.
    if (opening !== '') isBelow = divides;
    const sign = divides || isBelow ? -1 : 1;
    factors.push(`${degree.test(symbol) ? '°' : symbol}${sign * Number(power)}`);
    if (closing !== '') isBelow = false;
  }
  return length === unit.length ? factors.sort().join(' ') : unit;
}

/** One sign for each operation: `*` for every cross and dot, `^` for every power, without TeX's braces. */
export function powerSigns(plain: string): string {
  return plain
    .replace(/\*\*/g, '^')
    .replace(/\^ ?\{([^{}]*)\}/g, '^$1')
    .replace(/\\times|\\cdot|[×✕·⋅∙•]/g, '*');
}
