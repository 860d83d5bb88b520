/** What a species' figure should show for a state of the explorer, with keys that tell when it must be redrawn. */
import type { MeasuredTable } from '../measurements/tableTypes';
import type { SpeciesKey, Spectrum } from '../model/propagated';
import { type LaneId, laneOf } from '../state/lanes';
import { laneSpectrum } from '../state/spectra';
import type { ExplorerState } from '../state/store';
import { speciesTables, visibleTables } from '../state/tables';
import { scalingPower } from '../state/view';
import { analyticFlux } from './analytic';
import type { AxisChoice } from './axes';
import { type ModelCurve, modelCurves } from './curves';
import type { ThemeName } from './palette';

export interface FigureState {
  readonly choice: AxisChoice;
  readonly curves: readonly ModelCurve[];
  readonly tables: readonly MeasuredTable[];
  readonly allTables: readonly MeasuredTable[];
  readonly theme: ThemeName;
  /** Changes when anything but the shape of the curves does: Plotly must redraw at once. */
  readonly frameKey: string;
  /** Changes when a curve does. */
  readonly curvesKey: string;
}

type Source = Pick<ExplorerState, 'lanes' | 'parameters' | 'view' | 'catalogue'>;

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

export function figureState(state: Source, species: SpeciesKey, theme: ThemeName): FigureState {
  const { view, parameters } = state;
  const choice: AxisChoice = { species, abscissa: view.abscissa, power: scalingPower(view.scaling, species) };
  const thm = shownSpectrum(state, laneOf('thm', species));
  const cm = shownSpectrum(state, laneOf('cm', species));
  const curves = modelCurves({
    ...choice,
    thm,
    cm,
    interstellar: view.interstellar,
    analytic: view.analytic ? analyticFlux(parameters, species) : null,
  });
  const tables = visibleTables(state, species);
  const drawn = [choice.abscissa, choice.power, view.interstellar, view.analytic];
  return {
    choice,
    curves,
    tables,
    allTables: speciesTables(state, species),
    theme,
    frameKey: [theme, ...drawn, ...tables.map((table) => table.id)].join('|'),
    curvesKey: [numberOf(thm), numberOf(cm), view.analytic ? Object.values(parameters).join(',') : ''].join(
      '|',
    ),
  };
}
