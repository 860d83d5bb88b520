/** Figures 1 and 2 of Jin, Guo & Hu: their data, their axes and their two colours, with the present curves. */
import type { MeasuredTable } from '../../measurements/tableTypes';
import type { ModelKey } from '../../model/models';
import type { SpeciesKey, Spectrum } from '../../model/propagated';
import { abscissaTitle, fluxTitle } from '../axes';
import { modelCurves } from '../curves';
import type { ThemeName } from '../palette';
import { curveTrace, tableTrace } from '../traces';
import type { AxisChoice, AxisRanges } from '../vocabulary';
import type { PlainFigure } from './themedFigure';

/** The paper's data; of CREAM also the later analysis, to which the claims are held. */
const paperTables: Readonly<Record<SpeciesKey, readonly string[]>> = {
  p: [
    'ams02-2015-p',
    'pamela-2011-p',
    'atic2-2009-p',
    'cream1-2011-p',
    'cream13-2017-p',
    'kascade-2005-p-qgsjet01',
    'kascade-2005-p-sibyll21',
  ],
  'e-': ['ams02-2014-electron-minus-positron'],
};

const powers: Readonly<Record<SpeciesKey, number>> = { p: 2.7, 'e-': 3 };

/** log10 of the ends of the axes. Fixed, so that a curve that moves is seen to move. */
const ranges: Readonly<Record<SpeciesKey, AxisRanges>> = {
  p: { x: [0, 7], y: [2.4, 4.9] },
  'e-': { x: [0, 3.3], y: [0.9, 2.7] },
};

export function tablesOfPaper(
  tables: readonly MeasuredTable[],
  species: SpeciesKey,
): readonly MeasuredTable[] {
  return tables.filter((table) => paperTables[species].includes(table.id));
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
  const choice: AxisChoice = { species, abscissa: 'energy', power: powers[species] };
  const shown = ranges[species];
  const curves = modelCurves({
    ...choice,
    ...models,
    volumes: { thm: null, cm: null },
    interstellar: false,
    analytic: null,
  });
  const axis = { type: 'log' as const, dtick: 1, exponentformat: 'power' as const };
  return {
    data: [
      ...tablesOfPaper(tables, species).map((table) => tableTrace(table, tables, choice, theme, true)),
      ...curves
        .filter(({ id }) => id === 'thm' || id === 'cm')
        .map((curve) => curveTrace(curve, choice, shown, theme)),
    ],
    layout: {
      xaxis: { ...axis, range: [...shown.x], title: { text: abscissaTitle(choice.abscissa) } },
      yaxis: { ...axis, range: [...shown.y], title: { text: fluxTitle(choice) } },
    },
  };
}
