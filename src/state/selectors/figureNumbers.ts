/** A figure as numbers, with what they rest on. */
import { type ModelKey, modelKeys } from '../../model/models';
import { type ObservableId, solvesOf } from '../../model/observables';
import type { Propagated } from '../../model/propagated';
import type { FigureNumbers, SolvedModel } from '../../plot/export/figureCsv';
import type { ExplorerState } from '../explorerState';
import { laneOf } from '../lanes';
import { figureState } from './figureState';

export function figureNumbers(
  state: Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view' | 'catalogue' | 'ghosts'>,
  id: ObservableId,
): FigureNumbers {
  // Without the power of the axis: flux as it is.
  const plain = { ...state, view: { ...state.view, scaling: '0', residuals: 'off' } as const };
  const { choice, curves, ghosts, tables } = figureState(plain, id, 'light', false);
  const solves = solvesOf(id);
  const reportOf = (model: ModelKey, { species, report }: Propagated): SolvedModel => ({
    model,
    report,
    ...(solves.length > 1 && { solve: species }),
  });
  const solved = modelKeys.flatMap((model) => {
    const lanes = solves.map((solve) => laneOf(model, solve));
    const volume =
      (id === 'p' || id === 'e-') && state.view.curve3d ? state.volumes[laneOf(model, id)].curve : null;
    return [...lanes.map((lane) => state.lanes[lane].curve), volume].flatMap((curve) =>
      curve === null ? [] : [reportOf(model, curve.propagated)],
    );
  });
  const frozen = state.ghosts.map(({ name, parameters, curves: own }) => ({
    name,
    parameters,
    solved: modelKeys.flatMap((model) =>
      solves.flatMap((solve) => {
        const propagated = own[laneOf(model, solve)];
        return propagated === undefined ? [] : [reportOf(model, propagated)];
      }),
    ),
  }));
  return { choice, curves, ghosts, tables, parameters: state.parameters, solved, frozen };
}
