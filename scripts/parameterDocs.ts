/** `npm run docs`: brings the parameter table of docs/model.md up to date with src/model/parameters/parameterTable.ts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { withParameterTables } from './parameterTables';

const file = new URL('../docs/model.md', import.meta.url);
const document = readFileSync(file, 'utf8');
const updated = withParameterTables(document);
if (updated === document) console.log('docs/model.md: up to date');
else {
  writeFileSync(file, updated);
  console.log('docs/model.md: parameter table written');
}
