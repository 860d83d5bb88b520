/** What the processes of `npm run verify` tell each other, and the table it makes. */
import type { Verified } from '../src/model/accuracy';
import type { Parameters } from '../src/model/parameters/values';
import { speciesKeys } from '../src/model/particles';
import type { SpeciesKey } from '../src/model/propagated';
import { acceptedError } from '../src/model/refinement';

export const randomSeed = 20261128;
export const randomSets = 400;

type Corner = readonly [SpeciesKey, Partial<Parameters>];

/** Changes of the THM that were wrong in silence, or did not converge, before answers knew their error. */
export const corners = [
  ['e-', { D0: 1e28, 'e.alpha0': 2.5 }],
  ['e-', { D0: 2e28, 'e.alpha0': 2.5 }],
  ['p', { D0: 1e28, xi: 0.125 }],
  ['e-', { D0: 1e28, xi: 0.125 }],
  ['e-', { profile: 'step', 'e.alpha0': 3.5 }],
  ['p', { xi: 0.9, L: 8.447, R: 12.176 }],
  ['e-', { xi: 0.9, L: 8.447, R: 12.176 }],
  ['e-', { 'e.rhoCut': 1e3, D0: 1e28, L: 12 }],
  ['p', { xi: 0.4258, L: 8.3941, eta: 1.4176, vA: 2.6972, gas: 'bronfmanFerriere' }],
] as const satisfies readonly Corner[];

/** Where the error is largest today, on the finest grid. */
export const hardestCorner = ['e-', { D0: 1e28, 'e.alpha0': 3.5 }] as const satisfies Corner;

interface Asked {
  readonly model: number;
  readonly species: SpeciesKey;
}
interface NotSolved extends Asked {
  /** Refused before the solve, not converged, or solved without anything finer that it could be held against. */
  readonly outcome: 'refused' | 'notConverged' | 'nothingFiner';
  readonly reason: string;
}
export type VerifiedLine = (Asked & Verified) | NotSolved;

/** The value below which a share of the values lies. */
function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

const percent = (value: number) => (100 * value).toFixed(2);

function distribution(values: readonly number[]): string {
  return [0.5, 0.9, 0.95, 1].map((share) => percent(quantile(values, share))).join(' | ');
}

/** Distribution of errors over the random models, and how good their estimates are, as tables. */
export function randomTables(lines: readonly VerifiedLine[]): string[] {
  const errors = [
    '| species | answer | models | median | 90 % | 95 % | worst |',
    '|---|---|---|---|---|---|---|',
  ];
  const estimates = [
    '| species | true error at most twice the estimate | largest ratio of error to estimate | refined | still estimated above 1 % | not held against anything finer | refused | not converged |',
    '|---|---|---|---|---|---|---|---|',
  ];
  for (const species of speciesKeys) {
    const own = lines.filter((line) => line.species === species);
    const solved = own.filter((line) => 'given' in line);
    const unsolved = own.filter((line) => 'outcome' in line);
    const count = (outcome: NotSolved['outcome']) =>
      unsolved.filter((line) => line.outcome === outcome).length;
    errors.push(
      `| ${species} | settled grid | ${solved.length} | ${distribution(solved.map((line) => line.own))} |`,
      `| ${species} | as given, refined where its estimate asked for it | ${solved.length} | ${distribution(solved.map((line) => line.given))} |`,
    );
    const ratios = solved.map((line) => line.given / line.estimate);
    const honest = ratios.filter((ratio) => ratio <= 2).length;
    const refined = solved.filter((line) => line.refinement > 0).length;
    const above = solved.filter((line) => line.estimate > acceptedError).length;
    estimates.push(
      `| ${species} | ${honest} of ${solved.length} | ${Math.max(...ratios).toFixed(2)} | ${refined} | ${above} | ${count('nothingFiner')} | ${count('refused')} | ${count('notConverged')} |`,
    );
  }
  return [...errors, '', ...estimates];
}
