/** Which of a figure's curves are of earlier values, by the ids of the curves. */
import { modelKeys } from '../../model/models';
import { type ObservableId, solvesOf } from '../../model/observables';
import type { CurveId } from '../../plot/curves';
import type { ExplorerState } from '../explorerState';
import { laneOf } from '../lanes';
import { isOldVolume } from './volumes';

export function staleCurves(
  state: Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view'>,
  id: ObservableId,
): readonly (readonly [CurveId, boolean])[] {
  return modelKeys.flatMap((model): [CurveId, boolean][] => {
    const isStale = solvesOf(id).some((solve) => state.lanes[laneOf(model, solve)].stale);
    const own: [CurveId, boolean] = [model, isStale];
    if (id !== 'p' && id !== 'e-') return [own];
    // A run draws what it has; until then the curve is of earlier values.
    return [own, [`3d-${model}`, isOldVolume(state, laneOf(model, id))]];
  });
}
