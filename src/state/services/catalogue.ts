/**
 * Brings the published data onto the page: one document at the start, with what reads it (readCatalogue.ts), and a second one once
 * something of it is shown.
 */

import type { CatalogueName } from '../../measurements/tables';
import { loadPart, reasonOf } from '../../parts/loadPart';
import type { CatalogueState } from '../catalogueState';
import type { ExplorerStore } from '../store';

const unreadable = 'The data could not be loaded. Check the connection and reload the page.';

/** Never rejects. */
export async function fetchCatalogue(name: CatalogueName = 'catalogue'): Promise<CatalogueState> {
  const address = `./data/${name}.json`;
  // Both at once; the reader is no part of the first paint.
  const reader = loadPart(() => import('./readCatalogue')).catch(reasonOf);
  try {
    const response = await fetch(address);
    if (!response.ok) {
      return {
        kind: 'failed',
        message: `The data could not be loaded (${response.status}). Reload the page to try again.`,
      };
    }
    const [loaded, json] = [await reader, await response.json()];
    if (typeof loaded === 'string')
      return { kind: 'failed', message: `The data could not be read. ${loaded}` };
    return loaded.readCatalogue(json);
  } catch {
    return { kind: 'failed', message: unreadable };
  }
}

/** Once the first document is there, or is known not to come. */
function firstCatalogue(store: ExplorerStore): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (store.getState().catalogue.kind === 'loading') return;
      end();
      resolve();
    };
    const end = store.subscribe(look);
    look();
  });
}

/**
 * Adds the second document, unless it is there.
 *
 * @throws Error where it cannot be had.
 */
export async function addNuclei(store: ExplorerStore): Promise<void> {
  const isThere = () => {
    const { catalogue } = store.getState();
    return catalogue.kind === 'ready' && catalogue.nuclei === 'there';
  };
  if (isThere()) return;
  const [more] = await Promise.all([fetchCatalogue('catalogue-nuclei'), firstCatalogue(store)]);
  if (isThere()) return;
  const { catalogue, actions } = store.getState();
  // What is said of the first document stays.
  if (catalogue.kind === 'failed') throw new Error(catalogue.message);
  const tables = catalogue.kind === 'ready' ? catalogue.tables : [];
  if (more.kind === 'ready') {
    actions.setCatalogue({ kind: 'ready', tables: [...tables, ...more.tables], nuclei: 'there' });
    return;
  }
  // Curves are worth drawing without data.
  actions.setCatalogue({ kind: 'ready', tables, nuclei: 'missing' });
  throw new Error(more.kind === 'failed' ? more.message : '');
}
