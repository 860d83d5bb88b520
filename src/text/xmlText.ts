/** What XML can hold (XML 1.0, production Char). A file with one other character is not well-formed: no program opens it. */

const notXml = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
/** The same characters written as references are refused as well. */
const reference = /&#(?:x([0-9a-f]+)|([0-9]+));/gi;

function isXml(code: number): boolean {
  return code <= 0x10ffff && String.fromCodePoint(code).search(notXml) === -1;
}

/** XML text without the characters that XML does not have. */
export function xmlText(text: string): string {
  return text
    .replace(notXml, '')
    .replace(reference, (whole, hexadecimal: string | undefined, decimal: string | undefined) => {
      const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
      return isXml(code) ? whole : '';
    });
}
