/** The paper, checked live: what it claims, what the present model gives, and whether the claim holds now. */
import { useMemo } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { type Claim, paperClaims, type Verdict } from '../../inference/paperClaims';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { type ModelKey, modelKeys, modelRecord } from '../../model/models';
import { speciesKeys, speciesRecord } from '../../model/particles';
import { paperExplorer } from '../../model/presets';
import type { SpeciesKey, Spectrum } from '../../model/propagated';
import { curveNames } from '../../plot/curves';
import { quantityText, tableTitle } from '../../plot/hover';
import { paperFigure, tablesOfPaper } from '../../plot/understand/paperFigures';
import { laneOf, speciesLaneRecord } from '../../state/lanes';
import { shownSpectrum } from '../../state/selectors/shownSpectra';
import { figureTables } from '../../state/selectors/tables';
import { themeName } from '../../state/store';
import { useActions, useExplorer } from '../../state/useExplorer';
import { ExternalLink } from '../ExternalLink';
import { CurveGlyph } from '../figure/CurveGlyph';
import { TableGlyph } from '../figure/TableGlyph';
import { ClaimItem } from './ClaimItem';
import { FollowUps } from './FollowUps';
import { PlotFigure } from './PlotFigure';
import './PaperView.css';

const figureTexts: Readonly<Record<SpeciesKey, { readonly title: string; readonly label: string }>> = {
  p: {
    title: 'Fig. 1: protons, E²·⁷ times the flux',
    label: 'Proton spectra of both models over AMS-02, PAMELA, ATIC, CREAM and KASCADE',
  },
  'e-': {
    title: 'Fig. 2: electrons minus positrons, E³ times the flux',
    label: 'Electron spectra of both models over AMS-02 electrons minus positrons',
  },
};

const aboutTexts: Readonly<Record<Claim['about'], string>> = {
  protons: 'Protons',
  electrons: 'Electrons',
  diffusion: 'How far electrons get',
};

type Spectra = Readonly<Record<SpeciesKey, Readonly<Record<ModelKey, Spectrum | null>>>>;

function useSpectra(): Spectra {
  const spectra = useExplorer(useShallow((state) => speciesLaneRecord((lane) => shownSpectrum(state, lane))));
  return useMemo(
    () => speciesRecord((species) => modelRecord((model) => spectra[laneOf(model, species)])),
    [spectra],
  );
}

const noTables: readonly MeasuredTable[] = [];

function useTables(): Readonly<Record<SpeciesKey | 'all', readonly MeasuredTable[]>> {
  const catalogue = useExplorer((state) => state.catalogue);
  return useMemo(
    () => ({
      ...speciesRecord((species) => figureTables({ catalogue }, species)),
      all: catalogue.kind === 'ready' ? catalogue.tables : noTables,
    }),
    [catalogue],
  );
}

interface Checked {
  readonly claim: Claim;
  readonly verdict: Verdict;
}

function FigureOf({
  species,
  models,
  tables,
}: {
  readonly species: SpeciesKey;
  readonly models: Spectra[SpeciesKey];
  readonly tables: readonly MeasuredTable[];
}) {
  const theme = useExplorer(themeName);
  const figure = useMemo(
    () => paperFigure({ species, models, tables, theme }),
    [species, models, tables, theme],
  );
  const { title, label } = figureTexts[species];
  return (
    <section className="paper-figure" aria-label={title}>
      <h3>{title}</h3>
      <PlotFigure figure={figure} label={label} height={320} />
      <ul className="understand-legend">
        {modelKeys.map((model) => (
          <li key={model}>
            <CurveGlyph id={model} /> {curveNames[model]}
          </li>
        ))}
        {tablesOfPaper(tables, species).map((table) => (
          <li key={table.id}>
            <TableGlyph table={table} all={tables} theme={theme} /> {tableTitle(table)} {quantityText(table)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RestoreButton() {
  const actions = useActions();
  const isPaper = useExplorer(({ parameters }) =>
    Object.entries(paperExplorer).every(
      ([id, value]) => parameters[id as keyof typeof paperExplorer] === value,
    ),
  );
  return (
    <p className="paper-restore">
      <button
        type="button"
        className="button"
        aria-disabled={isPaper}
        onClick={() => {
          if (!isPaper) actions.apply(paperExplorer);
        }}
      >
        Restore the paper’s parameters
      </button>
      <span>{isPaper ? 'The sliders show them now.' : 'One step, which undo takes back.'}</span>
    </p>
  );
}

export function PaperView() {
  const parameters = useExplorer((state) => state.parameters);
  const spectra = useSpectra();
  const tables = useTables();
  const checked = useMemo<readonly Checked[]>(() => {
    const context = { parameters, spectra, tables: tables.all };
    return paperClaims.map((claim) => ({ claim, verdict: claim.evaluate(context) }));
  }, [parameters, spectra, tables]);
  const count = checked.filter(({ verdict }) => verdict.holds).length;
  return (
    <div className="paper">
      <h2>The paper, checked</h2>
      <p>
        What Jin, Guo &amp; Hu (2016) say, held to the model as the sliders have it now. The paper speaks in
        words; each criterion puts a number to them. Reference:{' '}
        <ExternalLink href="https://arxiv.org/abs/1504.06903">arXiv:1504.06903</ExternalLink>, Chin. Phys. C
        40, 015101.
      </p>
      <RestoreButton />
      <p role="status">
        <strong>
          {count} of {checked.length}
        </strong>{' '}
        claims hold now.
      </p>
      {(['protons', 'electrons', 'diffusion'] as const).map((about) => (
        <section key={about} aria-label={aboutTexts[about]}>
          <h3>{aboutTexts[about]}</h3>
          <ul className="paper-claims">
            {checked
              .filter(({ claim }) => claim.about === about)
              .map(({ claim, verdict }) => (
                <ClaimItem key={claim.id} claim={claim} verdict={verdict} />
              ))}
          </ul>
        </section>
      ))}
      <FollowUps tables={tables.all} />
      <div className="paper-figures">
        {speciesKeys.map((species) => (
          <FigureOf key={species} species={species} models={spectra[species]} tables={tables[species]} />
        ))}
      </div>
    </div>
  );
}
