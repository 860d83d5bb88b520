/** Figures 1 and 2 of Jin, Guo & Hu: their data, their axes and their two colours, with the present curves. */
import type { MeasuredTable } from '../../measurements/tableTypes';
import { type ModelKey, modelKeys, modelRecord } from '../../model/models';
import type { SpeciesKey, Spectrum } from '../../model/propagated';
import { abscissaTitle, ordinateTitle } from '../axes';
import { modelCurves } from '../curves';
import { curveTrace } from '../marks/curveTrace';
import { tableTrace } from '../marks/tableTrace';
import { observableFigures } from '../observableFigures';
import type { ThemeName } from '../palette';
import type { AxisChoice } from '../vocabulary';
import { particleRanges } from './particleRanges';
import type { PlainFigure } from './themedFigure';

export function tablesOfPaper(
  tables: readonly MeasuredTable[],
  species: SpeciesKey,
): readonly MeasuredTable[] {
  return tables.filter((table) => particleRanges[species].paper.tables.includes(table.id));
}

export interface PaperFigureInput {
  readonly species: SpeciesKey;
  /** Null: not solved yet. */
  readonly models: Readonly<Record<ModelKey, Spectrum | null>>;
  /** All tables of the species, so that markers are those of the other figures. */
  readonly tables: readonly MeasuredTable[];
  readonly theme: ThemeName;
}

export function paperFigure({ species, models, tables, theme }: PaperFigureInput): PlainFigure {
  const choice: AxisChoice = {
    observable: species,
    abscissa: 'energy',
    power: observableFigures[species].power,
  };
  const shown = particleRanges[species].paper.axes;
  const curves = modelCurves({
    ...choice,
    ...models,
    volumes: modelRecord(() => null),
    interstellar: false,
    analytic: null,
  });
  const axis = { type: 'log' as const, dtick: 1, exponentformat: 'power' as const };
  return {
    data: [
      ...tablesOfPaper(tables, species).map((table) => tableTrace(table, tables, choice, theme, true)),
      ...curves
        .filter(({ id }) => modelKeys.some((model) => model === id))
        .map((curve) => curveTrace(curve, choice, shown, theme)),
    ],
    layout: {
      xaxis: { ...axis, range: [...shown.x], title: { text: abscissaTitle(choice) } },
      yaxis: { ...axis, range: [...shown.y], title: { text: ordinateTitle(choice) } },
    },
  };
}
