/** Everything that one species' figure shows, as plain data. Whoever holds a state makes it (state/selectors/figureState.ts). */
import type { MeasuredTable } from '../measurements/tableTypes';
import { axisRanges } from './axes';
import type { ModelCurve } from './curves';
import type { GhostCurve } from './marks/ghost';
import type { ThemeName } from './palette';
import type { ResidualPanel } from './residualPanel';
import type { AxisChoice, AxisRanges } from './vocabulary';

/** What is drawn, however large and on whatever. */
export interface FigureContent {
  readonly choice: AxisChoice;
  readonly curves: readonly ModelCurve[];
  readonly tables: readonly MeasuredTable[];
  /** Every table of this species, shown or not: markers are given out among all. */
  readonly allTables: readonly MeasuredTable[];
  readonly ghosts: readonly GhostCurve[];
  /** Null: no panel under the spectrum. */
  readonly residuals: ResidualPanel | null;
  /** Null: the range that holds the data. */
  readonly zoom: AxisRanges | null;
  readonly theme: ThemeName;
}

export interface FigureState extends FigureContent {
  /** Ends of the chi2 range, log10 on the abscissa. */
  readonly agreementEnds: readonly [number, number];
  /** Published tables are on their way. */
  readonly awaitsData: boolean;
  /** Every model curve that is wanted is there. */
  readonly isComplete: boolean;
  /** Changes when anything but the shape of the curves does: Plotly must redraw at once. */
  readonly frameKey: string;
  /** Changes when a curve does. */
  readonly curvesKey: string;
}

/** The axes of a figure before it is drawn; null while what they are measured by is on its way. */
export function plannedRanges({ awaitsData, tables, zoom, choice }: FigureState): AxisRanges | null {
  return awaitsData ? null : (zoom ?? axisRanges(tables, choice));
}
