/** Reads DRAGON's curves from the fixtures of tests/reference into the document that the page fetches (Node only). */
import { readFileSync } from 'node:fs';
import type { DragonDocument, DragonGrade } from '../src/measurements/dragonCurves';

export const dragonFile = new URL('../public/data/dragon/curves.json', import.meta.url);
const fixtures = new URL('../tests/reference/fixtures/', import.meta.url);

const cases = [
  { model: 'thm', species: 'p', file: 'thm-p' },
  { model: 'cm', species: 'p', file: 'cm-p' },
  { model: 'thm', species: 'e-', file: 'thm-e' },
  { model: 'cm', species: 'e-', file: 'cm-e' },
] as const;

const files: Record<DragonGrade, string> = { default: 'default', fine: 'fine', converged: 'spectrum' };

/** Kinetic energies (GeV) that all three grades reach; beyond, electrons have died out. */
const energies = { from: 0.1, to: { p: 1.1e5, 'e-': 3e4 } } as const;

interface Fixture {
  readonly comments: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function fixture(name: string): Fixture {
  const lines = readFileSync(new URL(name, fixtures), 'utf8').trim().split('\n');
  return {
    comments: lines.filter((line) => line.startsWith('#')).map((line) => line.slice(1).trim()),
    rows: lines.filter((line) => !line.startsWith('#')).map((line) => line.split(',')),
  };
}

type Row = [energyGeV: number, density: number];

function curve(file: string, grade: DragonGrade, species: 'p' | 'e-'): Row[] {
  return fixture(`dragon-${file}-${files[grade]}.csv`)
    .rows.map((cells): Row => [Number(cells[0]), Number(cells[1])])
    .filter(([energy]) => energy >= energies.from && energy <= energies.to[species]);
}

/** Six digits, the last printed by DRAGON; "nan" is no number. */
function numberOrNull(text: string | undefined): number | null {
  const value = Number(text);
  if (text === undefined || Number.isNaN(value)) return null;
  // JSON has no minus zero.
  return value === 0 ? 0 : value;
}

type CauseRow = DragonDocument['cases'][number]['causes'][number];

function causes(file: string): CauseRow[] {
  return fixture('dragon-errors-by-cause.csv')
    .rows.filter(([name]) => name === file)
    .map(([, energy, ...cells]): CauseRow => {
      const [time, z, conservative, lowest, step, total, shape] = cells.map(numberOrNull);
      return [
        Number(energy),
        time ?? null,
        z ?? null,
        conservative ?? null,
        lowest ?? null,
        step ?? null,
        total ?? null,
        shape ?? null,
      ];
    });
}

export function dragonDocument(): DragonDocument {
  const converged = fixture('dragon-thm-p-spectrum.csv').comments;
  const settingsOf = (grade: DragonGrade) => fixture(`dragon-thm-p-${grade}.csv`).comments[1] ?? '';
  return {
    version: 1,
    provenance: converged.filter((line) => !line.startsWith('Ek_GeV')),
    settings: {
      default: settingsOf('default'),
      fine: settingsOf('fine'),
      converged: converged.slice(1, 3).join(' '),
    },
    cases: cases.map(({ model, species, file }) => ({
      model,
      species,
      curves: {
        default: curve(file, 'default', species),
        fine: curve(file, 'fine', species),
        converged: curve(file, 'converged', species),
      },
      causes: causes(file),
    })),
  };
}

/** One row of numbers on a line, so that a change is seen in a difference of versions. */
export function formatDragon(document: DragonDocument): string {
  const rows = /\[\n\s+([^[\]{}"]+?)\n\s+\]/g;
  const text = JSON.stringify(document, null, 1).replace(
    rows,
    (_, inner: string) => `[${inner.replace(/\s+/g, ' ')}]`,
  );
  return `${text}\n`;
}
