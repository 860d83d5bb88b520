/** The notes under the figure are about what is shown. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '../../src/state/services/readCatalogue';
import { createExplorerStore } from '../../src/state/store';
import { showsDifference, showsUntunedProtons } from '../../src/ui/figure/FigureNote';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));

function opened() {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setCatalogue(catalogue);
  actions.setProtonsFrom(0.8);
  return { actions, low: () => showsUntunedProtons(store.getState()), store };
}

describe('that the paper’s parameters overshoot below 10 GeV', () => {
  it('is said while they are what is shown', () => {
    const { actions, low } = opened();
    expect(low()).toBe(true);
    // Of electrons alone.
    actions.change('e.alpha1', 2.5);
    expect(low()).toBe(true);
    actions.change('delta0', 0.3);
    expect(low()).toBe(false);
    actions.undo();
    expect(low()).toBe(true);
    actions.change('phi.p', 800);
    expect(low()).toBe(false);
  });

  it('is not said where no curve, or no datum there, is shown', () => {
    const { actions, low } = opened();
    actions.setView({ thm: false, cm: false });
    expect(low()).toBe(false);
    actions.setView({ thm: true });
    expect(low()).toBe(true);
    if (catalogue.kind !== 'ready') throw new Error('The catalogue cannot be read.');
    const tables = Object.fromEntries(catalogue.tables.map(({ id }) => [id, id.startsWith('kascade')]));
    actions.setView({ tables });
    expect(low()).toBe(false);
  });
});

it('that electrons minus positrons are drawn is said while they are', () => {
  const { actions, store } = opened();
  expect(showsDifference(store.getState())).toBe(false);
  actions.setView({ tab: 'electrons' });
  expect(showsDifference(store.getState())).toBe(true);
  actions.setTableVisible('ams02-2014-electron-minus-positron', false);
  expect(showsDifference(store.getState())).toBe(false);
});
