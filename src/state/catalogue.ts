/** Brings the published data onto the page: one fetch of one document, then the differences are added. */
import { parseCatalogue } from '../measurements/catalogue';
import { withDifferences } from '../measurements/difference';
import type { MeasuredTable } from '../measurements/tableTypes';

export type CatalogueState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly tables: readonly MeasuredTable[] }
  | { readonly kind: 'failed'; readonly message: string };

/** Parses the decoded JSON document into the tables that can be drawn, or says why it cannot. */
export function readCatalogue(json: unknown): CatalogueState {
  const parsed = parseCatalogue(json);
  if (!parsed.ok) return { kind: 'failed', message: parsed.reason };
  const complete = withDifferences(parsed.value);
  // Without the differences the published tables are still worth drawing.
  return { kind: 'ready', tables: (complete.ok ? complete : parsed).value.tables };
}

export async function fetchCatalogue(address: string): Promise<CatalogueState> {
  try {
    const response = await fetch(address);
    if (!response.ok) {
      return {
        kind: 'failed',
        message: `The data could not be loaded (${response.status}). Reload the page to try again.`,
      };
    }
    return readCatalogue(await response.json());
  } catch {
    return {
      kind: 'failed',
      message: 'The data could not be loaded. Check the connection and reload the page.',
    };
  }
}
