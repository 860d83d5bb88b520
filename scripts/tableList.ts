/** The list of all tables in public/data/README.md, which `npm run catalogue` writes. Pure. */
import type { Catalogue } from '../src/measurements/tables';
import type { MeasuredTable } from '../src/measurements/tableTypes';

const start = '<!-- tables: written by npm run catalogue -->';
const end = '<!-- end of tables -->';

function row(table: MeasuredTable): string {
  const { quantity, id, axis, xUnit, points, errors, drawByDefault } = table;
  const range = `${points[0]?.x} to ${points.at(-1)?.x} ${xUnit}`;
  const cells = [quantity, `\`${id}\``, axis, points.length, range, errors, drawByDefault ? 'yes' : ''];
  return `| ${cells.join(' | ')} |`;
}

/** A document with its list brought up to date. */
export function withTableList(document: string, { tables }: Catalogue): string {
  const [before, rest] = document.split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`public/data/README.md lacks the lines ${start} and ${end}.`);
  const head = ['| quantity | table | axis | points | x | errors | drawn |', '|---|---|---|---|---|---|---|'];
  return `${before}${start}\n\n${[...head, ...tables.map(row)].join('\n')}\n\n${end}${after}`;
}
