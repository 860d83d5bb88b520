/**
 * The figure as numbers: its curves and the data that are shown, on the figure's abscissa, not multiplied by any
 * power. The header says what made them. The program's own words are ASCII; names of frozen curves are as they were
 * chosen. Pure.
 */
import { convertTable } from '../../measurements/axes';
import { csvColumns } from '../../measurements/parseTable';
import type { MeasuredTable } from '../../measurements/tableTypes';
import { modelKeys, models } from '../../model/models';
import { type ExplorerParameterId, type ExplorerParameters, explorerTable } from '../../model/parameters';
import { particles } from '../../model/particles';
import { presets } from '../../model/presets';
import { gridText, type SpeciesKey } from '../../model/propagated';
import type { ExplorerState } from '../../state/explorerState';
import { laneOf } from '../../state/lanes';
import { changedParameters } from '../../state/plainHash';
import { visibleTables } from '../../state/tables';
import { asciiText } from '../../text/asciiText';
import { type CsvCell, csvComment, csvFile, csvLine } from '../../text/csvCell';
import { boundText } from '../../text/percent';
import { figureState } from '../figureState';
import { tableTitle } from '../hover';

type Source = Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view' | 'catalogue' | 'ghosts'>;

/** As in the project's own data files, with what the row is in front. */
const columns = ['kind', 'name', ...csvColumns] as const;

function parameterText(parameters: ExplorerParameters, id: ExplorerParameterId): string {
  const entry = explorerTable.find((one) => one.id === id);
  const unit = entry !== undefined && 'unit' in entry && entry.unit !== '' ? ` ${asciiText(entry.unit)}` : '';
  return `${id} = ${parameters[id]}${unit}`;
}

function header(state: Source, species: SpeciesKey, tables: readonly MeasuredTable[]): readonly string[] {
  // The cast: ids of the explorer table are the keys of its parameter type.
  const ids = explorerTable.map((entry) => entry.id as ExplorerParameterId);
  const { view } = state;
  const onRigidity = view.abscissa === 'rigidity';
  const unit = onRigidity ? 'GV' : 'GeV';
  const solved = modelKeys.flatMap((model) => {
    const lane = laneOf(model, species);
    const curves = [state.lanes[lane].curve, view.curve3d ? state.volumes[lane].curve : null];
    return curves.flatMap((curve) => {
      if (curve === null) return [];
      const { tier, grid, residual, errorEstimate } = curve.propagated.report;
      const text = `grid ${gridText(grid, 'x')}, residual ${residual.toExponential(1)}, estimated error ${boundText(errorEstimate)}`;
      return [`${models[model].short}: ${tier}, ${text}`];
    });
  });
  const frozen = state.ghosts.map((ghost) => {
    const changed = changedParameters(ghost.parameters).map((id) => parameterText(ghost.parameters, id));
    const errors = modelKeys.flatMap((model) => {
      const report = ghost.curves[laneOf(model, species)]?.report;
      return report === undefined ? [] : [`${models[model].short} ${boundText(report.errorEstimate)}`];
    });
    const told = errors.length === 0 ? '' : `; estimated error: ${errors.join(', ')}`;
    return `frozen: ${ghost.name}: ${changed.join('; ') || "the paper's parameters"}${told}`;
  });
  const solution = [
    'Two-Halo Explorer: steady cosmic-ray transport',
    `species: ${particles[species].word}`,
    `model: ${presets.thm.citation}`,
    'THM: the two-halo model; CM: the conventional one, with one halo, cm.delta, cm.p.norm and cm.e.norm',
    ...solved,
    ...ids.map((id) => `parameter: ${parameterText(state.parameters, id)}`),
  ];
  const data = tables.map((table) => {
    const sources = table.publications.map((one) => `${one.citation}, doi:${one.doi}`).join('; ');
    return `data: ${tableTitle(table)} (${table.id}): ${sources}; numbers from ${table.database}; published in ${table.xUnit}`;
  });
  const axes = `x: ${onRigidity ? 'rigidity' : 'kinetic energy'} in ${unit}; flux and errors in m^-2 s^-1 sr^-1 ${unit}^-1; an empty cell is not published`;
  return [...solution.map(asciiText), ...frozen, ...[...data, axes].map(asciiText)];
}

/** CSV of one species' figure. */
export function formatFigureCsv(state: Source, species: SpeciesKey): string {
  const tables = visibleTables(state, species);
  // Without the power of the axis: flux as it is.
  const plain = { ...state, view: { ...state.view, scaling: '0', residuals: 'off' } as const };
  const { curves, ghosts } = figureState(plain, species, 'light', false);
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
      convertTable(table, state.view.abscissa === 'rigidity' ? 'R' : 'EK').points.map(
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
  const head = header(state, species, tables).map(csvComment);
  return csvFile([...head, csvLine(columns), ...rows.map(csvLine)].join(''));
}
