/** Dims curves of earlier values: classes on everything that draws them, touched only when something changes. */
import { modelKeys } from '../model/models';
import type { SpeciesKey } from '../model/propagated';
import type { ExplorerState } from '../state/explorerState';
import { laneOf } from '../state/lanes';
import { isOldVolume } from '../state/volumes';

export function createStaleMarks(
  elements: readonly Element[],
  species: SpeciesKey,
): (state: ExplorerState) => void {
  const marked: Record<string, boolean> = {};
  const mark = (curve: string, stale: boolean) => {
    if (stale === (marked[curve] ?? false)) return;
    marked[curve] = stale;
    for (const element of elements) element.classList.toggle(`is-stale-${curve}`, stale);
  };
  return (state) => {
    for (const model of modelKeys) {
      const lane = laneOf(model, species);
      mark(model, state.lanes[lane].stale);
      // A run draws what it has; until then the curve is of earlier values.
      mark(`3d-${model}`, isOldVolume(state, lane));
    }
  };
}
