/** The tables of cross sections in src/physics, by file, as those in scripts/tables make them (Node only). */
import { readFileSync } from 'node:fs';
import { aafragTable } from './aafragTable';
import { spallationTable } from './spallationTable';

const read = (name: string) => readFileSync(new URL(`tables/${name}.csv`, import.meta.url), 'utf8');

export function crossSectionFiles(): Readonly<Record<string, string>> {
  return {
    'src/physics/aafragTable.ts': aafragTable(read('aafrag-pp')),
    'src/physics/spallationEvoli2020.ts': spallationTable(
      'spallation-evoli2020',
      'Evoli, Gaggero, Vissani & Mosca 2018 (JCAP 07, 006) and Evoli, Aloisio & Blasi 2019 (PRD 99, 103023).',
      read('spallation-evoli2020'),
    ),
    'src/physics/spallationGalprop12.ts': spallationTable(
      'spallation-galprop12',
      'GALPROP 2017, option 12, as in Genolini et al. 2018 (PRC 98, 034611). Little lithium from neon and silicon; 50 mb of O16 -> C13.',
      read('spallation-galprop12'),
    ),
  };
}
