/** Puts the explorer together in a browser: store, address bar, solver, data. */

import { unknownTables } from '../selectors/tables';
import { createExplorerStore, type ExplorerStore } from '../store';
import { startAddress } from './address';
import { addNuclei, fetchCatalogue } from './catalogue';
import { startOnDemand } from './onDemand';
import type { LinkReader } from './openedLink';
import { startScheduler } from './scheduler';
import { solutionsOf } from './solutions';
import { rememberedTheme, rememberTheme } from './theme';

/** Unknown data sets that a notice names: a link can hold two hundred. */
const mostNamed = 6;

/** Starts everything that lives beside the components. Called once; `reader` reads an address that is not plain. */
export function startExplorer(reader: LinkReader | null): ExplorerStore {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setTheme(rememberedTheme());
  const darkSystem = window.matchMedia('(prefers-color-scheme: dark)');
  const followSystem = () => actions.setSystemTheme(darkSystem.matches ? 'dark' : 'light');
  followSystem();
  darkSystem.addEventListener('change', followSystem);
  store.subscribe((state, previous) => {
    if (state.theme !== previous.theme) rememberTheme(state.theme);
  });
  startAddress(store, window, reader);
  const solutions = solutionsOf(store);
  startScheduler(store, solutions);
  startOnDemand(store, solutions);
  void fetchCatalogue().then(async (catalogue) => {
    actions.setCatalogue(catalogue);
    // What is not in the first document may be in the second.
    if (unknownTables(store.getState()).length > 0) await addNuclei(store).catch(() => undefined);
    const unknown = unknownTables(store.getState());
    if (unknown.length > 0)
      actions.notify('problem', 'Some data sets of this link are not here; they were left out.', [
        unknown.length > mostNamed
          ? `${unknown.slice(0, mostNamed).join(', ')} and ${unknown.length - mostNamed} more.`
          : unknown.join(', '),
      ]);
  });
  return store;
}
