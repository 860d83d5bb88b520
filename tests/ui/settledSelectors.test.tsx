// @vitest-environment happy-dom
/**
 * What a component reads of a state stays the same object for as long as the state does, whoever else reads it meanwhile. A
 * selector that gives another one each time is asked for ever, and the page goes blank.
 */
import { readFileSync } from 'node:fs';
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import type { ExplorerState } from '../../src/state/explorerState';
import { laneKey, volumeKey } from '../../src/state/laneKeys';
import { laneSpecies, speciesLaneIds } from '../../src/state/lanes';
import { figureState } from '../../src/state/selectors/figureState';
import { loadNearby } from '../../src/state/selectors/nearby';
import { readCatalogue } from '../../src/state/services/readCatalogue';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { topicIds, type ViewSettings } from '../../src/state/view';
import { App } from '../../src/ui/App';
import { DataList } from '../../src/ui/figure/DataList';
import { ObservableTable } from '../../src/ui/figure/ObservableTable';
import { propagated } from '../state/fakes';

type Selector = (state: ExplorerState) => unknown;
const selectors = vi.hoisted(() => new Set<Selector>());

vi.mock('../../src/state/useExplorer', async (original) => {
  const actual = await original<typeof import('../../src/state/useExplorer')>();
  const useExplorer = <Selected,>(selector: (state: ExplorerState) => Selected): Selected => {
    selectors.add(selector);
    return actual.useExplorer(selector);
  };
  return { ...actual, useExplorer };
});
// Figures are not drawn here.
vi.mock('../../src/ui/figure/loadPlotly', () => ({ loadPlotly: () => new Promise(() => undefined) }));

vi.mock('katex', () => ({ default: { renderToString: (tex: string) => tex } }));

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const complaints: string[] = [];

beforeAll(loadNearby);
beforeEach(() => {
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  complaints.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words) => void complaints.push(words.join(' ')));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Two models that are one: each species has one solution, which both lanes hold, and every frozen curve too. */
function equalModels(): ExplorerStore {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setCatalogue(catalogue);
  actions.apply({ ...paperExplorer, profile: 'uniform', delta0: paperExplorer['cm.delta'] });
  const solved = { p: propagated('p'), 'e-': propagated('e-') };
  const { parameters } = store.getState();
  for (const lane of speciesLaneIds) {
    const key = laneKey(lane, parameters);
    actions.updateLane(lane, { curve: { propagated: solved[laneSpecies[lane]], key, order: 1 } });
  }
  expect(laneKey('thm:p', parameters)).toBe(laneKey('cm:p', parameters));
  actions.freeze('as it is');
  actions.apply({ ...parameters, 'p.norm': 2 * parameters['p.norm'], 'phi.e': 300 });
  actions.freeze('scaled');
  return store;
}

function withRun(store: ExplorerStore): void {
  const { actions, parameters } = store.getState();
  for (const lane of speciesLaneIds) {
    const flux = propagated(laneSpecies[lane]).flux.fill(Number.NaN, 0, 10);
    actions.updateVolume(lane, { run: { key: volumeKey(lane, parameters), share: 0.5, flux } });
  }
}

const states: Readonly<Record<string, (store: ExplorerStore) => void>> = {
  'equal models': () => undefined,
  'nearby sources': (store) => {
    const { actions, parameters } = store.getState();
    actions.apply({
      ...parameters,
      'near.vela': 'on',
      'near.geminga': 'on',
      'cm.p.norm': parameters['p.norm'],
    });
    actions.setNearbyReady();
  },
  'a 3D run': withRun,
};

/** Every selector of the page in turn, and again: nobody may have driven another's answer out. */
function expectSettled(store: ExplorerStore, where: string): void {
  const state = store.getState();
  const asked = [...selectors];
  const first = asked.map((selector) => selector(state));
  const again = asked.map((selector) => selector(state));
  const unsettled = asked.filter((_, index) => !Object.is(first[index], again[index]));
  expect(unsettled.map(String), where).toEqual([]);
  expect(complaints, where).toEqual([]);
  for (const species of ['p', 'e-'] as const)
    expect(figureState(state, species, 'light', true)).toBe(figureState(state, species, 'light', true));
}

const shown: readonly Partial<ViewSettings>[] = [
  { panel: 'spectra', interstellar: true, analytic: true, residuals: 'pulls' },
  { panel: 'maps' },
  ...topicIds.map((topic) => ({ panel: 'understand', topic }) as const),
];

test.each(Object.entries(states))('every selector of the page settles: %s', async (name, change) => {
  const store = equalModels();
  change(store);
  const { actions } = store.getState();
  actions.setView({ tab: 'both' });
  const { container } = render(
    <ExplorerProvider value={store}>
      <App presentation={{ embed: false, hiddenParts: [], hiddenParameters: [] }} />
      <ObservableTable observable="p" />
      <ObservableTable observable="e-" />
      <DataList />
    </ExplorerProvider>,
  );
  for (const view of shown) {
    selectors.clear();
    act(() => actions.setView(view));
    await waitFor(
      () => {
        expect(container.querySelector('.stage-waits')).toBeNull();
        expect(
          container.querySelector(view.panel === 'understand' ? '.understand h2' : '.volume-text'),
        ).not.toBeNull();
      },
      { timeout: 20_000 },
    );
    expectSettled(store, `${name}, ${view.panel} ${view.topic ?? ''}`);
  }
  expect(container.querySelectorAll('.curve-table')).toHaveLength(2);
});
