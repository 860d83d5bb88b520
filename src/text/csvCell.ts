/**
 * Text and numbers as parts of a CSV file (RFC 4180) that a spreadsheet opens as well. A spreadsheet takes a cell that
 * begins with "=", "+", "-" or "@" for a formula and computes it; a name can come from somebody else's file. Where
 * the list separator is a semicolon or a tab, a cell begins after each of those too, quoted or not.
 */

/** What begins a formula, also in the width of Chinese and Japanese text. */
const formulaStart = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';
/** Beginnings of cells in any list separator, over blanks and quotes, before what would be a formula. */
const formula = new RegExp(`(^|[,;|])(?=[\\s"]*${formulaStart})`, 'g');

/** One line without controls: a cell or a comment never breaks its line. */
function oneLine(text: string): string {
  return text.replace(/[\p{Control}\p{Surrogate}\u2028\u2029]+/gu, ' ');
}

/** Formulas lose their force by an apostrophe before them, which spreadsheets take for "this is text". */
export function withoutFormula(text: string): string {
  return oneLine(text).replace(formula, "$1'");
}

export type CsvCell = string | number | null;

/** A number as the shortest text that reads back as the same; null and what is no number as an empty cell. */
export function csvCell(cell: CsvCell): string {
  if (cell === null || (typeof cell === 'number' && !Number.isFinite(cell))) return '';
  if (typeof cell === 'number') return String(cell);
  const text = withoutFormula(cell);
  return /[",;]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\n`;
}

/** A line of the header. It is not quoted, so that readers know it by its first character. */
export function csvComment(text: string): string {
  return `# ${withoutFormula(text)}\n`;
}

/**
 * The file. Nothing goes before ASCII, which needs no mark and which every reader understands; a name with other letters
 * needs the byte order mark, without which Excel reads it as of the local code page.
 */
export function csvFile(text: string): string {
  return /^\p{ASCII}*$/u.test(text) ? text : `\ufeff${text}`;
}
