/** What the processes of `npm run verify` tell each other, and the table it makes. */
import type { Verified } from '../src/model/accuracy';
import type { SpeciesKey } from '../src/model/propagated';
import { acceptedError } from '../src/model/refinement';
import type { SolverError } from '../src/solver/errors';

export const speciesKeys = ['p', 'e-'] as const satisfies readonly SpeciesKey[];

export const randomSeed = 20261128;
export const randomSets = 400;

interface Asked {
  readonly model: number;
  readonly species: SpeciesKey;
}
interface NotSolved extends Asked {
  /** Refused before the solve, not converged, or solved without anything finer that it could be held against. */
  readonly outcome: SolverError['kind'] | 'nothingFiner';
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
