/** The curves of the frozen sets of parameters, as far as they are solved. */
import { modelKeys } from '../../model/models';
import { drawn } from '../../plot/curves';
import type { GhostCurve } from '../../plot/marks/ghost';
import type { AxisChoice, ShownModels } from '../../plot/vocabulary';
import type { Ghost } from '../explorerState';
import { laneOf } from '../lanes';
import { laneSpectrum } from './spectra';

export function ghostCurves(
  ghosts: readonly Ghost[],
  choice: AxisChoice,
  view: ShownModels,
): readonly GhostCurve[] {
  const visible = modelKeys.toReversed().filter((model) => view[model]);
  return ghosts.flatMap(({ slot, name, parameters, curves }) => {
    const solved = visible.filter((model) => curves[laneOf(model, choice.species)] !== undefined);
    return solved.flatMap((model) => {
      const lane = laneOf(model, choice.species);
      const propagated = curves[lane];
      if (propagated === undefined) return [];
      const spectrum = laneSpectrum(lane, propagated, parameters);
      const points = drawn(spectrum, spectrum.modulated, choice);
      return [{ slot, name, model, points, named: model === solved.at(-1) }];
    });
  });
}
