/** Reads the published data and adds their differences. Comes with the data, and brings what is of use only with them. */
import { parseCatalogue } from '../../measurements/catalogue';
import { withDifferences } from '../../measurements/difference';
import { residualMarks } from '../../plot/residualPanel';
import type { CatalogueState } from '../catalogueState';
import { giveDataParts } from '../selectors/dataParts';
import { shownTargetText } from '../selectors/normalisationText';

giveDataParts({ residualMarks, shownTargetText });

/** Parses the decoded JSON document into the tables that can be drawn, or says why it cannot. */
export function readCatalogue(json: unknown): CatalogueState {
  const parsed = parseCatalogue(json);
  if (!parsed.ok) return { kind: 'failed', message: parsed.reason };
  const complete = withDifferences(parsed.value);
  // Without the differences the published tables are still worth drawing.
  return { kind: 'ready', tables: (complete.ok ? complete : parsed).value.tables };
}
