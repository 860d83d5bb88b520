/** Puts the explorer together in a browser: store, address bar, solver, data. */
import { createSolverClient } from '../worker/client';
import { readAddress, startAddress } from './address';
import { fetchCatalogue } from './catalogue';
import { startOnDemand } from './onDemand';
import { startScheduler } from './scheduler';
import { createExplorerStore, type ExplorerStore } from './store';
import { unknownTables } from './tables';
import { rememberedTheme, rememberTheme } from './theme';

/** Starts everything that lives beside the components. Called once. */
export function startExplorer(): ExplorerStore {
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
  readAddress(store, window.location.hash);
  startAddress(store, window);
  const solver = createSolverClient();
  startScheduler(store, solver);
  startOnDemand(store, solver);
  void fetchCatalogue('./data/catalogue.json').then((catalogue) => {
    actions.setCatalogue(catalogue);
    const unknown = unknownTables(store.getState());
    if (unknown.length > 0)
      actions.notify('problem', 'Some data sets of this link are not here; they were left out.', [
        unknown.join(', '),
      ]);
  });
  return store;
}
