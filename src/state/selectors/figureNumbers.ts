/** A species' figure as numbers, with what they rest on. */
import { modelKeys } from '../../model/models';
import type { SpeciesKey } from '../../model/propagated';
import type { FigureNumbers } from '../../plot/export/figureCsv';
import type { ExplorerState } from '../explorerState';
import { laneOf } from '../lanes';
import { figureState } from './figureState';

export function figureNumbers(
  state: Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view' | 'catalogue' | 'ghosts'>,
  species: SpeciesKey,
): FigureNumbers {
  // Without the power of the axis: flux as it is.
  const plain = { ...state, view: { ...state.view, scaling: '0', residuals: 'off' } as const };
  const { choice, curves, ghosts, tables } = figureState(plain, species, 'light', false);
  const solved = modelKeys.flatMap((model) => {
    const lane = laneOf(model, species);
    const solutions = [state.lanes[lane].curve, state.view.curve3d ? state.volumes[lane].curve : null];
    return solutions.flatMap((curve) => (curve === null ? [] : [{ model, report: curve.propagated.report }]));
  });
  const frozen = state.ghosts.map(({ name, parameters, curves: own }) => ({
    name,
    parameters,
    solved: modelKeys.flatMap((model) => {
      const report = own[laneOf(model, species)]?.report;
      return report === undefined ? [] : [{ model, report }];
    }),
  }));
  return { choice, curves, ghosts, tables, parameters: state.parameters, solved, frozen };
}
