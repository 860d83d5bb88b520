import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fluxOnTable, normalisationWindows } from '../../../src/inference/spectrumOnTable';
import { bandOn, bandRatio } from '../../../src/measurements/compare';
import { tableById } from '../../../src/measurements/tables';
import { modelKeys } from '../../../src/model/models';
import { paperExplorer } from '../../../src/model/presets';
import type { SpeciesKey } from '../../../src/model/propagated';
import { laneKey } from '../../../src/state/laneKeys';
import { laneOf, laneSpecies, speciesLaneIds } from '../../../src/state/lanes';
import { targetText } from '../../../src/state/selectors/normalisationText';
import { normalisedToData, normParameter } from '../../../src/state/selectors/normalise';
import { laneSpectrum } from '../../../src/state/selectors/spectra';
import { figureTables } from '../../../src/state/selectors/tables';
import { readCatalogue } from '../../../src/state/services/readCatalogue';
import { createExplorerStore } from '../../../src/state/store';
import { normaliseTab } from '../../../src/ui/topBar/normalise';
import { propagated } from '../fakes';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
if (catalogue.kind !== 'ready') throw new Error('The catalogue cannot be read.');
const ready = catalogue;

/** A store with solved curves, in which these sets alone are shown; the catalogue's own choice without any. */
function solved(shown?: readonly string[], tab: 'protons' | 'electrons' | 'both' = 'protons') {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setCatalogue(ready);
  for (const lane of speciesLaneIds) {
    const curve = { propagated: propagated(laneSpecies[lane]), key: laneKey(lane, paperExplorer), order: 1 };
    actions.updateLane(lane, { curve });
  }
  const all = Object.fromEntries(ready.tables.map(({ id }) => [id, shown?.includes(id) ?? false]));
  actions.setView({ tab, ...(shown === undefined ? {} : { tables: all }) });
  return store;
}

function table(id: string) {
  const found = tableById(ready, id);
  if (found === undefined) throw new Error(`There is no table ${id}.`);
  return found;
}

/** Mean of model over a set in the window of the species, for both models. */
function ratios(store: ReturnType<typeof solved>, species: SpeciesKey, id: string): readonly number[] {
  const { parameters } = store.getState();
  return modelKeys.map((model) => {
    const spectrum = laneSpectrum(laneOf(model, species), propagated(species), parameters);
    const band = bandOn(normalisationWindows[species], table(id));
    return bandRatio(fluxOnTable(spectrum, table(id)), table(id), band)?.ratio ?? Number.NaN;
  });
}

const text = (store: ReturnType<typeof solved>) => JSON.stringify(store.getState().notices.at(-1));

describe('normalise to data', () => {
  it.each([
    ['p', 'ams02-2015-p', undefined],
    ['e-', 'ams02-2014-electron-minus-positron', undefined],
    ['p', 'dampe-2019-p', ['dampe-2019-p']],
    ['p', 'pamela-2011-p', ['pamela-2011-p', 'kascade-2005-p-qgsjet01']],
    ['e-', 'ams02-2019-electron', ['ams02-2019-electron']],
  ] as const)('brings the %s curves onto %s when %o is shown', (species, id, shown) => {
    const store = solved(shown, species === 'p' ? 'protons' : 'electrons');
    normaliseTab(store);
    // Five digits of the parameter are kept.
    for (const ratio of ratios(store, species, id)) expect(ratio).toBeCloseTo(1, 4);
    expect(store.getState().history.past).toHaveLength(1);
    const found = table(id);
    expect(text(store)).toContain(`${found.experiment} ${found.year}`);
    expect(text(store)).toContain(species === 'p' ? '40–120 GV' : '10–20 GeV');
    expect(text(store)).toMatch(/THM × [\d.e-]+, CM × [\d.e-]+/);
  });

  it('prefers the set that the presets are scaled to, then the one with most points in the window', () => {
    const many = solved(['dampe-2019-p', 'pamela-2011-p', 'ams02-2015-p']);
    normaliseTab(many);
    expect(text(many)).toContain('AMS-02 2015');
    const counts = new Map(
      ['dampe-2019-p', 'pamela-2011-p'].map((id) => {
        const band = bandOn(normalisationWindows.p, table(id));
        return [id, table(id).points.filter(({ x }) => x >= band.low && x <= band.high).length];
      }),
    );
    expect(counts.get('pamela-2011-p')).toBeGreaterThan(counts.get('dampe-2019-p') ?? 0);
    const two = solved(['dampe-2019-p', 'pamela-2011-p']);
    normaliseTab(two);
    expect(text(two)).toContain(`PAMELA 2011 p, 40–120 GV (${counts.get('pamela-2011-p')} points)`);
  });

  it('refuses with words, and changes nothing, where no set shown has a point in the window', () => {
    for (const shown of [[], ['kascade-2005-p-qgsjet01'], ['voyager1-2016-p']]) {
      const store = solved(shown);
      normaliseTab(store);
      expect(store.getState().parameters).toBe(paperExplorer);
      expect(store.getState().notices.at(-1)?.tone).toBe('problem');
      expect(text(store)).toContain('None of the data sets shown has a point');
    }
    // Both figures or none.
    const half = solved(['ams02-2015-p'], 'both');
    normaliseTab(half);
    expect(half.getState().parameters).toBe(paperExplorer);
    expect(text(half)).toContain('Electrons, 10–20 GeV');
  });

  it('is one step for both figures, and none if all is normalised already', () => {
    const store = solved(undefined, 'both');
    normaliseTab(store);
    expect(store.getState().history.past).toHaveLength(1);
    normaliseTab(store);
    expect(store.getState().history.past).toHaveLength(1);
    expect(text(store)).toContain('THM as before, CM as before');
  });

  it('is told once, and no longer than it is so', () => {
    const store = solved();
    const { actions } = store.getState();
    const told = () => store.getState().notices.map(({ title }) => title);
    normaliseTab(store);
    normaliseTab(store);
    expect(told()).toEqual(['Normalised to the data shown.']);
    actions.change('phi.p', 600);
    expect(told()).toHaveLength(1);
    actions.undo();
    expect(told()).toHaveLength(1);
    actions.undo();
    expect(told()).toEqual([]);
    actions.redo();
    expect(told()).toEqual([]);
  });

  it('waits for curves of the present values', () => {
    const store = solved();
    store.getState().actions.change('D0', 6e28);
    expect(normalisedToData(store.getState(), 'p')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not solved yet'),
    });
    expect(normalisedToData(createExplorerStore().getState(), 'p')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('not loaded'),
    });
  });

  it('the button says to which set, and that there is none', () => {
    expect(targetText('p', { table: table('ams02-2015-p'), points: 20 })).toBe(
      'Scales both proton curves to AMS-02 2015 at 40–120 GV.',
    );
    expect(targetText('p', { table: table('dampe-2019-p'), points: 5 })).toContain(
      'of the sets shown the one with most points there',
    );
    expect(targetText('e-', null)).toContain('No data set shown');
  });

  it('scales each lane by a parameter of its own', () => {
    expect(new Set(speciesLaneIds.map(normParameter)).size).toBe(4);
    expect(figureTables({ catalogue: ready }, 'p').length).toBeGreaterThan(5);
  });
});
