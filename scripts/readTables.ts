/** Reads the published tables of a folder into a catalogue (Node only). */
import { readdirSync, readFileSync } from 'node:fs';
import { parseTable } from '../src/measurements/parseTable';
import { type Catalogue, catalogueNames, catalogueOf, tableById } from '../src/measurements/tables';
import { type MeasuredTable, quantities } from '../src/measurements/tableTypes';

export const dataFolder = new URL('../public/data/', import.meta.url);
export const dataReadme = new URL('README.md', dataFolder);

/** The documents that `npm run catalogue` writes, each with the tables it holds. */
export function catalogueFiles(catalogue: Catalogue): readonly { file: URL; catalogue: Catalogue }[] {
  return catalogueNames.map((name) => ({
    file: new URL(`${name}.json`, dataFolder),
    catalogue: { tables: catalogue.tables.filter((table) => catalogueOf(table.quantity) === name) },
  }));
}

function readTable(folder: URL, name: string): MeasuredTable {
  const parsed = parseTable(readFileSync(new URL(name, folder), 'utf8'));
  if (!parsed.ok) throw new Error(`${name}: ${parsed.reason}`);
  if (`${parsed.value.id}.csv` !== name)
    throw new Error(`${name}: the file of ${parsed.value.id} must carry its id`);
  return parsed.value;
}

/**
 * All tables of a folder, by quantity, year and id. Throws, naming file and line, on the first table that does
 * not parse, is not named after its id, or calls itself a duplicate of a table that is not there.
 */
export function readTables(folder: URL): Catalogue {
  const names = readdirSync(folder).filter((name) => name.endsWith('.csv'));
  const rank = (table: MeasuredTable) => quantities.indexOf(table.quantity);
  const tables = names
    .map((name) => readTable(folder, name))
    .sort((one, two) => rank(one) - rank(two) || one.year - two.year || (one.id < two.id ? -1 : 1));
  for (const { id, duplicateOf } of tables) {
    if (duplicateOf !== null && !tableById({ tables }, duplicateOf)) {
      throw new Error(`${id}.csv: duplicateOf names ${duplicateOf}, which does not exist`);
    }
  }
  return { tables };
}
