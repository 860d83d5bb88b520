/** The tables of models and particles: what stands in addresses, files and on the command line stays as it is. */
import { expect, test } from 'vitest';
import { modelKeys, modelParameters, sliderOf } from '../../src/model/models';
import { explorerTable } from '../../src/model/parameters/values';
import { particles, speciesKeys } from '../../src/model/particles';
import { paperExplorer } from '../../src/model/presets';
import { laneIds, laneParameters, speciesLaneIds, tabIds, tabSpecies } from '../../src/state/lanes';
import { viewFields } from '../../src/state/texts/viewText';

test('curves are models times particles, under the names they have had since the first address', () => {
  expect(speciesLaneIds).toEqual(['thm:p', 'cm:p', 'thm:e-', 'cm:e-']);
  expect(laneIds.filter((id) => !(speciesLaneIds as readonly string[]).includes(id))).toEqual([
    'thm:nuclei',
    'cm:nuclei',
    'thm:secondaries',
    'cm:secondaries',
  ]);
  expect(tabIds.map(tabSpecies)).toEqual([['p'], ['e-'], ['p', 'e-']]);
  const names = viewFields.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(['thm', 'cm', 'fit.p', 'fit.e', 'zoom.p', 'zoom.e']));
});

test('every parameter that the tables name is one of the explorer', () => {
  const ids = explorerTable.map(({ id }) => id);
  for (const { norm, potential, cutoff, processes } of Object.values(particles))
    expect(ids).toEqual(expect.arrayContaining([norm, potential, cutoff, ...processes]));
  const sliders = modelKeys.flatMap((model) =>
    speciesKeys.map((species) => sliderOf(model, particles[species].norm)),
  );
  expect(sliders).toEqual(['p.norm', 'e.norm', 'cm.p.norm', 'cm.e.norm']);
});

test('a model without parameters of its own is what the sliders show, the same object', () => {
  expect(modelParameters('thm', paperExplorer)).toBe(paperExplorer);
  expect(laneParameters('cm:e-', { ...paperExplorer, 'cm.delta': 0.4 })).toEqual({
    ...paperExplorer,
    'cm.delta': 0.4,
    profile: 'uniform',
    delta0: 0.4,
    'p.norm': paperExplorer['cm.p.norm'],
    'e.norm': paperExplorer['cm.e.norm'],
  });
});
