import type { Propagated, SpeciesKey, Spectrum } from '../model/propagated';
import { type LaneId, laneOf, type ModelKey } from '../state/lanes';
import { laneSpectrum } from '../state/spectra';
import type { ExplorerState } from '../state/store';
import { speciesTables, visibleTables } from '../state/tables';
import { type ResidualChoice, scalingPower } from '../state/view';
import { analyticFlux } from './analytic';
import { type AxisChoice, abscissaOf } from './axes';
import { modelCurves } from './curves';
import type { FigureInput } from './figure';
import { ghostCurves } from './ghostCurves';
import type { ThemeName } from './palette';
import { type ResidualKind, type ResidualSeries, residualMarks } from './residualPanel';

export interface FigureState extends Omit<FigureInput, 'narrow' | 'touch' | 'size'> {
  /** Ends of the chi2 range, log10 on the abscissa. */
  readonly fitEnds: readonly [number, number];
  /** Every model curve that is wanted is there. */
  readonly isComplete: boolean;
  /** Changes when anything but the shape of the curves does: Plotly must redraw at once. */
  readonly frameKey: string;
  /** Changes when a curve does. */
  readonly curvesKey: string;
}

type Source = Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view' | 'catalogue' | 'ghosts'>;

/** A solve that goes on, as far as it has come, in the form of a solution. */
const soFar = new WeakMap<Float64Array, Propagated>();

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
  const partial = soFar.get(run.flux) ?? { ...axisymmetric, flux: new Float64Array(run.flux) };
  soFar.set(run.flux, partial);
  return laneSpectrum(lane, partial, state.parameters, axisymmetric.flux);
}

export function shownSpectrum(state: Pick<Source, 'lanes' | 'parameters'>, lane: LaneId): Spectrum | null {
  const curve = state.lanes[lane].curve;
  return curve === null ? null : laneSpectrum(lane, curve.propagated, state.parameters);
}

let spectrumCount = 0;
const spectrumNumbers = new WeakMap<Spectrum, number>();
/** A number for each spectrum object: spectra are made anew exactly when they change. */
function numberOf(spectrum: Spectrum | null): number {
  if (spectrum === null) return 0;
  const known = spectrumNumbers.get(spectrum);
  if (known !== undefined) return known;
  spectrumCount += 1;
  spectrumNumbers.set(spectrum, spectrumCount);
  return spectrumCount;
}

function residualKind(choice: ResidualChoice, hasRoom: boolean): ResidualKind | null {
  if (choice === 'auto') return hasRoom ? 'pulls' : null;
  return choice === 'off' ? null : choice;
}

/** `hasRoom`: the figure is tall enough for a second panel that nobody asked for. */
export function figureState(
  state: Source,
  species: SpeciesKey,
  theme: ThemeName,
  hasRoom: boolean,
): FigureState {
  const { view, parameters } = state;
  const choice: AxisChoice = { species, abscissa: view.abscissa, power: scalingPower(view.scaling, species) };
  const thm = view.thm ? shownSpectrum(state, laneOf('thm', species)) : null;
  const cm = view.cm ? shownSpectrum(state, laneOf('cm', species)) : null;
  const volumes = {
    thm: view.thm && view.curve3d ? volumeSpectrum(state, laneOf('thm', species)) : null,
    cm: view.cm && view.curve3d ? volumeSpectrum(state, laneOf('cm', species)) : null,
  };
  const curves = modelCurves({
    ...choice,
    thm,
    cm,
    volumes,
    interstellar: view.interstellar,
    analytic: view.analytic ? analyticFlux(parameters, species) : null,
  });
  const tables = visibleTables(state, species);
  const kind = residualKind(view.residuals, hasRoom);
  const series = (model: ModelKey, spectrum: Spectrum | null): readonly ResidualSeries[] =>
    kind === null || spectrum === null
      ? []
      : [{ model, marks: residualMarks(spectrum, tables, kind, choice.abscissa) }];
  const ghosts = ghostCurves(state.ghosts, choice, view);
  const end = (energy: number) => Math.log10(abscissaOf(choice, energy));
  const drawn = [
    choice.abscissa,
    choice.power,
    view.thm,
    view.cm,
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
    residuals: kind === null ? null : { kind, series: [...series('cm', cm), ...series('thm', thm)] },
    zoom: view.zoom[species],
    fitEnds: [end(view.fitRange[species][0]), end(view.fitRange[species][1])],
    isComplete: (thm !== null || !view.thm) && (cm !== null || !view.cm),
    theme,
    frameKey: [
      theme,
      ...drawn,
      ...tables.map((table) => table.id),
      ...ghosts.map((ghost) => `${ghost.model}${ghost.slot}${ghost.name}`),
    ].join('|'),
    curvesKey: [
      numberOf(thm),
      numberOf(cm),
      numberOf(volumes.thm),
      numberOf(volumes.cm),
      view.analytic ? Object.values(parameters).join(',') : '',
    ].join('|'),
  };
}
