import { identityNumber } from '../memo/identityNumber';
import { memoByIdentity } from '../memo/memoByIdentity';
import { type ModelKey, modelKeys, modelRecord } from '../model/models';
import type { Propagated, SpeciesKey, Spectrum } from '../model/propagated';
import type { ExplorerState } from '../state/explorerState';
import { type LaneId, laneIds, laneOf } from '../state/lanes';
import { isNearbyLoaded } from '../state/nearby';
import { laneSpectrum } from '../state/spectra';
import { speciesTables, visibleTables } from '../state/tables';
import { analyticFlux } from './analytic';
import { abscissaOf, scalingPower } from './axes';
import { modelCurves } from './curves';
import type { FigureInput } from './figure';
import { ghostCurves } from './ghostCurves';
import type { ThemeName } from './palette';
import { type ResidualSeries, residualMarks } from './residualPanel';
import type { AxisChoice, ResidualChoice, ResidualKind } from './vocabulary';

export interface FigureState extends Omit<FigureInput, 'narrow' | 'touch' | 'size'> {
  /** Ends of the chi2 range, log10 on the abscissa. */
  readonly agreementEnds: readonly [number, number];
  /** Every model curve that is wanted is there. */
  readonly isComplete: boolean;
  /** Changes when anything but the shape of the curves does: Plotly must redraw at once. */
  readonly frameKey: string;
  /** Changes when a curve does. */
  readonly curvesKey: string;
}

type Source = Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view' | 'catalogue' | 'ghosts'>;

/** A solve that goes on, as far as it has come, in the form of a solution; of each lane. */
const solvedSoFar = memoByIdentity(
  (axisymmetric: Propagated, flux: Float64Array): Propagated => ({
    ...axisymmetric,
    flux: new Float64Array(flux),
  }),
  laneIds.length,
);

/** The curve of a lane's three-dimensional solve: what is solved so far, or what was solved last. */
export function volumeSpectrum(
  state: Pick<Source, 'lanes' | 'volumes' | 'parameters'>,
  lane: LaneId,
): Spectrum | null {
  const { curve, run } = state.volumes[lane];
  if (run === null || run.flux === null)
    return curve === null ? null : laneSpectrum(lane, curve.propagated, state.parameters);
  const axisymmetric = state.lanes[lane].curve?.propagated;
  if (axisymmetric === undefined) return null;
  const partial = solvedSoFar(axisymmetric, run.flux);
  return laneSpectrum(lane, partial, state.parameters, axisymmetric.flux);
}

export function shownSpectrum(state: Pick<Source, 'lanes' | 'parameters'>, lane: LaneId): Spectrum | null {
  const curve = state.lanes[lane].curve;
  return curve === null ? null : laneSpectrum(lane, curve.propagated, state.parameters);
}

function residualKind(choice: ResidualChoice, hasRoom: boolean): ResidualKind | null {
  if (choice === 'auto') return hasRoom ? 'pulls' : null;
  return choice === 'off' ? null : choice;
}

/**
 * The same object for the same state: what is drawn of it is drawn once.
 *
 * @param hasRoom the figure is tall enough for a second panel that nobody asked for.
 */
export const figureState = memoByIdentity(
  newFigureState,
  // Both figures, on the page and in an export.
  4,
  ({ lanes, volumes, parameters, view, catalogue, ghosts }, species, theme, hasRoom) => [
    lanes,
    species,
    volumes,
    parameters,
    view,
    catalogue,
    ghosts,
    theme,
    hasRoom,
    isNearbyLoaded(),
  ],
);

function newFigureState(state: Source, species: SpeciesKey, theme: ThemeName, hasRoom: boolean): FigureState {
  const { view, parameters } = state;
  const choice: AxisChoice = { species, abscissa: view.abscissa, power: scalingPower(view.scaling, species) };
  const spectra = modelRecord((model) => (view[model] ? shownSpectrum(state, laneOf(model, species)) : null));
  const volumes = modelRecord((model) =>
    view[model] && view.curve3d ? volumeSpectrum(state, laneOf(model, species)) : null,
  );
  const curves = modelCurves({
    ...choice,
    ...spectra,
    volumes,
    interstellar: view.interstellar,
    analytic: view.analytic ? analyticFlux(parameters, species) : null,
  });
  const tables = visibleTables(state, species);
  const kind = residualKind(view.residuals, hasRoom);
  const series = (model: ModelKey): readonly ResidualSeries[] => {
    const spectrum = spectra[model];
    return kind === null || spectrum === null
      ? []
      : [{ model, marks: residualMarks(spectrum, tables, kind, choice.abscissa) }];
  };
  const ghosts = ghostCurves(state.ghosts, choice, view);
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
    allTables: speciesTables(state, species),
    ghosts,
    residuals: kind === null ? null : { kind, series: modelKeys.toReversed().flatMap(series) },
    zoom: view.zoom[species],
    agreementEnds: [end(view.agreementRange[species][0]), end(view.agreementRange[species][1])],
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
