/**
 * The figure as numbers: its curves and the data that are shown, on the figure's abscissa, not multiplied by any
 * power. The header says what made them. The program's own words are ASCII; names of frozen curves are as they were
 * chosen. Pure.
 */
import { convertTable } from '../../measurements/axes';
import { csvColumns } from '../../measurements/parseTable';
import { type ModelKey, models } from '../../model/models';
import { isRatio, observables } from '../../model/observables';
import {
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
} from '../../model/parameters/values';
import { changedParameters, presets } from '../../model/presets';
import { gridText, type SolveKey, type SolveReport } from '../../model/propagated';
import { asciiText } from '../../text/asciiText';
import { type CsvCell, csvComment, csvFile, csvLine } from '../../text/csvCell';
import { boundText } from '../../text/percent';
import { abscissaUnit, axisOf } from '../axes';
import type { FigureState } from '../figureState';
import { tableTitle } from '../hover';

/** A solution, of which model, and of what where a figure rests on several. */
export interface SolvedModel {
  readonly model: ModelKey;
  readonly solve?: SolveKey;
  readonly report: SolveReport;
}

/** A figure with all that its numbers rest on. */
export interface FigureNumbers extends Pick<FigureState, 'choice' | 'curves' | 'ghosts' | 'tables'> {
  readonly parameters: ExplorerParameters;
  readonly solved: readonly SolvedModel[];
  readonly frozen: readonly {
    readonly name: string;
    readonly parameters: ExplorerParameters;
    readonly solved: readonly SolvedModel[];
  }[];
}

/** As in the project's own data files, with what the row is in front. */
const columns = ['kind', 'name', ...csvColumns] as const;

function parameterText(parameters: ExplorerParameters, id: ExplorerParameterId): string {
  const entry = explorerTable.find((one) => one.id === id);
  const unit = entry !== undefined && 'unit' in entry && entry.unit !== '' ? ` ${asciiText(entry.unit)}` : '';
  return `${id} = ${parameters[id]}${unit}`;
}

function header({ choice, parameters, solved, frozen, tables }: FigureNumbers): readonly string[] {
  // The cast: ids of the explorer table are the keys of its parameter type.
  const ids = explorerTable.map((entry) => entry.id as ExplorerParameterId);
  const onRigidity = choice.abscissa === 'rigidity';
  const unit = abscissaUnit(choice);
  const perUnit = unit.includes('/') ? `(${unit})` : unit;
  const what = isRatio(choice.observable)
    ? `${asciiText(observables[choice.observable].name)}, a ratio`
    : `flux and errors in m^-2 s^-1 sr^-1 ${perUnit}^-1`;
  const solutions = solved.map(({ model, solve, report: { tier, grid, residual, errorEstimate } }) => {
    const text = `grid ${gridText(grid, 'x')}, residual ${residual.toExponential(1)}, estimated error ${boundText(errorEstimate)}`;
    return `${models[model].short}${solve === undefined ? '' : `, ${solve}`}: ${tier}, ${text}`;
  });
  const ghosts = frozen.map((ghost) => {
    const changed = changedParameters(ghost.parameters).map((id) => parameterText(ghost.parameters, id));
    const errors = ghost.solved.map(
      ({ model, solve, report }) =>
        `${models[model].short}${solve === undefined ? '' : ` ${solve}`} ${boundText(report.errorEstimate)}`,
    );
    const told = errors.length === 0 ? '' : `; estimated error: ${errors.join(', ')}`;
    return `frozen: ${ghost.name}: ${changed.join('; ') || "the paper's parameters"}${told}`;
  });
  const solution = [
    'Two-Halo Explorer: steady cosmic-ray transport',
    `${choice.observable === 'p' || choice.observable === 'e-' ? 'species' : 'observable'}: ${observables[choice.observable].word}`,
    `model: ${presets.thm.citation}`,
    'THM: the two-halo model; CM: the conventional one, with one halo, cm.delta, cm.p.norm and cm.e.norm',
    ...solutions,
    ...ids.map((id) => `parameter: ${parameterText(parameters, id)}`),
  ];
  const data = tables.map((table) => {
    const sources = table.publications.map((one) => `${one.citation}, doi:${one.doi}`).join('; ');
    const errors = table.errors === 'total only' ? '; total errors, in sys_low and sys_high' : '';
    return `data: ${tableTitle(table)} (${table.id}): ${sources}; numbers from ${table.database}; published in ${table.xUnit}${errors}`;
  });
  const axes = `x: ${onRigidity ? 'rigidity' : unit === 'GeV' ? 'kinetic energy' : 'kinetic energy per nucleon'} in ${unit}; ${what}; an empty cell is not published`;
  return [...solution.map(asciiText), ...ghosts, ...[...data, axes].map(asciiText)];
}

/** CSV of one figure. */
export function formatFigureCsv(numbers: FigureNumbers): string {
  const { choice, curves, ghosts, tables } = numbers;
  const none = [null, null, null, null] as const;
  const line = (
    kind: string,
    name: string,
    points: { readonly x: readonly number[]; readonly y: readonly number[] },
  ) =>
    points.x.map((x, index): readonly CsvCell[] => [
      kind,
      name,
      x,
      null,
      null,
      points.y[index] ?? null,
      ...none,
    ]);
  const rows: readonly (readonly CsvCell[])[] = [
    ...curves.flatMap((curve) => line('model', asciiText(curve.name), curve.points)),
    ...ghosts.flatMap((ghost) =>
      line('frozen', `${ghost.name} (${models[ghost.model].short})`, ghost.points),
    ),
    ...tables.flatMap((table) =>
      convertTable(table, axisOf(choice)).points.map(
        ({ x, xLow, xHigh, y, statLow, statHigh, sysLow, sysHigh }): readonly CsvCell[] => [
          'data',
          table.id,
          x,
          xLow,
          xHigh,
          y,
          statLow,
          statHigh,
          sysLow,
          sysHigh,
        ],
      ),
    ),
  ];
  const head = header(numbers).map(csvComment);
  return csvFile([...head, csvLine(columns), ...rows.map(csvLine)].join(''));
}
