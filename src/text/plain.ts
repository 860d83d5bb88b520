/**
 * Text from outside as an English keyboard would have typed it: what comes in an address, a message or a PDF has other blanks,
 * dashes, digits, crosses and raised figures that mean the same. For words and numbers that are compared with a list or
 * parsed, never for names, which are their owner's. Linear in the length of the text.
 */

/** Marks that take no room and change nothing. Overrides of the writing direction are not among them: they change what is read. */
const invisible = /[\u061c\u200b-\u200f\u2060\u2066-\u2069\ufeff]/g;
const raised = /[⁰¹²³⁴-⁹⁺⁻]+/g;
/** Full-width and raised signs, and every blank: Unicode itself says what they are alike to. */
const alike = /[\uff01-\uff5e⁰¹²³⁴-⁹⁺⁻]|\p{Zs}/gu;
/** Arabic and Persian: the last four bits are the digit. */
const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** Trimmed, without invisible marks, in ASCII where ASCII has the same: "５．５×10⁻²⁸" becomes "5.5*10^-28". */
export function plainText(text: string): string {
  return (
    text
      .replace(invisible, '')
      .trim()
      .replace(raised, '^$&')
      // Sign by sign: a whole text may hold runs of marks that take long to put in order.
      .replace(alike, (sign) => sign.normalize('NFKC'))
      .replace(arabicDigit, (digit) => `${digit.charCodeAt(0) & 15}`)
      .replace(/[\u02d7\u2010-\u2015\u2043\u2212\u2796\ufe58\ufe63]/g, '-')
      .replace(/[\u2044\u2215]/g, '/')
      // Arabic decimal and thousands separators: unlike a comma, each is one of the two.
      .replace(/\u066b/g, '.')
      .replace(/\u066c/g, "'")
      .replace(/[\u2018\u2019\u02bc\u2032\u00b4`]/g, "'")
      .replace(/[×✕✖⨯·⋅∙•]|\\times|\\cdot/g, '*')
      // As Python and TeX write powers.
      .replace(/\*\*/g, '^')
      .replace(/\^[{(]([^(){}]*)[)}]/g, '^$1')
  );
}
