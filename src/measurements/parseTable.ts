/**
 * The project's CSV format for one published table: `# key: value` header lines, one line of column names, then
 * one line per point. An empty cell means the source gives no such number. public/data/README.md describes it.
 */
import * as v from 'valibot';
import { dataNumber } from '../text/number';
import { printable } from '../text/printable';
import { checkTable } from './checkTable';
import { firstIssue, headerEntries, publicationSchema } from './tableSchema';
import type { MeasuredPoint, MeasuredTable, Result } from './tableTypes';

/** The columns of a table file, in order. */
export const csvColumns = [
  'x',
  'x_low',
  'x_high',
  'flux',
  'stat_low',
  'stat_high',
  'sys_low',
  'sys_high',
] as const;

const yesOrNo = v.pipe(
  v.picklist(['yes', 'no']),
  v.transform((answer) => answer === 'yes'),
);
const numberFromText = v.pipe(v.string(), v.transform(dataNumber), v.number('must be a number'));

const headerSchema = v.strictObject({
  ...headerEntries,
  year: v.pipe(numberFromText, headerEntries.year),
  drawByDefault: yesOrNo,
  /** Abscissae, separated by commas, of the points that must not enter a chi2. */
  leaveOutOfChi2: v.optional(
    v.pipe(
      v.string(),
      v.transform((list) => list.split(',').flatMap((item) => item.trim() || [])),
      v.array(numberFromText),
    ),
    '',
  ),
  publication: publicationSchema.entries.citation,
  doi: publicationSchema.entries.doi,
  bibcode: publicationSchema.entries.bibcode,
});

class Refusal extends Error {}

function parseCell(text: string, line: number, column: string): number | null {
  if (text === '') return null;
  const value = dataNumber(text);
  if (value === null)
    throw new Refusal(`line ${line}: ${column} must be a number or empty, not "${printable(text)}"`);
  return value;
}

function parseRow(text: string, line: number, leaveOut: ReadonlySet<number>): MeasuredPoint {
  const cells = text.split(',').map((cell) => cell.trim());
  if (cells.length !== csvColumns.length) {
    throw new Refusal(`line ${line}: ${csvColumns.length} cells expected, ${cells.length} found`);
  }
  const cell = (index: number) => parseCell(cells[index]!, line, csvColumns[index]!);
  const x = cell(0);
  const y = cell(3);
  if (x === null || y === null) throw new Refusal(`line ${line}: x and flux must not be empty`);
  return {
    x,
    xLow: cell(1),
    xHigh: cell(2),
    y,
    statLow: cell(4),
    statHigh: cell(5),
    sysLow: cell(6),
    sysHigh: cell(7),
    leftOutOfChi2: leaveOut.has(x),
  };
}

function readHeader(lines: readonly string[]): Record<string, string> {
  const header: Record<string, string> = {};
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith('#')) continue;
    // The blanks before a value are trimmed and not matched: a pattern that could share them out would take its time.
    const match = /^#\s*(\w+):(.*)$/s.exec(line);
    if (!match) throw new Refusal(`line ${index + 1}: a header line reads "# key: value"`);
    const [, key, value] = match as unknown as [string, string, string]; // both groups always take part
    if (Object.hasOwn(header, key)) throw new Refusal(`line ${index + 1}: ${key} is given twice`);
    header[key] = value.trim();
  }
  return header;
}

function parse(text: string): MeasuredTable {
  const lines = text.split(/\r?\n/);
  const parsed = v.safeParse(headerSchema, readHeader(lines));
  if (!parsed.success) throw new Refusal(`header: ${firstIssue(parsed.issues)}`);
  const { publication, doi, bibcode, leaveOutOfChi2, ...header } = parsed.output;
  const body = lines
    .map((content, index) => ({ content: content.trim(), line: index + 1 }))
    .filter(({ content }) => content !== '' && !content.startsWith('#'));
  const [columns, ...rows] = body;
  if (columns?.content !== csvColumns.join(',')) {
    throw new Refusal(`line ${columns?.line ?? lines.length}: the columns must be ${csvColumns.join(',')}`);
  }
  if (rows.length === 0) throw new Refusal('the table has no points');
  const leaveOut = new Set(leaveOutOfChi2);
  const points = rows.map(({ content, line }) => parseRow(content, line, leaveOut));
  const abscissae = new Set(points.map(({ x }) => x));
  const absent = leaveOutOfChi2.find((x) => !abscissae.has(x));
  if (absent !== undefined)
    throw new Refusal(`header: leaveOutOfChi2 names x = ${absent}, where no point is`);
  return { ...header, publications: [{ citation: publication, doi, bibcode }], derivedFrom: [], points };
}

/** Parses one table file. The reason of a refusal names the line or the header key. */
export function parseTable(text: string): Result<MeasuredTable> {
  try {
    const table = parse(text);
    const complaint = checkTable(table);
    return complaint === null ? { ok: true, value: table } : { ok: false, reason: complaint };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, reason: error.message };
    throw error;
  }
}
