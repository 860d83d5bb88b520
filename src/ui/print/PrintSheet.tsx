/** What goes on paper: the figures, what their lines are, every parameter, what to cite, and the way back to this state. */
import type { MeasuredTable } from '../../measurements/tableTypes';
import { isRatio, observables } from '../../model/observables';
import { presets } from '../../model/presets';
import { printFigureMarkup, printSize } from '../../plot/export/printFigure';
import { titleOf } from '../../plot/export/titles';
import type { FigureState } from '../../plot/figureState';
import { quantityText, tableTitle } from '../../plot/hover';
import { ghostDashes, ghostWidth } from '../../plot/marks/ghost';
import type { ExplorerState } from '../../state/explorerState';
import { speciesLaneIds, tabObservables } from '../../state/lanes';
import { figureState } from '../../state/selectors/figureState';
import { tabError, tabStatus } from '../../state/selectors/laneStatus';
import { boundText } from '../../text/percent';
import { CurveGlyph } from '../figure/CurveGlyph';
import { TableGlyph } from '../figure/TableGlyph';
import { PrintedParameters } from './PrintedParameters';

function Key({ figure }: { readonly figure: FigureState }) {
  const ghosts = figure.ghosts.filter((ghost) => ghost.named);
  return (
    <ul className="print-key">
      {figure.curves.toReversed().map(({ id, name }) => (
        <li key={id}>
          <CurveGlyph id={id} /> {name}
        </li>
      ))}
      {ghosts.map(({ slot, name, model }) => (
        <li key={slot}>
          <svg width="28" height="12" aria-hidden="true">
            <line
              x2="28"
              y1="6"
              y2="6"
              stroke={`var(--curve-${model})`}
              strokeWidth={ghostWidth}
              strokeDasharray={ghostDashes[slot]}
            />
          </svg>{' '}
          {name} (frozen)
        </li>
      ))}
      {figure.tables.map((table) => (
        <li key={table.id}>
          <TableGlyph table={table} all={figure.allTables} theme="light" /> {tableTitle(table)}
          {table.quantity !== 'p' && `, ${quantityText(table)}`}
        </li>
      ))}
    </ul>
  );
}

function Figure({ figure }: { readonly figure: FigureState }) {
  const markup = printFigureMarkup(figure);
  const { name } = observables[figure.choice.observable];
  return (
    <figure>
      <h2>{name}</h2>
      <svg
        viewBox={`0 0 ${printSize.width} ${printSize.height}`}
        role="img"
        aria-label={isRatio(figure.choice.observable) ? name : `Spectrum of ${name.toLowerCase()}`}
        ref={(svg) => {
          if (svg !== null) svg.innerHTML = markup;
        }}
      />
      <Key figure={figure} />
    </figure>
  );
}

function References({ tables }: { readonly tables: readonly MeasuredTable[] }) {
  const publications = tables
    .flatMap((table) => table.publications)
    .filter((one, index, all) => all.findIndex((other) => other.doi === one.doi) === index);
  const usesDataBase = tables.some((table) => table.database === 'CRDB');
  return (
    <section>
      <h2>Cite</h2>
      <ul className="print-references">
        <li>Model: {presets.thm.citation}, doi:10.1088/1674-1137/40/1/015101</li>
        {publications.map(({ citation, doi }) => (
          <li key={doi}>
            Data: {citation}
            {titleOf(doi) !== undefined && (
              <>
                , <cite>{titleOf(doi)}</cite>
              </>
            )}
            , doi:{doi}
          </li>
        ))}
        {usesDataBase && (
          <li>
            Data base: Maurin et al., Eur. Phys. J. C 83, 971 (2023), doi:10.1140/epjc/s10052-023-12092-8
          </li>
        )}
      </ul>
    </section>
  );
}

export interface PrintSheetProps {
  readonly state: ExplorerState;
  /** Address of the page in this state. */
  readonly link: string;
}

export function PrintSheet({ state, link }: PrintSheetProps) {
  const figures = tabObservables(state.view.tab).map((id) => figureState(state, id, 'light', true));
  const { status, message } = tabStatus(state);
  return (
    <>
      <header>
        <h1>Two-Halo Explorer</h1>
        <p>
          Galactic cosmic-ray propagation: the two-halo model and the conventional one over published data
        </p>
        <p className="print-link">This state: {link}</p>
        {status === 'fresh' ? (
          <p>Estimated numerical error of the curves: {boundText(tabError(state))}</p>
        ) : (
          // A reason is a sentence already.
          <p className="print-warning">{message.replace(/\.?$/, '.')}</p>
        )}
      </header>
      {figures.map((figure) => (
        <Figure key={figure.choice.observable} figure={figure} />
      ))}
      <PrintedParameters
        parameters={state.parameters}
        has3d={speciesLaneIds.some((lane) => state.volumes[lane].curve !== null)}
      />
      <References tables={figures.flatMap((figure) => figure.tables)} />
    </>
  );
}
