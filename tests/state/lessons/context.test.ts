/** Which curves a check counts, and what setting a step up does to the explorer. */
import { expect, test } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import type { Propagated, Tier } from '../../../src/model/propagated';
import { interpolateLogLog } from '../../../src/model/spectrum';
import { mostGhosts } from '../../../src/state/ghosts';
import { laneKey } from '../../../src/state/laneKeys';
import { contextOf } from '../../../src/state/lessons/context';
import { setUp } from '../../../src/state/lessons/setUp';
import { loadComposition } from '../../../src/state/selectors/composition';
import { createExplorerStore } from '../../../src/state/store';
import { standardView } from '../../../src/state/view';

function curve(tier: Tier): Propagated {
  const kineticEnergyGeV = Float64Array.from({ length: 41 }, (_, i) => 10 ** (i / 10));
  return {
    species: 'p',
    report: {
      tier,
      grid: { r: 1, z: 1, momentum: 1 },
      iterations: 1,
      residual: 0,
      milliseconds: 1,
      errorEstimate: 0.002,
      refinement: 0,
    },
    kineticEnergyGeV,
    flux: kineticEnergyGeV.map((energy) => energy ** -2.7),
  };
}

function storeWith(tier: Tier) {
  const store = createExplorerStore();
  const key = laneKey('cm:p', paperExplorer);
  store.getState().actions.updateLane('cm:p', { curve: { propagated: curve(tier), key, order: 1 } });
  return store;
}

test('a settled curve of the present values counts; others only for numbers that follow a slider', () => {
  const store = storeWith('settled');
  const context = (isLenient = false) => contextOf(store.getState(), paperExplorer, null, isLenient);
  expect(context().spectrum('cm:p')).not.toBeNull();
  expect(context().spectrum('thm:p')).toBeNull();
  store.getState().actions.change('L', 7);
  expect(context().spectrum('cm:p')).toBeNull();
  expect(context(true).spectrum('cm:p')).not.toBeNull();
  expect(contextOf(storeWith('live').getState(), paperExplorer, null).spectrum('cm:p')).toBeNull();
});

test('a ratio of nuclei counts once all it is made of is of the present values, and waits for no finer grid', async () => {
  await loadComposition();
  const store = createExplorerStore();
  const solved = curve('settled');
  const energies = solved.kineticEnergyGeV;
  const flux = (share: number) => energies.map((energy) => share * energy ** -2.7);
  const fluxes = { B10: flux(0.1), B11: flux(0.2), C12: flux(0.9), C13: flux(0.1) };
  const { actions } = store.getState();
  const put = (tier: Tier) =>
    actions.updateLane('cm:nuclei', {
      curve: {
        propagated: {
          ...solved,
          species: 'nuclei',
          fluxes,
          report: { ...solved.report, tier, errorEstimate: 0.02 },
        },
        key: laneKey('cm:nuclei', store.getState().parameters),
        order: 1,
      },
    });
  const value = (isLenient = false) => {
    const spectrum = contextOf(store.getState(), paperExplorer, null, isLenient).spectrum('cm:B/C');
    return spectrum && interpolateLogLog(spectrum.kineticEnergyGeV, spectrum.interstellar, 30);
  };
  expect(value()).toBeNull();
  put('live');
  expect(value()).toBeNull();
  put('settled');
  expect(value()).toBeCloseTo(0.3, 9);
  actions.change('L', 7);
  expect(value()).toBeNull();
  expect(value(true)).toBeCloseTo(0.3, 9);
});

test('setting up is one undo, freezes what the step needs once, and keeps what the person froze', () => {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.change('L', 7);
  actions.freeze('Mine');
  actions.setTableVisible('some-table', true);
  const parameters = { ...paperExplorer, xi: 0.3 };
  const state = { parameters, view: standardView, frozen: [{ name: 'Before', parameters: paperExplorer }] };
  setUp(store, state);
  setUp(store, state);
  expect(store.getState().parameters.xi).toBe(0.3);
  expect(store.getState().ghosts.map(({ name }) => name)).toEqual(['Mine', 'Before']);
  expect(new Set(store.getState().ghosts.map(({ slot }) => slot)).size).toBe(2);
  expect(store.getState().view.tables).toEqual({ 'some-table': true });
  setUp(store, { ...state, frozen: [] });
  expect(store.getState().ghosts.map(({ name }) => name)).toEqual(['Mine']);
  actions.undo();
  expect(store.getState().parameters.L).toBe(7);
});

test('without room for another frozen curve it says so', () => {
  const store = createExplorerStore();
  for (let i = 0; i < mostGhosts; i++) store.getState().actions.freeze(`Mine ${i}`);
  const frozen = [{ name: 'Before', parameters: paperExplorer }];
  setUp(store, { parameters: paperExplorer, view: standardView, frozen });
  expect(store.getState().ghosts).toHaveLength(mostGhosts);
  expect(store.getState().notices).toHaveLength(1);
});
