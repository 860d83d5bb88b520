/** A reader of the exported CSV, written without the writer: comments, one header line, quoted cells. */
import { recordsOf } from '../../text/readRecords';

export type Column =
  | 'kind'
  | 'name'
  | 'x'
  | 'x_low'
  | 'x_high'
  | 'flux'
  | 'stat_low'
  | 'stat_high'
  | 'sys_low'
  | 'sys_high';

export type Row = Readonly<Record<Column, string>>;

export function rowsOf(csv: string): readonly Row[] {
  const lines = csv.replace(/^\ufeff/, '').split('\n');
  const body = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const [names = [], ...records] = recordsOf(`${body.join('\n')}\n`);
  for (const record of records)
    if (record.length !== names.length) throw new Error(`Not ${names.length} cells: ${record.join('|')}`);
  // The cast: a file without one of the columns fails in the test that reads it.
  return records.map(
    (record) => Object.fromEntries(record.map((cell, at) => [names[at], cell])) as unknown as Row,
  );
}
