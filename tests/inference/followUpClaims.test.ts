/** The claims of the papers that followed, with solved nuclei and secondaries: which hold with the first paper's parameters, and that each can fail. */
import { describe, expect, test } from 'vitest';
import { dataFolder, readTables } from '../../scripts/readTables';
import {
  type FollowUpContext,
  followUpClaims,
  followUpObservables,
  followUpTables,
} from '../../src/inference/followUpClaims';
import { composedSpectrum } from '../../src/model/composition';
import { modelParameters } from '../../src/model/models';
import type { ExplorerParameters } from '../../src/model/parameters/values';
import { paperExplorer } from '../../src/model/presets';
import { propagate } from '../../src/model/propagate';
import { propagateNuclei } from '../../src/model/propagateNuclei';
import { propagateSecondaries } from '../../src/model/propagateSecondaries';
import { spectrumOf } from '../../src/model/spectrum';

const { tables } = readTables(dataFolder);

function contextOf(explorer: ExplorerParameters): FollowUpContext {
  const of = (model: 'thm' | 'cm') => {
    const parameters = modelParameters(model, explorer);
    const protons = propagate({ parameters, species: 'p', tier: 'settled' });
    const nuclei = propagateNuclei({ parameters, tier: 'settled' });
    const secondaries = propagateSecondaries({ parameters, tier: 'settled' });
    const solutions = { spectra: { p: spectrumOf(protons, parameters) }, protons, nuclei, secondaries };
    return (id: (typeof followUpObservables)[number]) => composedSpectrum(id, solutions, parameters);
  };
  const [thm, cm] = [of('thm'), of('cm')];
  const both = (id: (typeof followUpObservables)[number]) => ({ thm: thm(id), cm: cm(id) });
  return { tables, observables: { 'B/C': both('B/C'), 'pbar/p': both('pbar/p'), 'e+': both('e+') } };
}

const paper = contextOf(paperExplorer);

function verdicts(context: FollowUpContext) {
  return Object.fromEntries(followUpClaims.map((claim) => [claim.id, claim.evaluate(context).holds]));
}

describe('with the parameters of Jin, Guo & Hu', () => {
  test('B/C and antiproton over proton flatten; the rest asks for other parameters', () => {
    expect(verdicts(paper)).toEqual({
      'ratios-flatter': true,
      'antiproton-ratio-flat': false,
      'antiproton-ratio-flattens': true,
      'antiprotons-within-errors': false,
      'positron-factor': false,
      'lower-anisotropy': null,
    });
  });

  test.each([
    ['ratios-flatter', [0.04, -0.036, 0.36, 0.48]],
    ['antiproton-ratio-flat', [40, 51]],
    ['antiproton-ratio-flattens', [1.31, 0.24, 0.37]],
    ['antiprotons-within-errors', [0.71, 0.68]],
    ['positron-factor', [2.37, 2.55]],
  ] as const)('%s says %j', (id, expected) => {
    const { value = '' } = followUpClaims.find((claim) => claim.id === id)?.evaluate(paper) ?? {};
    const said = [...value.matchAll(/−?\d+([.]\d+)?/g)].map(([number]) => Number(number.replace('−', '-')));
    expect(said.length).toBe(expected.length);
    // The last digit that is told, of two; finer grids move these numbers by less.
    for (const [i, number] of expected.entries()) {
      const off = (said[i] ?? Number.NaN) / number - 1;
      expect(Math.abs(off), value).toBeLessThan(0.03);
    }
  });

  test('nothing is said of what is not solved, nor without data', () => {
    const none = { thm: null, cm: null };
    const unsolved = { tables, observables: { 'B/C': none, 'pbar/p': none, 'e+': none } };
    for (const claim of followUpClaims) expect(claim.evaluate(unsolved).holds).toBeNull();
    const withoutData = followUpClaims.filter(
      (claim) => claim.evaluate({ ...paper, tables: [] }).holds === null,
    );
    expect(withoutData.map(({ id }) => id)).toEqual([
      'antiprotons-within-errors',
      'positron-factor',
      'lower-anisotropy',
    ]);
  });
});

describe('with other parameters', () => {
  test('one halo flattens nothing', () => {
    const one = verdicts(contextOf({ ...paperExplorer, delta0: 0.5, Delta: 0 }));
    expect(one['ratios-flatter']).toBe(false);
    expect(one['antiproton-ratio-flattens']).toBe(false);
  });

  test('more grammage makes enough antiprotons', () => {
    expect(verdicts(contextOf({ ...paperExplorer, D0: 4.5e28 }))['antiprotons-within-errors']).toBe(true);
  });
});

test('the tables they are held to are published', () => {
  for (const id of Object.values(followUpTables))
    expect(
      tables.some((table) => table.id === id),
      id,
    ).toBe(true);
  expect(followUpObservables).toEqual(['B/C', 'pbar/p', 'e+']);
});
