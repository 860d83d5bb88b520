/**
 * The panel under the spectrum: pulls, or model over data, of both models at every point that is shown. Its scale
 * never changes; what lies beyond is drawn at the edge as a triangle and tells its value when pointed at.
 */

import { notCompared } from '../inference/comparable';
import { residuals } from '../inference/residuals';
import { abscissaAt } from '../measurements/axes';
import type { MeasuredTable } from '../measurements/tableTypes';
import { memoByIdentity } from '../memo/memoByIdentity';
import type { ModelKey } from '../model/models';
import type { ObservableSpectrum } from '../model/propagated';
import type { AxisChoice, ResidualKind } from './vocabulary';

/** The ends of the panel's axis, and how far inside a point beyond them is drawn. */
export const residualScale: Record<
  ResidualKind,
  { readonly ends: readonly [number, number]; readonly inset: number }
> = {
  pulls: { ends: [-6, 6], inset: 0.5 },
  ratio: { ends: [0.5, 1.5], inset: 0.045 },
};

/** Where model and data agree. */
export const noResidual: Record<ResidualKind, number> = { pulls: 0, ratio: 1 };

export interface ResidualMark {
  /** On the figure's abscissa. */
  readonly x: number;
  /** The pull or the ratio. */
  readonly value: number;
  /** Where it is drawn. */
  readonly y: number;
  readonly beyond: -1 | 0 | 1;
  readonly table: MeasuredTable;
}

export interface ResidualSeries {
  readonly model: ModelKey;
  readonly marks: readonly ResidualMark[];
}

export interface ResidualPanel {
  readonly kind: ResidualKind;
  readonly series: readonly ResidualSeries[];
}

function mark(x: number, value: number, kind: ResidualKind, table: MeasuredTable): ResidualMark {
  const { ends, inset } = residualScale[kind];
  const beyond = value < ends[0] ? -1 : value > ends[1] ? 1 : 0;
  const y = beyond === 0 ? value : beyond < 0 ? ends[0] + inset : ends[1] - inset;
  return { x, value, y, beyond, table };
}

/** The marks of one model. Points that do not count in chi2 have no pull; a ratio needs the data's value only. */
export const residualMarks = memoByIdentity(
  (
    spectrum: ObservableSpectrum,
    tables: readonly MeasuredTable[],
    kind: ResidualKind,
    { abscissa, observable }: Pick<AxisChoice, 'abscissa' | 'observable'>,
  ): readonly ResidualMark[] =>
    tables
      .filter((table) => notCompared(table, table.quantity === observable) === null)
      .flatMap((table) =>
        residuals(spectrum, table).flatMap((one) => {
          const value = kind === 'pulls' ? one.pull : one.ratio;
          if (value === null || !Number.isFinite(value)) return [];
          const energy = one.kineticEnergyGeV;
          const x = abscissa === 'energy' ? energy : abscissaAt(table.quantity, 'R', energy);
          return [mark(x, value, kind, table)];
        }),
      ),
  // Both models of three observables, on the page and in an export.
  12,
  (spectrum, tables, kind, { abscissa, observable }) => [spectrum, kind, abscissa, observable, ...tables],
);
