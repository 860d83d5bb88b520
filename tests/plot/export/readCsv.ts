/** A reader of the exported CSV, written without the writer: comments, one header line, quoted cells. */
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
  const lines = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) =>
      quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'),
    );
  const names = cells(lines[0] ?? '');
  // The cast: a file without one of the columns fails in the test that reads it.
  return lines
    .slice(1)
    .map((line) => Object.fromEntries(cells(line).map((cell, at) => [names[at], cell])) as unknown as Row);
}
