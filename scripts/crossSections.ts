/** `npx tsx scripts/crossSections.ts`: writes the tables of cross sections in src/physics of those in scripts/tables. */
import { writeFileSync } from 'node:fs';
import { crossSectionFiles } from './crossSectionFiles';

for (const [file, text] of Object.entries(crossSectionFiles())) {
  writeFileSync(file, text);
  console.log(`${file}: ${text.length} bytes`);
}
