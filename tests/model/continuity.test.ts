/** Small steps of a slider are small steps of a curve: grids move continuously, and where a solve starts from hardly shows. */

import { describe, expect, test } from 'vitest';
import { estimatedRangeGeV } from '../../src/model/galaxy';
import type { Parameters } from '../../src/model/parameters/values';
import { propagate, propagateNear } from '../../src/model/propagate';
import type { SpeciesKey } from '../../src/model/propagated';
import { transported } from '../../src/model/transported';
import { model } from './solvedModels';
import { many } from './sweep';

/** Promised, per cent. */
const promised = 0.2;

/** ln of the flux at the energies for which errors are estimated. */
function logFlux(parameters: Parameters, species: SpeciesKey, solve = propagateNear): number[] {
  const { kineticEnergyGeV, flux } = solve({ parameters, species, tier: 'settled', refinement: 0 });
  const [lowest, highest] = estimatedRangeGeV(transported(parameters, species));
  return [...flux]
    .filter((_, i) => kineticEnergyGeV[i]! >= lowest && kineticEnergyGeV[i]! <= highest)
    .map(Math.log);
}

/** Largest second difference of the flux over steps of one parameter, per cent: what is not a steady movement. */
function largestJump(values: readonly number[], id: keyof Parameters, species: SpeciesKey): number {
  const curves = values.map((value) => logFlux(model({ [id]: value }), species));
  let largest = 0;
  for (let i = 1; i < curves.length - 1; i++)
    curves[i]!.forEach((here, k) => {
      const change = curves[i + 1]![k]! + curves[i - 1]![k]! - 2 * here;
      largest = Math.max(largest, 100 * Math.abs(change));
    });
  return largest;
}

const steps = (centre: number, step: number, count: number) =>
  Array.from({ length: count }, (_, i) => centre + (i - (count - 1) / 2) * step);

const stepCount = many(20, 60);

describe('the flux at any energy moves steadily', () => {
  // A face of the height grid used to change its number here: up to 3.9 %.
  test.each([0.37, 0.445, 0.53, 0.64, 0.765])('across xi = %f', (xi) => {
    expect(largestJump(steps(xi, 0.0025, 7), 'xi', 'p')).toBeLessThan(promised);
  });

  // A quarter of a step of the slider each.
  test.each([
    ['xi', 'p', 0.16, 0.0025],
    ['vA', 'e-', 25, 0.25],
    ['delta0', 'e-', 0.19, 0.0025],
    ['L', 'p', 5, 0.025],
    ['p.alpha0', 'p', 2.1, 0.0025],
  ] as const)(`over ${stepCount} steps of %s, %s`, { timeout: 600_000 }, (id, species, centre, step) => {
    expect(largestJump(steps(centre, step, stepCount + 1), id, species)).toBeLessThan(promised);
  });
});

test.each(['p', 'e-'] as const)('warm and cold answers of %s agree', (species) => {
  for (const xi of [0.1, 0.14, 0.2]) {
    logFlux(model({ xi: xi + 0.02 }), species);
    const warm = logFlux(model({ xi }), species);
    const cold = logFlux(model({ xi }), species, propagate);
    const farthest = Math.max(...warm.map((value, i) => 100 * Math.abs(value - cold[i]!)));
    expect(farthest).toBeLessThan(promised);
  }
});
