/** What a lesson's check sees of the explorer. */
import type { ExplorerParameters } from '../../model/parameters/values';
import type { ExplorerState } from '../explorerState';
import { isSettled } from '../selectors/laneStatus';
import { laneSpectrum } from '../selectors/spectra';
import type { CheckContext } from './check';

type Source = Pick<ExplorerState, 'parameters' | 'view' | 'lanes' | 'ghosts' | 'drag'>;

/**
 * The context of a check in the explorer's present state. Curves count when they are solved for the present values, not by
 * the coarse tier of a drag, and no finer grid is to come.
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
    spectrum: (lane) => {
      const { curve } = state.lanes[lane];
      const isFresh = isSettled(state, lane) && curve?.propagated.report.tier !== 'live';
      return curve !== null && (isFresh || isLenient)
        ? laneSpectrum(lane, curve.propagated, parameters)
        : null;
    },
    ghost: (name, lane) => {
      const ghost = ghosts.findLast((one) => one.name === name);
      const curve = ghost?.curves[lane];
      return ghost && curve ? laneSpectrum(lane, curve, ghost.parameters) : null;
    },
  };
}
