/** What an answer says of its own error: models that are hard on their first grid, models at random, and the presets. */

import { describe, expect, test } from 'vitest';
import { corners, randomSeed } from '../../scripts/verifiedLines';
import { randomModel, seededRandom } from '../../src/model/accuracy';
import { estimatedRangeGeV, type GalacticDensity } from '../../src/model/galaxy';
import type { Parameters } from '../../src/model/parameters/values';
import { particles } from '../../src/model/particles';
import { presets } from '../../src/model/presets';
import {
  densityAt,
  propagate,
  propagateNear,
  solveAccurately,
  spectrumAtSun,
} from '../../src/model/propagate';
import type { SpeciesKey } from '../../src/model/propagated';
import { acceptedError } from '../../src/model/refinement';
import { transported } from '../../src/model/transported';
import { sunRadiusKpc } from '../../src/physics/units';
import { model } from './solvedModels';
import { many } from './sweep';

/** An estimate is a scale, not a bound: where it is calibrated (`npm run verify`), nearly all errors are within twice of it. */
const withinEstimates = 2;
/** In units of the injection cutoff: beyond it an answer may be zero. */
const beyondCutoff = 10;
const perDecade = 10;

function solve(parameters: Parameters, species: SpeciesKey, refinement: number): GalacticDensity {
  return solveAccurately({ parameters, species, tier: 'settled', refinement });
}

/** Largest relative difference at the energies that an estimate speaks for. */
function farthest(
  parameters: Parameters,
  species: SpeciesKey,
  one: GalacticDensity,
  other: GalacticDensity,
): number {
  const [lowest, highest] = estimatedRangeGeV(transported(parameters, species));
  const count = Math.floor(Math.log10(highest / lowest) * perDecade) + 1;
  const energies = Float64Array.from({ length: count }, (_, i) => lowest * 10 ** (i / perDecade));
  const [first, second] = [one, other].map((solution) =>
    densityAt(solution, species, energies, sunRadiusKpc, 0),
  );
  return energies.reduce((most, _, i) => Math.max(most, Math.abs(first![i]! / second![i]! - 1)), 0);
}

function expectPositive(parameters: Parameters, species: SpeciesKey, solution: GalacticDensity): void {
  const { kineticEnergyGeV, flux } = spectrumAtSun(solution, species);
  const end = beyondCutoff * parameters[particles[species].cutoff];
  const unsound = [...flux.keys()].filter(
    (i) => kineticEnergyGeV[i]! <= end && !(flux[i]! > 0 && flux[i]! < Number.POSITIVE_INFINITY),
  );
  expect(unsound.map((i) => `${flux[i]} at ${kineticEnergyGeV[i]!.toPrecision(3)} GeV`)).toEqual([]);
}

describe('models that are hard on their first grid', () => {
  test.each(corners)('%s in %j: positive, and what is off says so', (species, changes) => {
    const parameters = model(changes);
    const own = solve(parameters, species, 0);
    const finer = solve(parameters, species, 2);
    expectPositive(parameters, species, own);
    const off = farthest(parameters, species, own, finer);
    const { errorEstimate } = own.report;
    expect(off).toBeLessThan(withinEstimates * (errorEstimate + finer.report.errorEstimate));
    if (off > acceptedError) expect(errorEstimate).toBeGreaterThan(acceptedError);
  });
});

const count = many(2, 6);

test(`${count} random models are off by no more than twice their estimates`, { timeout: 600_000 }, () => {
  const random = seededRandom(816);
  const beyond: unknown[] = [];
  for (let drawn = 0; drawn < count; drawn++) {
    const parameters = randomModel(random, 1, 'random');
    const species = drawn % 2 === 0 ? 'p' : 'e-';
    const own = solve(parameters, species, 0);
    const finer = solve(parameters, species, 2);
    const off = farthest(parameters, species, own, finer);
    const estimate = own.report.errorEstimate;
    if (!(off <= withinEstimates * estimate + finer.report.errorEstimate))
      beyond.push({ drawn, species, off, estimate, finer: finer.report.errorEstimate });
  }
  expect(beyond).toEqual([]);
});

describe.each(['thm', 'cm'] as const)('the preset %s', (preset) => {
  test.each(['p', 'e-'] as const)('is solved once: %s', (species) => {
    const { parameters } = presets[preset];
    const request = { parameters, species, tier: 'settled' } as const;
    for (const answer of [propagate(request), propagateNear(request)]) {
      expect(answer.report.errorEstimate).toBeLessThan(acceptedError);
      expect(answer.report.refinement).toBe(0);
    }
  });
});

test('electrons injected as steeply as can be where they diffuse slowest know how little they know', () => {
  const parameters = model({ D0: 1e28, 'e.alpha0': 3.5 });
  const own = solve(parameters, 'e-', 0);
  expectPositive(parameters, 'e-', own);
  expect(own.report.errorEstimate).toBeGreaterThan(5 * acceptedError);
});

describe('an answer that was refined', () => {
  // One of the models of `npm run verify` whose own grid is 7 % off.
  const random = seededRandom(randomSeed);
  const drawn = Array.from({ length: 41 }, () => randomModel(random, 1, 'random'));
  const parameters = drawn.at(-1) ?? model({});
  const request = { parameters, species: 'e-', tier: 'settled' } as const;
  const energies = Float64Array.from([0.3, 1, 3, 10, 30]);
  const at = (solution: GalacticDensity) => densityAt(solution, 'e-', energies, sunRadiusKpc, 0);
  const refined = solve(parameters, 'e-', 1);

  test('is nearer to vanishing cells for being extrapolated', () => {
    const limit = at(solve(parameters, 'e-', 3));
    const error = (solution: GalacticDensity) =>
      at(solution).reduce((most, value, i) => Math.max(most, Math.abs(value / limit[i]! - 1)), 0);
    const { extrapolation, ...plain } = refined;
    expect(extrapolation).toBeDefined();
    expect(error(refined)).toBeLessThan(0.5 * error(plain));
  });

  test('is the same asked for at once or one after the other', () => {
    for (const refinement of [0, 1]) propagateNear({ ...request, refinement });
    const one = propagateNear({ ...request, refinement: 2 });
    const other = propagate({ ...request, refinement: 2 });
    // Residuals of 1e-5 are all that may differ.
    for (let i = 0; i < one.flux.length; i++)
      if ((one.kineticEnergyGeV[i] ?? 0) < 1e4)
        expect(Math.abs((one.flux[i] ?? Number.NaN) / (other.flux[i] ?? Number.NaN) - 1)).toBeLessThan(2e-3);
  });
});
