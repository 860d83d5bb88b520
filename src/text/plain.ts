/**
 * Text from outside as an English keyboard would have typed it: a number in an address, a message or a PDF comes with
 * other blanks, dashes, digits and raised figures that mean the same. For words and numbers that are compared with a
 * list or parsed, never for names, which are their owner's. Linear in the length of the text.
 */

/** Marks that take no room and change nothing. Overrides of the writing direction are not among them: they change what is read. */
const invisible = /[\u061c\u200b-\u200f\u2060\u2066-\u2069\ufeff]/g;
const dashes = /[\u2010-\u2015\u2212\ufe63]/g;
const apostrophes = /[\u2018\u2019\u02bc\u2032\u00b4`\u066c]/g;
const fullWidth = /[\uff01-\uff5e]/g;
/** Arabic and Persian digits: the last four bits are the digit. */
const otherDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const lowered = '0123456789+-';

/** Trimmed, without invisible marks, in ASCII where ASCII has the same: "５．５×10⁻²⁸" becomes "5.5×10^-28". */
export function plainText(text: string): string {
  return text
    .replace(invisible, '')
    .trim()
    .replace(/\p{Zs}/gu, ' ')
    .replace(dashes, '-')
    .replace(apostrophes, "'")
    .replace(fullWidth, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(otherDigits, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\u066b/g, '.')
    .replace(/[⁰¹²³⁴-⁹⁺⁻]+/g, (run) => `^${[...run].map((mark) => lowered[raised.indexOf(mark)]).join('')}`);
}
