/** Reads the published data and adds their differences. Comes with the data. */
import { parseCatalogue } from '../../measurements/catalogue';
import { withDifferences } from '../../measurements/difference';
import type { CatalogueState } from '../catalogueState';

/** Parses the decoded JSON document into the tables that can be drawn, or says why it cannot. */
export function readCatalogue(json: unknown): CatalogueState {
  const parsed = parseCatalogue(json);
  if (!parsed.ok) return { kind: 'failed', message: parsed.reason };
  const complete = withDifferences(parsed.value);
  // Without the differences the published tables are still worth drawing.
  return { kind: 'ready', tables: (complete.ok ? complete : parsed).value.tables };
}
