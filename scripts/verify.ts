/**
 * `npm run verify [-- tier]`: the largest error of a tier (settled) against the grid-extrapolated answer, for the paper's
 * models and for 20 random ones; for settled, written into docs/model.md.
 */
import { randomModel, seededRandom, tierErrors } from '../src/model/accuracy';
import type { Parameters } from '../src/model/parameters';
import { presets } from '../src/model/presets';
import type { SpeciesKey, Tier } from '../src/model/propagated';
import { tierSettings } from '../src/model/tiers';
import { writeMarkedBlock } from './markedBlock';

const randomSets = 20;
/** Random models: every slider within a quarter of its track from the paper's value, every choice at random. */
const reach = 0.25;
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

const tier = tierOf(process.argv[2]);
const random = seededRandom(20150427);
const models: (readonly [string, Parameters])[] = [
  ['THM', presets.thm.parameters],
  ['CM', presets.cm.parameters],
  ...Array.from({ length: randomSets }, (_, i) => [`random ${i + 1}`, randomModel(random, reach)] as const),
];
const lines = [
  '| model | species | 0.1-1 GeV | 1-10 GeV | 10 GeV-1 TeV | above 1 TeV |',
  '|---|---|---|---|---|---|',
];
console.log(
  `Largest error of tier ${tier} against the grid-extrapolated answer, per cent\n\n${lines.join('\n')}`,
);
for (const [name, parameters] of models) {
  for (const species of ['p', 'e-'] as const) {
    const line = row(name, parameters, species, tier);
    console.log(line);
    lines.push(line);
  }
}
if (tier === 'settled') writeMarkedBlock('accuracy', 'npm run verify', lines.join('\n'));
