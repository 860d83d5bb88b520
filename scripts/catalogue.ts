/** `npm run catalogue`: parses every table of public/data and writes catalogue.json beside them. */
import { writeFileSync } from 'node:fs';
import { formatCatalogue } from '../src/measurements/catalogue';
import { catalogueFile, dataFolder, readTables } from './readTables';

const catalogue = readTables(dataFolder);
writeFileSync(catalogueFile, formatCatalogue(catalogue));
const points = catalogue.tables.reduce((total, table) => total + table.points.length, 0);
console.log(`catalogue.json: ${catalogue.tables.length} tables, ${points} points`);
