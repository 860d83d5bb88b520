/** `npm run catalogue`: parses every table of public/data and writes the catalogues beside them. */
import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatCatalogue } from '../src/measurements/catalogue';
import { catalogueFiles, dataFolder, readTables } from './readTables';

for (const { file, catalogue } of catalogueFiles(readTables(dataFolder))) {
  writeFileSync(file, formatCatalogue(catalogue));
  const points = catalogue.tables.reduce((total, table) => total + table.points.length, 0);
  console.log(`${basename(fileURLToPath(file))}: ${catalogue.tables.length} tables, ${points} points`);
}
