/**
 * `npm run verify [-- tier]`: the largest error of a tier (settled) against the grid-extrapolated answer for the paper's models;
 * for settled, also the distribution of its errors over random models and how good its estimates of them are, and all of it
 * is written into docs/model.md.
 */
import { execFile } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { tierErrors, verifySettled } from '../src/model/accuracy';
import type { Parameters } from '../src/model/parameters/values';
import { speciesKeys } from '../src/model/particles';
import { presets } from '../src/model/presets';
import type { SpeciesKey, Tier } from '../src/model/propagated';
import { tierSettings } from '../src/model/tiers';
import { writeMarkedBlock } from './markedBlock';
import { corners, hardestCorner, randomSets, randomTables, type VerifiedLine } from './verifiedLines';

const pointsPerDecade = 8;
/** Energy bands (GeV) of the columns. */
const bands: Record<SpeciesKey, readonly (readonly [number, number])[]> = {
  p: [
    [0.1, 1],
    [1, 10],
    [10, 1e3],
    [1e3, 1e5],
  ],
  'e-': [
    [0.1, 1],
    [1, 10],
    [10, 1e3],
    [1e3, 1e4],
  ],
};

function tierOf(text: string | undefined): Tier {
  const tiers = Object.keys(tierSettings) as Tier[];
  const found = tiers.find((tier) => tier === (text ?? 'settled'));
  if (found === undefined) throw new Error(`The tier must be one of ${tiers.join(', ')}, not "${text}".`);
  return found;
}

function energiesFor(species: SpeciesKey): Float64Array {
  const [first, last] = [bands[species][0]?.[0] ?? 0.1, bands[species].at(-1)?.[1] ?? 1e4];
  const count = Math.round(Math.log10(last / first) * pointsPerDecade) + 1;
  return Float64Array.from({ length: count }, (_, i) => first * 10 ** (i / pointsPerDecade));
}

/** One process for each processor: models are independent. */
async function verifyRandomModels(): Promise<VerifiedLine[]> {
  const processes = availableParallelism();
  const program = fileURLToPath(new URL('verifyRandom.ts', import.meta.url));
  const run = promisify(execFile);
  const outputs = await Promise.all(
    Array.from({ length: processes }, (_, first) =>
      run(process.execPath, ['--import', 'tsx', program, String(first), String(processes)], {
        maxBuffer: 1e8,
      }),
    ),
  );
  return outputs.flatMap(({ stdout }) =>
    stdout
      .split('\n')
      .filter((line) => line !== '')
      // The cast states what verifyRandom.ts prints.
      .map((line) => JSON.parse(line) as VerifiedLine),
  );
}

function row(name: string, parameters: Parameters, species: SpeciesKey, tier: Tier): string {
  const energies = energiesFor(species);
  try {
    const errors = tierErrors(parameters, species, tier, energies);
    const worst = bands[species].map(([low, high]) => {
      const inside = errors.filter(
        (_, i) => (energies[i] ?? 0) >= low * 0.999 && (energies[i] ?? 0) <= high * 1.001,
      );
      return (100 * inside.reduce((largest, error) => Math.max(largest, Math.abs(error)), 0)).toFixed(2);
    });
    return `| ${name} | ${species} | ${worst.join(' | ')} |`;
  } catch (error) {
    return `| ${name} | ${species} | ${error instanceof Error ? error.message : String(error)} ||||`;
  }
}

function cornerTable(): string[] {
  const percent = (share: number) => (100 * share).toFixed(2);
  const table = [
    '| THM with | species | settled grid | as given | its estimate | refined |',
    '|---|---|---|---|---|---|',
  ];
  for (const [species, changes] of [...corners, hardestCorner]) {
    const parameters = { ...presets.thm.parameters, ...changes };
    const name = Object.entries(changes)
      .map(([id, value]) => `${id} = ${value}`)
      .join(', ');
    try {
      const { own, given, estimate, refinement } = verifySettled(parameters, species);
      const errors = [own, given, estimate].map(percent).join(' | ');
      table.push(`| ${name} | ${species} | ${errors} | ${refinement} times |`);
    } catch (error) {
      table.push(`| ${name} | ${species} | ${error instanceof Error ? error.message : String(error)} ||||`);
    }
  }
  return table;
}

const tier = tierOf(process.argv[2]);
const models: (readonly [string, Parameters])[] = [
  ['THM', presets.thm.parameters],
  ['CM', presets.cm.parameters],
];
const lines = [
  '| model | species | 0.1-1 GeV | 1-10 GeV | 10 GeV-1 TeV | above 1 TeV |',
  '|---|---|---|---|---|---|',
];
console.log(
  `Largest error of tier ${tier} against the grid-extrapolated answer, per cent\n\n${lines.join('\n')}`,
);
for (const [name, parameters] of models) {
  for (const species of speciesKeys) {
    const line = row(name, parameters, species, tier);
    console.log(line);
    lines.push(line);
  }
}
if (tier === 'settled') {
  const cornerLines = cornerTable();
  console.log(`\n${cornerLines.join('\n')}`);
  console.log(
    `\n${randomSets} random models against finer solutions: this takes an hour on two processors\n`,
  );
  const verified = await verifyRandomModels();
  for (const line of verified) if ('outcome' in line) console.log(JSON.stringify(line));
  const tables = randomTables(verified);
  console.log(`\n${tables.join('\n')}`);
  writeMarkedBlock('accuracy', 'npm run verify', [...lines, '', ...cornerLines, '', ...tables].join('\n'));
}
