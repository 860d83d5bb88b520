/** What a figure shows of the present state. */
import { identityNumber } from '../../memo/identityNumber';
import { memoByIdentity } from '../../memo/memoByIdentity';
import { type ModelKey, modelKeys, modelRecord } from '../../model/models';
import type { ObservableId } from '../../model/observables';
import { analyticFlux } from '../../plot/analytic';
import { abscissaOf, scalingPower } from '../../plot/axes';
import { modelCurves } from '../../plot/curves';
import type { FigureState } from '../../plot/figureState';
import type { ThemeName } from '../../plot/palette';
import type { ResidualSeries } from '../../plot/residualPanel';
import { type AxisChoice, residualKind } from '../../plot/vocabulary';
import type { ExplorerState } from '../explorerState';
import { laneOf, mostFigures } from '../lanes';
import { rangeOf } from '../view';
import { isCompositionLoaded } from './composition';
import { residualMarks } from './dataParts';
import { ghostCurves } from './ghostCurves';
import { isNearbyLoaded } from './nearby';
import { shownObservable, volumeSpectrum } from './shownSpectra';
import { awaitsData, figureTables, visibleTables } from './tables';

type Source = Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view' | 'catalogue' | 'ghosts'>;

/**
 * The same object for the same state: what is drawn of it is drawn once.
 *
 * @param hasRoom the figure is tall enough for a second panel that nobody asked for.
 */
export const figureState = memoByIdentity(
  newFigureState,
  // Every figure, on the page and in an export.
  2 * mostFigures,
  ({ lanes, volumes, parameters, view, catalogue, ghosts }, id, theme, hasRoom) => [
    lanes,
    id,
    volumes,
    parameters,
    view,
    catalogue,
    ghosts,
    theme,
    hasRoom,
    isNearbyLoaded(),
    isCompositionLoaded(),
  ],
);

function newFigureState(state: Source, id: ObservableId, theme: ThemeName, hasRoom: boolean): FigureState {
  const { view, parameters } = state;
  const choice: AxisChoice = {
    observable: id,
    abscissa: view.abscissa,
    power: scalingPower(view.scaling, id),
  };
  /** Three dimensions, and the solution in closed form, are of single particles. */
  const species = id === 'p' || id === 'e-' ? id : null;
  const spectra = modelRecord((model) => (view[model] ? shownObservable(state, model, id) : null));
  const volumes = modelRecord((model) =>
    species !== null && view[model] && view.curve3d ? volumeSpectrum(state, laneOf(model, species)) : null,
  );
  const curves = modelCurves({
    ...choice,
    ...spectra,
    volumes,
    interstellar: view.interstellar,
    analytic: species !== null && view.analytic ? analyticFlux(parameters, species) : null,
  });
  const tables = visibleTables(state, id);
  const kind = residualKind(view.residuals, hasRoom);
  const series = (model: ModelKey): readonly ResidualSeries[] => {
    const spectrum = spectra[model];
    return kind === null || spectrum === null
      ? []
      : [{ model, marks: residualMarks(spectrum, tables, kind, choice) }];
  };
  const ghosts = ghostCurves(state.ghosts, choice, view);
  const [from, to] = rangeOf(view, id);
  const end = (energy: number) => Math.log10(abscissaOf(choice, energy));
  const drawn = [
    choice.abscissa,
    choice.power,
    ...modelKeys.map((model) => view[model]),
    view.curve3d,
    view.interstellar,
    view.analytic,
    kind,
  ];
  return {
    choice,
    curves,
    tables,
    allTables: figureTables(state, id),
    ghosts,
    residuals: kind === null ? null : { kind, series: modelKeys.toReversed().flatMap(series) },
    zoom: view.zoom[id] ?? null,
    agreementEnds: [end(from), end(to)],
    awaitsData: awaitsData(state, id),
    isComplete: modelKeys.every((model) => spectra[model] !== null || !view[model]),
    theme,
    frameKey: [
      theme,
      ...drawn,
      ...tables.map((table) => table.id),
      ...ghosts.map((ghost) => `${ghost.model}${ghost.slot}${ghost.name}`),
    ].join('|'),
    // Spectra are made anew exactly when they change.
    curvesKey: [
      ...modelKeys.map((model) => identityNumber(spectra[model])),
      ...modelKeys.map((model) => identityNumber(volumes[model])),
      view.analytic ? Object.values(parameters).join(',') : '',
    ].join('|'),
  };
}
