/** Coarser cells on request: nothing changes unless asked, and what a coarse grid costs stays what the page says. */
import { describe, expect, test } from 'vitest';
import { presets } from '../../src/model/presets';
import { propagate, propagateNear } from '../../src/model/propagate';
import type { Propagated, SpeciesKey } from '../../src/model/propagated';
import { interpolateLogLog } from '../../src/model/spectrum';
import { coarsenedSettings, coarseningRange, tierSettings } from '../../src/model/tiers';
import { parseRequest } from '../../src/worker/parseRequest';

const { parameters } = presets.thm;
const energiesGeV = [1, 10, 100, 1e3, 1e4];

const solve = (species: SpeciesKey, coarsening?: number): Propagated =>
  propagate({ parameters, species, tier: 'settled', ...(coarsening !== undefined && { coarsening }) });

/** Largest difference of two solutions, per cent. */
function farthest(one: Propagated, other: Propagated): number {
  const at = ({ kineticEnergyGeV, flux }: Propagated, energy: number) =>
    interpolateLogLog(kineticEnergyGeV, flux, energy);
  return Math.max(...energiesGeV.map((energy) => Math.abs(100 * (at(one, energy) / at(other, energy) - 1))));
}

describe('the settings of a coarser grid', () => {
  test('a factor of one is the tier itself', () => {
    for (const settings of Object.values(tierSettings)) expect(coarsenedSettings(settings, 1)).toBe(settings);
  });

  test('cells are fewer and wider; residual and iterations stay', () => {
    const { settled } = tierSettings;
    expect(coarsenedSettings(settled, 2)).toEqual({
      ...settled,
      radii: 9,
      heights: 10,
      firstHeightKpc: 0.096,
      momentumWidth: 2,
    });
  });
});

describe('a coarser solve', () => {
  test('a factor of one, told or not, gives the same bits', () => {
    const plain = solve('p');
    expect(solve('p', 1).flux).toEqual(plain.flux);
    expect(propagateNear({ parameters, species: 'p', tier: 'settled', coarsening: 1 }).flux).toEqual(
      plain.flux,
    );
  });

  test('reports the grid it was solved on', () => {
    const { grid } = solve('p', 2).report;
    expect(grid).toMatchObject({ r: 9, z: 10 });
  });

  // Measured on cells four times as wide, with faces where they fall: 5.7 and 6.4 %; a fifth to spare.
  test.each([
    ['p', 2, 0.9],
    ['p', 4, 6.8],
    ['e-', 2, 1.2],
    ['e-', 4, 7.7],
  ] as const)('%s on cells %d times as wide: less than %f %% off', (species, coarsening, limit) => {
    expect(farthest(solve(species, coarsening), solve(species))).toBeLessThan(limit);
  });

  test.each(['p', 'e-'] as const)('own cells are within 0.3 %% of cells half as wide: %s', (species) => {
    const finer = propagate({ parameters, species, tier: 'reference' });
    expect(farthest(solve(species), finer)).toBeLessThan(0.3);
  });

  test('coarse and plain solves do not start from each other', () => {
    const request = { parameters, species: 'p', tier: 'settled' } as const;
    propagateNear({ ...request, coarsening: 4 });
    expect(propagateNear(request).report.grid).toEqual(solve('p').report.grid);
  });
});

describe('a request from outside', () => {
  const request = { parameters, species: 'p', tier: 'settled' } as const;

  test('without a factor, or with one, it is the request as before', () => {
    for (const message of [request, { ...request, coarsening: 1 }, { ...request, coarsening: undefined }])
      expect(parseRequest(message)).toEqual({ ok: true, request });
  });

  test.each([1.5, ...coarseningRange.slice(1)])('a factor of %f is passed on', (coarsening) => {
    expect(parseRequest({ ...request, coarsening })).toEqual({
      ok: true,
      request: { ...request, coarsening },
    });
  });

  test.each([0.5, 4.1, Number.NaN, Number.POSITIVE_INFINITY, '2', null, {}])(
    'a factor of %s is refused, with a reason',
    (coarsening) => {
      expect(parseRequest({ ...request, coarsening })).toEqual({
        ok: false,
        reason: 'The coarsening must be a number from 1 to 4.',
      });
    },
  );
});
