/** `npx tsx scripts/dragonCurves.ts`: writes public/data/dragon/curves.json from the fixtures of tests/reference. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dragonDocument, dragonFile, formatDragon } from './readDragon';

const document = dragonDocument();
mkdirSync(new URL('.', dragonFile), { recursive: true });
writeFileSync(dragonFile, formatDragon(document));
console.log(`dragon/curves.json: ${document.cases.length} cases`);
