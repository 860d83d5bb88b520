/** `npm run verify`: the error of a tier against the grid-extrapolated answer, for the paper's models and random ones. */
import { randomModel, seededRandom, tierErrors } from '../src/model/accuracy';
import type { Parameters } from '../src/model/parameters';
import { presets } from '../src/model/presets';
import type { SpeciesKey, Tier } from '../src/model/propagated';

const tier = (process.argv[2] ?? 'settled') as Tier;
const randomSets = Number(process.argv[3] ?? 20);
const pointsPerDecade = 8;

/** Energy bands (GeV) of the table's columns. */
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

const random = seededRandom(20150427);
const models: (readonly [string, Parameters])[] = [
  ['thm', presets.thm.parameters],
  ['cm', presets.cm.parameters],
  ...Array.from({ length: randomSets }, (_, i) => [`random ${i + 1}`, randomModel(random)] as const),
];

console.log(`Largest error of the ${tier} tier against the grid-extrapolated answer, per cent\n`);
console.log('| model | species | 0.1-1 GeV | 1-10 GeV | 10 GeV-1 TeV | above 1 TeV |');
console.log('|---|---|---|---|---|---|');
for (const [name, parameters] of models) {
  for (const species of ['p', 'e-'] as const) {
    const last = bands[species].at(-1)![1];
    const energies = Float64Array.from(
      { length: Math.round(Math.log10(last / 0.1) * pointsPerDecade) + 1 },
      (_, i) => 0.1 * 10 ** (i / pointsPerDecade),
    );
    try {
      const errors = tierErrors(parameters, species, tier, energies);
      const worst = bands[species].map(([low, high]) => {
        let largest = 0;
        energies.forEach((energy, i) => {
          if (energy >= low * 0.999 && energy <= high * 1.001)
            largest = Math.max(largest, Math.abs(errors[i]!));
        });
        return (100 * largest).toFixed(2);
      });
      console.log(`| ${name} | ${species} | ${worst.join(' | ')} |`);
    } catch (error) {
      console.log(`| ${name} | ${species} | ${error instanceof Error ? error.message : String(error)} |`);
    }
  }
}
