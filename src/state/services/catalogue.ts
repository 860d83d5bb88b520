/** Brings the published data onto the page: one fetch of one document, and of what reads it (readCatalogue.ts). */
import { loadPart, reasonOf } from '../../parts/loadPart';
import type { CatalogueState } from '../catalogueState';

const unreadable = 'The data could not be loaded. Check the connection and reload the page.';

/** Never rejects. */
export async function fetchCatalogue(address: string): Promise<CatalogueState> {
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
