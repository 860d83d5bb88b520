/** `npx tsx scripts/aafrag.ts`: writes src/physics/aafragTable.ts of scripts/tables/aafrag-pp.csv. */
import { readFileSync, writeFileSync } from 'node:fs';
import { aafragTable } from './aafragTable';

const text = aafragTable(readFileSync(new URL('tables/aafrag-pp.csv', import.meta.url), 'utf8'));
writeFileSync(new URL('../src/physics/aafragTable.ts', import.meta.url), text);
console.log(`aafragTable.ts: ${text.length} bytes`);
