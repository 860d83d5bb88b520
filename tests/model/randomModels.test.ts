/** Any model inside the table's ranges has a positive answer, or an error that says why not. Never NaN. */
import { type Arbitrary, constantFrom, integer, record, sample } from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ParameterDefinition } from '../../src/model/parameters/definition';
import { parameterTable } from '../../src/model/parameters/parameterTable';
import type { Parameters } from '../../src/model/parameters/values';
import { propagate } from '../../src/model/propagate';
import type { SpeciesKey } from '../../src/model/propagated';
import { SolverError } from '../../src/solver/errors';
import { many } from './sweep';

function valueWithin(entry: ParameterDefinition): Arbitrary<number | string> {
  if (entry.kind === 'switch') return constantFrom('on', 'off');
  if (entry.kind === 'choice') return constantFrom(...entry.options.map(({ value }) => value));
  const { minimum, maximum } = entry;
  // Even steps: doubles would crowd at zero.
  const share = integer({ min: 0, max: 1e6 }).map((step) => step / 1e6);
  return entry.kind === 'log'
    ? share.map((u) => minimum * (maximum / minimum) ** u)
    : share.map((u) => minimum + u * (maximum - minimum));
}

/** One value of the right kind for every id of the table. */
// The cast states what `record` does with the table's ids.
const anyModel = record(
  Object.fromEntries(parameterTable.map((entry) => [entry.id, valueWithin(entry)])),
) as unknown as Arbitrary<Parameters>;

const count = many(24, 100);

/** In units of the injection cutoff: beyond it an answer may be zero. */
const beyondCutoff = 10;

/** What is wrong with the answer to a model; undefined if nothing is. */
function complaint(parameters: Parameters, species: SpeciesKey): string | undefined {
  const { kineticEnergyGeV, flux } = propagate({ parameters, species, tier: 'live' });
  const cutoff = parameters[species === 'p' ? 'p.rhoCut' : 'e.rhoCut'];
  for (let i = 0; i < flux.length; i++) {
    const energy = kineticEnergyGeV[i]!;
    const sound = energy > beyondCutoff * cutoff ? flux[i]! >= 0 : flux[i]! > 0;
    if (!sound || flux[i] === Number.POSITIVE_INFINITY) return `${flux[i]} at ${energy.toPrecision(3)} GeV`;
  }
  return undefined;
}

describe.each(['p', 'e-'] as const)(`${count} random models of %s`, (species) => {
  test('have a finite, positive spectrum or a typed error', { timeout: 600_000 }, () => {
    const unsound: unknown[] = [];
    const refused: unknown[] = [];
    for (const parameters of sample(anyModel, { seed: 1504, numRuns: count })) {
      try {
        const reason = complaint(parameters, species);
        if (reason !== undefined) unsound.push({ reason, parameters });
      } catch (error) {
        if (!(error instanceof SolverError)) throw error;
        refused.push(parameters);
      }
    }
    expect(unsound).toEqual([]);
    // An error is honest, but no excuse: only where diffusion is slowest, the halo thickest, and losses are off.
    expect(refused.length).toBeLessThanOrEqual(count / 20);
  });
});
