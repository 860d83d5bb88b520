/** The local spectral index: where the models harden, where the data do, and whether anything happens at 200 GV. */
import { useMemo, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { fastestChange, indexAt, type LocalIndex, windowDecades } from '../../inference/localSlope';
import { type ModelKey, modelRecord } from '../../model/models';
import { particles } from '../../model/particles';
import type { SpeciesKey, Spectrum } from '../../model/propagated';
import { analyticFlux } from '../../plot/analytic';
import { abscissaUnit } from '../../plot/axes';
import { curveNames } from '../../plot/curves';
import { quantityText, scientific, tableTitle } from '../../plot/hover';
import { particleRanges } from '../../plot/understand/particleRanges';
import {
  fluxIndices,
  indexText,
  measuredSlopes,
  pamelaBreakGV,
  slopeFigure,
  slopeRows,
  slopesInFigure,
  solvedModels,
} from '../../plot/understand/slopeFigure';
import { type Abscissa, abscissaIds } from '../../plot/vocabulary';
import { laneOf, tabSpecies } from '../../state/lanes';
import { shownSpectrum } from '../../state/selectors/shownSpectra';
import { figureTables, visibleTables } from '../../state/selectors/tables';
import { themeName } from '../../state/store';
import { useExplorer } from '../../state/useExplorer';
import { CurveGlyph } from '../figure/CurveGlyph';
import { TableGlyph } from '../figure/TableGlyph';
import { Choices } from './Choices';
import { PlotFigure } from './PlotFigure';
import './SlopeView.css';

const abscissaNames: Record<Abscissa, string> = { energy: 'Energy', rigidity: 'Rigidity' };

interface SpeciesProps {
  readonly species: SpeciesKey;
  readonly abscissa: Abscissa;
}

type Models = Readonly<Record<ModelKey, Spectrum | null>>;

function useModels(species: SpeciesKey): Models {
  return useExplorer(
    useShallow((state) =>
      modelRecord((model) => (state.view[model] ? shownSpectrum(state, laneOf(model, species)) : null)),
    ),
  );
}

function useTables(species: SpeciesKey) {
  const catalogue = useExplorer((state) => state.catalogue);
  const view = useExplorer((state) => state.view);
  return useMemo(
    () => ({
      tables: visibleTables({ catalogue, view }, species),
      allTables: figureTables({ catalogue }, species),
    }),
    [catalogue, view, species],
  );
}

function change(fits: readonly LocalIndex[], from: number, to: number): string {
  const [before, after] = [indexAt(fits, from), indexAt(fits, to)];
  return before === null || after === null ? 'not known' : signed(after - before);
}

/** "10,000". */
function grouped(value: number): string {
  return value.toLocaleString('en');
}

function signed(value: number): string {
  return `${value > 0 ? '+' : ''}${indexText(value)}`.replace(/^[+−]0\.00$/, '0.00');
}

interface NumbersProps extends SpeciesProps {
  readonly models: Models;
}

function SlopeNumbers({ species, abscissa, models }: NumbersProps) {
  const parameters = useExplorer((state) => state.parameters);
  const unit = abscissaUnit({ abscissa, observable: 'p' });
  const solved = solvedModels(models);
  const first = solved[0] === undefined ? null : models[solved[0]];
  const curves = useMemo(
    () =>
      solvedModels(models).map((model) => {
        const spectrum = models[model]!;
        return { model, fits: fluxIndices(spectrum, spectrum.interstellar, abscissa) };
      }),
    [models, abscissa],
  );
  const thinDisc = useMemo(
    () =>
      species === 'p' && first !== null
        ? fluxIndices(first, first.rigidityGV.map(analyticFlux(parameters, species)), abscissa)
        : null,
    [species, first, abscissa, parameters],
  );
  if (curves.length === 0) return <p>The curves are being solved, or both models are switched off.</p>;
  const columns = [
    ...curves.map(({ model, fits }) => ({ name: curveNames[model], fits })),
    ...(thinDisc === null ? [] : [{ name: 'Eq. 4 for THM', fits: thinDisc }]),
  ];
  const rows = slopeRows(
    species,
    columns.map(({ fits }) => fits),
  );
  const [from, to] = particleRanges[species].slope.searched;
  return (
    <>
      <table>
        <caption>
          Index γ outside the heliosphere ({particles[species].name.toLowerCase()}, flux per {unit})
        </caption>
        <thead>
          <tr>
            <th scope="col">At</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ x, indices }) => (
            <tr key={x}>
              <th scope="row">
                {grouped(x)} {unit}
              </th>
              {columns.map(({ name }, i) => (
                <td key={name}>{indices[i] === null ? 'not known' : indexText(indices[i]!)}</td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">Change, 100 to 400 {unit}</th>
            {columns.map(({ name, fits }) => (
              <td key={name}>{change(fits, 100, 400)}</td>
            ))}
          </tr>
          <tr>
            <th scope="row">Fastest change</th>
            {columns.map(({ name, fits }) => {
              const fastest = fastestChange(fits, from, to);
              return (
                <td key={name}>
                  {fastest === null
                    ? 'not known'
                    : `${signed(fastest.perDecade)} per decade, at ${grouped(Number(fastest.x.toPrecision(2)))} ${unit}`}
                </td>
              );
            })}
          </tr>
        </tbody>
      </table>
      <p>
        The fastest change is looked for from {grouped(from)} to {grouped(to)} {unit}. A minus sign means that
        the spectrum hardens.
        {thinDisc !== null &&
          ' Eq. 4 is diffusion alone, in one dimension; the solved model differs from it by the extent of the Galaxy, by losses and by reacceleration.'}
      </p>
    </>
  );
}

function MeasuredNumbers({
  tables,
  abscissa,
}: {
  readonly tables: ReturnType<typeof useTables>['tables'];
  readonly abscissa: Abscissa;
}) {
  const slopes = useMemo(() => measuredSlopes(tables, abscissa), [tables, abscissa]);
  const without = tables.filter((table) => !slopes.some((one) => one.table === table));
  const unit = abscissaUnit({ abscissa, observable: 'p' });
  if (tables.length === 0) return <p>No data are shown. Choose data sets beside the spectra.</p>;
  return (
    <details className="slope-measured">
      <summary>The measured index in numbers</summary>
      {slopes.map(({ table, fits }) => (
        <table key={table.id}>
          <caption>
            {tableTitle(table)}, {quantityText(table)}
          </caption>
          <thead>
            <tr>
              <th scope="col">Range ({unit})</th>
              <th scope="col">γ</th>
              <th scope="col">Points</th>
            </tr>
          </thead>
          <tbody>
            {fits.map((fit) => (
              <tr key={fit.from}>
                <th scope="row">
                  {scientific(fit.from)} to {scientific(fit.to)}
                </th>
                <td>
                  {indexText(fit.index)} ± {indexText(fit.error)}
                </td>
                <td>{fit.points}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
      {without.length > 0 && (
        <p>
          Without errors, or with fewer than four points in a decade, and so not fitted:{' '}
          {without.map(tableTitle).join('; ')}.
        </p>
      )}
    </details>
  );
}

function SpeciesSlope({ species, abscissa }: SpeciesProps) {
  const theme = useExplorer(themeName);
  const models = useModels(species);
  const { tables, allTables } = useTables(species);
  const figure = useMemo(
    () => slopeFigure({ species, abscissa, models, tables, allTables, theme }),
    [species, abscissa, models, tables, allTables, theme],
  );
  const slopes = slopesInFigure(species, measuredSlopes(tables, abscissa));
  return (
    <section className="slope-species" aria-label={particles[species].name}>
      <h3>{particles[species].name}</h3>
      <ul className="understand-legend">
        {solvedModels(models).map((model) => (
          <li key={model}>
            <CurveGlyph id={model} /> {curveNames[model]}
          </li>
        ))}
        {slopes.map(({ table }) => (
          <li key={table.id}>
            <TableGlyph table={table} all={allTables} theme={theme} /> {tableTitle(table)}{' '}
            {quantityText(table)}
          </li>
        ))}
      </ul>
      <PlotFigure
        figure={figure}
        label={`Local spectral index of ${particles[species].name.toLowerCase()}: both models and the data. The numbers are in the table below.`}
        height={380}
      />
      <SlopeNumbers species={species} abscissa={abscissa} models={models} />
      <MeasuredNumbers tables={tables} abscissa={abscissa} />
    </section>
  );
}

/** What a uniform halo makes of the sources' index, in the present numbers. */
function ExpectedProtons() {
  const alpha = useExplorer((state) => state.parameters['p.alpha1']);
  const delta = useExplorer((state) => state.parameters['cm.delta']);
  const hardens = useExplorer(({ parameters }) => parameters.profile !== 'uniform' && parameters.Delta > 0);
  return (
    <p>
      In one uniform halo diffusion adds its slope δ to the index of the sources: {indexText(alpha)} +{' '}
      {indexText(delta)} = <strong>{indexText(alpha + delta)}</strong> for protons of the conventional model,
      from where losses and reacceleration no longer matter up to the cutoff of the sources.{' '}
      {hardens
        ? 'With two halos the index falls as the inner halo, where δ is smaller, comes to hold more of the particles: the spectrum hardens.'
        : 'As the sliders are, no halo with a larger δ lies around the inner one, and diffusion hardens nothing.'}
    </p>
  );
}

function ExpectedElectrons() {
  return (
    <p>
      Electrons lose energy on their way, the faster the more they have, so their index rises with energy in
      either model. With the paper's parameters two halos make it smaller from some 10 GeV up to the TeV
      range, not at one energy: the spectrum hardens as a whole, without a break.
    </p>
  );
}

export function SlopeView() {
  const tab = useExplorer((state) => state.view.tab);
  const [abscissa, setAbscissa] = useState<Abscissa>('rigidity');
  return (
    <>
      <h2>The local slope: where does the spectrum harden?</h2>
      <p>
        The index γ = −d ln <i>J</i> / d ln <i>{abscissa === 'energy' ? 'E' : 'R'}</i> is the power with which
        the flux falls, here and now. A pure power law is a level line; hardening is a line that rises. A
        sharp break at {pamelaBreakGV} GV, as PAMELA reported for protons, would be a step at the dashed line.
      </p>
      {tabSpecies(tab).includes('p') && <ExpectedProtons />}
      {tabSpecies(tab).includes('e-') && <ExpectedElectrons />}
      <Choices
        legend="Index of the flux against"
        ids={abscissaIds}
        names={abscissaNames}
        value={abscissa}
        onValue={setAbscissa}
      />
      {tabSpecies(tab).map((species) => (
        <SpeciesSlope key={species} species={species} abscissa={abscissa} />
      ))}
      <p className="slope-note">
        Each value is a power law fitted over {windowDecades} decades (wider where points are few), to data
        and models alike. Markers are fits that share no point, with the range they cover; the thin line
        slides from point to point. Errors are statistical and systematic ones in quadrature, bins taken as
        independent: where systematic errors move neighbours together, the index is known better than its bar
        says. Thick curves are modulated, as measured near Earth; thin ones are outside the heliosphere. Air
        showers and the lowest energies lie outside the figure, in the numbers only.
      </p>
    </>
  );
}
