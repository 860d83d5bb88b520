/** What the file menu does. Loaded with everything it needs when the menu is first used. */

import { type ObservableId, observables } from '../../model/observables';
import { formatBibtex } from '../../plot/export/bibtex';
import { formatFigureCsv } from '../../plot/export/figureCsv';
import { figurePng, figureSvg } from '../../plot/export/figureImage';
import { type JournalWidth, journalFigure } from '../../plot/export/journalFigure';
import { tabObservables } from '../../state/lanes';
import { figureNumbers } from '../../state/selectors/figureNumbers';
import { figureState } from '../../state/selectors/figureState';
import { unknownTables, visibleTables } from '../../state/selectors/tables';
import { addNuclei } from '../../state/services/catalogue';
import type { ExplorerStore } from '../../state/store';
import { formatStateFile, readStateFile } from '../../state/texts/stateFile';
import { printable } from '../../text/printable';
import { loadPlotly } from '../figure/loadPlotly';
import { download } from './download';

function shown(store: ExplorerStore): readonly ObservableId[] {
  return tabObservables(store.getState().view.tab);
}

/** One file for each figure of the present tab; the residual panel as it is chosen, a tall figure's by itself. */
async function saveFigures(
  store: ExplorerStore,
  width: JournalWidth,
  save: (figure: ReturnType<typeof journalFigure>, name: string) => Promise<void>,
): Promise<void> {
  for (const id of shown(store)) {
    const figure = journalFigure(figureState(store.getState(), id, 'light', true), width);
    await save(figure, `two-halo-${observables[id].word}-${width}mm`);
  }
}

export async function saveSvg(store: ExplorerStore, width: JournalWidth): Promise<void> {
  const plotly = await loadPlotly();
  await saveFigures(store, width, async (figure, name) =>
    download(`${name}.svg`, 'image/svg+xml', await figureSvg(plotly, figure, width)),
  );
}

export async function savePng(store: ExplorerStore, width: JournalWidth): Promise<void> {
  const plotly = await loadPlotly();
  await saveFigures(store, width, async (figure, name) =>
    download(`${name}.png`, 'image/png', await figurePng(plotly, figure)),
  );
}

export function saveCsv(store: ExplorerStore): void {
  for (const id of shown(store))
    download(
      `two-halo-${observables[id].word}.csv`,
      'text/csv',
      formatFigureCsv(figureNumbers(store.getState(), id)),
    );
}

export function saveBibtex(store: ExplorerStore): void {
  const tables = shown(store).flatMap((id) => visibleTables(store.getState(), id));
  download('two-halo-explorer.bib', 'application/x-bibtex', formatBibtex(tables));
}

export function saveState(store: ExplorerStore): void {
  download('two-halo-explorer.json', 'application/json', formatStateFile(store.getState()));
}

/** Counts files that were opened: one that is read slowly does not come after a later one. */
let opened = 0;

export async function openState(store: ExplorerStore, file: File): Promise<void> {
  opened += 1;
  const mine = opened;
  const { actions } = store.getState();
  const parsed = await readStateFile(file);
  if (mine !== opened) return;
  if (!parsed.ok) {
    actions.notify('problem', `"${printable(file.name)}" could not be opened.`, [parsed.reason]);
    return;
  }
  actions.open(parsed.value);
  if (unknownTables(store.getState()).length > 0) await addNuclei(store).catch(() => undefined);
  const unknown = unknownTables(store.getState());
  if (unknown.length > 0)
    actions.notify('information', 'Some data sets of this file are not here; they were left out.', [
      unknown.join(', '),
    ]);
}
