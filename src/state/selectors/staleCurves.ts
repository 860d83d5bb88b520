/** Which of a figure's curves are of earlier values, by the ids of the curves. */
import { modelKeys } from '../../model/models';
import type { SpeciesKey } from '../../model/propagated';
import type { CurveId } from '../../plot/curves';
import type { ExplorerState } from '../explorerState';
import { laneOf } from '../lanes';
import { isOldVolume } from './volumes';

export function staleCurves(
  state: Pick<ExplorerState, 'lanes' | 'volumes' | 'parameters' | 'view'>,
  species: SpeciesKey,
): readonly (readonly [CurveId, boolean])[] {
  return modelKeys.flatMap((model): [CurveId, boolean][] => {
    const lane = laneOf(model, species);
    return [
      [model, state.lanes[lane].stale],
      // A run draws what it has; until then the curve is of earlier values.
      [`3d-${model}`, isOldVolume(state, lane)],
    ];
  });
}
