/**
 * What the paper's parameters give for nuclei, antiprotons and positrons: the numbers of docs/model.md, beside a slab estimate and the data.
 * The paper was not tuned to them; that they fail, and by how much, is part of what is held here.
 */
import { describe, expect, test } from 'vitest';
import { dataFolder, readTables } from '../../scripts/readTables';
import { meanRatio, type Range } from '../../src/inference/paperClaims';
import { tableById } from '../../src/measurements/tables';
import { composedSpectrum } from '../../src/model/composition';
import type { ObservableId } from '../../src/model/observables';
import { presets } from '../../src/model/presets';
import { propagate } from '../../src/model/propagate';
import { propagateNuclei } from '../../src/model/propagateNuclei';
import { propagateSecondaries } from '../../src/model/propagateSecondaries';
import { interpolateLogLog, spectrumOf } from '../../src/model/spectrum';
import { difference } from '../physics/laws';

const catalogue = readTables(dataFolder);

function solved(model: 'thm' | 'cm') {
  const { parameters } = presets[model];
  const protons = propagate({ parameters, species: 'p', tier: 'settled' });
  const nuclei = propagateNuclei({ parameters, tier: 'settled' });
  const secondaries = propagateSecondaries({ parameters, tier: 'settled' });
  const solutions = { spectra: { p: spectrumOf(protons, parameters) }, protons, nuclei, secondaries };
  return (id: ObservableId) => {
    const spectrum = composedSpectrum(id, solutions, parameters);
    if (spectrum === null) throw new Error(`${id} is not solved.`);
    return spectrum;
  };
}

const models = { thm: solved('thm'), cm: solved('cm') };

function overData(model: 'thm' | 'cm', id: ObservableId, tableId: string, range: Range): number {
  const table = tableById(catalogue, tableId);
  const ratio = table && meanRatio(models[model](id), table, range);
  if (ratio == null) throw new Error(`${tableId} has nothing there.`);
  return ratio;
}

/** At equal rigidity, outside the heliosphere. */
function boronOverCarbon(model: 'thm' | 'cm', rigidityGV: number): number {
  const { onRigidity } = models[model]('B/C');
  if (onRigidity === undefined) throw new Error('Isotopes are not added at equal rigidity.');
  return interpolateLogLog(onRigidity.rigidityGV, onRigidity.interstellar, rigidityGV);
}

describe('B/C', () => {
  /** GV, and B/C of a slab: the grammage of the thin-disc solution, the same cross sections, no losses, no reacceleration. */
  const slab = {
    cm: [
      [20, 0.202],
      [50, 0.144],
      [100, 0.11],
      [200, 0.082],
      [500, 0.055],
      [1000, 0.04],
    ],
    thm: [
      [20, 0.199],
      [50, 0.143],
      [100, 0.111],
      [200, 0.086],
      [500, 0.061],
      [1000, 0.048],
    ],
  } as const;

  test.each(['cm', 'thm'] as const)(
    'of the %s is that of a slab within its 10 %% from 20 GV to 1 TV',
    (model) => {
      for (const [rigidity, expected] of slab[model])
        expect(difference(boronOverCarbon(model, rigidity), expected), `${rigidity} GV`).toBeLessThan(0.101);
    },
  );

  test.each(['cm', 'thm'] as const)('of the %s lies 15 to 25 %% below AMS-02 from 30 to 200 GV', (model) => {
    for (const range of [
      [30, 60],
      [60, 120],
      [120, 200],
    ] as const) {
      const ratio = overData(model, 'B/C', 'ams02-2021-b-c', range);
      expect(ratio).toBeGreaterThan(0.75);
      expect(ratio).toBeLessThan(0.86);
    }
  });
});

// Two digits, as docs/model.md has them.
test.each([
  ['cm', 'pbar/p', 'ams02-2021-pbar-p', [19.5, 21.1], 0.77],
  ['thm', 'pbar/p', 'ams02-2021-pbar-p', [19.5, 21.1], 0.77],
  ['thm', 'pbar/p', 'ams02-2021-pbar-p', [93, 108], 0.67],
  ['cm', 'e+', 'ams02-2019-positron', [9.6, 10.3], 0.34],
  ['thm', 'e+', 'ams02-2019-positron', [9.6, 10.3], 0.37],
  ['thm', 'e+', 'ams02-2019-positron', [98, 107], 0.17],
] as const)('%s, %s over %s in %j', (model, id, table, range, expected) => {
  expect(Math.abs(overData(model, id, table, range) - expected)).toBeLessThan(0.01);
});
