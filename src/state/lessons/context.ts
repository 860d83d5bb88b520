/** What a lesson's check sees of the explorer. */
import type { ExplorerParameters } from '../../model/parameters/values';
import { isSpecies, type SolveKey } from '../../model/particles';
import type { ExplorerState } from '../explorerState';
import { type LaneId, laneOf, laneSolveKey } from '../lanes';
import { observableSpectrum } from '../selectors/composition';
import { isSettled, laneStatus } from '../selectors/laneStatus';
import { shownObservable } from '../selectors/shownSpectra';
import type { CheckContext } from './check';
import { lanesOfCurve, partsOf } from './curves';

type Source = Pick<ExplorerState, 'parameters' | 'view' | 'lanes' | 'ghosts' | 'drag'>;

/**
 * Of several particles together a finer grid that is to come is not waited for: it takes seconds, and moves B/C and ¹⁰Be/⁹Be by less
 * than 0.3 %, whatever the estimate of the worst of them says.
 */
function isGoodEnough(state: Source, lane: LaneId): boolean {
  const isRefining = !isSpecies(laneSolveKey[lane]) && laneStatus(state, lane) === 'refining';
  const { curve } = state.lanes[lane];
  return (isRefining || isSettled(state, lane)) && curve?.propagated.report.tier !== 'live';
}

/**
 * The context of a check in the explorer's present state. Curves count when they are solved for the present values, not by
 * the coarse tier of a drag, and no finer grid is to come; where several particles are solved together, finer ones may be to come.
 *
 * @param isLenient counts every curve there is: for numbers that follow a slider, not for checks.
 */
export function contextOf(
  state: Source,
  start: ExplorerParameters,
  number: number | null,
  isLenient = false,
): CheckContext {
  const { parameters, view, ghosts } = state;
  return {
    parameters,
    start,
    view,
    number,
    spectrum: (curve) => {
      const { model, observable } = partsOf(curve);
      const isThere = isLenient || lanesOfCurve(curve).every((lane) => isGoodEnough(state, lane));
      return isThere ? shownObservable(state, model, observable) : null;
    },
    ghost: (name, curve) => {
      const { model, observable } = partsOf(curve);
      const ghost = ghosts.findLast((one) => one.name === name);
      const solved = (solve: SolveKey) => ghost?.curves[laneOf(model, solve)];
      return ghost ? observableSpectrum(observable, model, solved, ghost.parameters) : null;
    },
  };
}
