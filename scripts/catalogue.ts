/** `npm run catalogue`: parses every table of public/data and writes the catalogues, and their list, beside them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatCatalogue } from '../src/measurements/catalogue';
import { catalogueFiles, dataFolder, dataReadme, readTables } from './readTables';
import { withTableList } from './tableList';

const everyTable = readTables(dataFolder);
writeFileSync(dataReadme, withTableList(readFileSync(dataReadme, 'utf8'), everyTable));
for (const { file, catalogue } of catalogueFiles(everyTable)) {
  writeFileSync(file, formatCatalogue(catalogue));
  const points = catalogue.tables.reduce((total, table) => total + table.points.length, 0);
  console.log(`${basename(fileURLToPath(file))}: ${catalogue.tables.length} tables, ${points} points`);
}
