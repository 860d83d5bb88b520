/** The curves of the frozen sets of parameters, as far as they are solved. */
import { modelKeys } from '../../model/models';
import type { SolveKey } from '../../model/propagated';
import { drawn, onAbscissa } from '../../plot/curves';
import type { GhostCurve } from '../../plot/marks/ghost';
import type { AxisChoice, ShownModels } from '../../plot/vocabulary';
import type { Ghost } from '../explorerState';
import { laneOf } from '../lanes';
import { observableSpectrum } from './composition';

export function ghostCurves(
  ghosts: readonly Ghost[],
  choice: AxisChoice,
  view: ShownModels,
): readonly GhostCurve[] {
  const visible = modelKeys.toReversed().filter((model) => view[model]);
  return ghosts.flatMap(({ slot, name, parameters, curves }) => {
    const solved = visible.flatMap((model) => {
      const solvedOf = (solve: SolveKey) => curves[laneOf(model, solve)];
      const spectrum = observableSpectrum(choice.observable, model, solvedOf, parameters);
      return spectrum === null ? [] : [{ model, spectrum: onAbscissa(spectrum, choice.abscissa) }];
    });
    return solved.map(({ model, spectrum }) => {
      const points = drawn(spectrum, spectrum.modulated, choice);
      return { slot, name, model, points, named: model === solved.at(-1)?.model };
    });
  });
}
