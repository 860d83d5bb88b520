/** The parameter table as Markdown, for docs/model.md. Pure. */

import { type ParameterDefinition, parameterGroups } from '../src/model/parameters/definition';
import { parameterHelp } from '../src/model/parameters/parameterHelp';
import { parameterTable } from '../src/model/parameters/parameterTable';
import { comparisonTable } from '../src/model/parameters/table/comparison';
import {
  allowedValues,
  type ExplorerParameterId,
  formatNumber,
  isNumberParameter,
} from '../src/model/parameters/values';
import { nearbyTable } from './nearbyTable';

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function parameterRow(entry: ParameterDefinition): string {
  const standard = isNumberParameter(entry) ? formatNumber(entry.standard) : entry.standard;
  const cells = [`\`${entry.id}\``, entry.symbol.plain, standard, allowedValues(entry)];
  // The cast: ids of both tables are the keys of the help.
  const { definition, source } = parameterHelp[entry.id as ExplorerParameterId];
  return row([...cells, definition, source]);
}

function table(heading: string, entries: readonly ParameterDefinition[]): readonly string[] {
  return [
    `#### ${heading}`,
    '',
    row(['id', 'symbol', 'standard', 'allowed', 'what it is', 'source']),
    row(Array.from({ length: 6 }, () => '---')),
    ...entries.map(parameterRow),
    '',
  ];
}

function parameterTables(): string {
  const groups = parameterGroups.flatMap(({ id, label }) =>
    table(
      label,
      parameterTable.filter((entry) => entry.group === id),
    ),
  );
  return [...groups, ...table("The explorer's second curve (CM)", comparisonTable)].join('\n');
}

/** A document with the block between two marks replaced. Throws if it has none. */
function withBlock(document: string, name: string, content: string): string {
  const blockStart = `<!-- ${name}: written by npm run docs -->`;
  const blockEnd = `<!-- end of ${name} -->`;
  const start = document.indexOf(blockStart);
  const end = document.indexOf(blockEnd);
  if (start < 0 || end < start)
    throw new Error(`The document needs the lines ${blockStart} and ${blockEnd}.`);
  const head = document.slice(0, start + blockStart.length);
  return `${head}\n\n${content}\n${document.slice(end)}`;
}

/** A document with its parameters and its catalogue of nearby sources brought up to date. */
export function withParameterTables(document: string): string {
  return withBlock(
    withBlock(document, 'parameters', parameterTables()),
    'nearby sources',
    `${nearbyTable()}\n`,
  );
}
