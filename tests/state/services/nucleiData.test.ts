/** The second document of published data: fetched when something of it is shown or switched, and once. */

import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitsData, figureTables, visibleTables } from '../../../src/state/selectors/tables';
import { addNuclei, fetchCatalogue } from '../../../src/state/services/catalogue';
import { createExplorerStore } from '../../../src/state/store';

const asked: string[] = [];
let isReachable = true;

beforeEach(() => {
  asked.length = 0;
  isReachable = true;
  vi.stubGlobal('fetch', async (address: string) => {
    asked.push(address);
    if (!isReachable) throw new TypeError('Failed to fetch');
    return new Response(readFileSync(`public/${address}`, 'utf8'));
  });
});
afterEach(() => vi.unstubAllGlobals());

it('is added to the first, whichever comes first, and not fetched again', async () => {
  const store = createExplorerStore();
  const added = addNuclei(store);
  store.getState().actions.setCatalogue(await fetchCatalogue());
  expect(awaitsData(store.getState(), 'B/C')).toBe(true);
  expect(awaitsData(store.getState(), 'p')).toBe(false);
  await added;
  await addNuclei(store);
  expect(asked.toSorted()).toEqual(['./data/catalogue-nuclei.json', './data/catalogue.json']);
  expect(awaitsData(store.getState(), 'B/C')).toBe(false);
  expect(figureTables(store.getState(), 'B/C').map(({ quantity }) => quantity)).toContain('B/C');
  expect(visibleTables(store.getState(), 'p').map(({ id }) => id)).toContain('ams02-2015-p');
});

it('that does not come is told, and the figure waits no longer; another try may bring it', async () => {
  const store = createExplorerStore();
  store.getState().actions.setCatalogue(await fetchCatalogue());
  isReachable = false;
  await expect(addNuclei(store)).rejects.toThrow('could not be loaded');
  expect(awaitsData(store.getState(), 'B/C')).toBe(false);
  expect(figureTables(store.getState(), 'p').length).toBeGreaterThan(3);
  isReachable = true;
  await addNuclei(store);
  expect(figureTables(store.getState(), 'C').length).toBeGreaterThan(0);
});
