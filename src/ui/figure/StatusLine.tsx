/** What was solved for the curves on screen, and whether they are of the values the sliders show. */
import { gridText } from '../../model/propagated';
import { acceptedError } from '../../model/refinement';
import type { Curve, ExplorerState } from '../../state/explorerState';
import { visibleLanes } from '../../state/lanes';
import { type LaneStatus, tabError, tabStatus } from '../../state/selectors/laneStatus';
import { useActions, useExplorer } from '../../state/useExplorer';
import { boundText, offText } from '../../text/percent';
import { SolveProgress } from './SolveProgress';
import { useCalm } from './useCalm';

/** How good the curves on screen are; tier, grid, iterations, residual and time of the one that was solved last. */
function solvedText(state: ExplorerState): string {
  const curves = visibleLanes(state.view.tab).flatMap((lane) => state.lanes[lane].curve ?? []);
  const latest = curves.reduce<Curve | null>(
    (last, curve) => (last && last.order > curve.order ? last : curve),
    null,
  );
  if (latest === null) return '';
  const { tier, grid, iterations, residual, isCompiled, milliseconds } = latest.propagated.report;
  // What is further off is told first in the line, not here.
  const error = tabError(state);
  const within = tier !== 'live' && error <= acceptedError;
  return [
    ...(within ? [`within ${boundText(error)}`] : []),
    tier,
    `grid ${gridText(grid)}`,
    `${iterations} ${iterations === 1 ? 'iteration' : 'iterations'}`,
    `residual ${residual.toExponential(1).replace('e-', 'e−')}`,
    ...(isCompiled === false ? ['not compiled'] : []),
    `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`,
  ].join(' · ');
}

const followed: readonly LaneStatus[] = ['fresh', 'solving', 'refining', 'inaccurate'];

/** Under the hand, "up to date" and "solving" take turns many times a second: one word for both is easier to read. */
function statusText(state: ExplorerState): string {
  const { status, message } = tabStatus(state);
  if (state.drag === null || !followed.includes(status)) return message;
  const error = tabError(state);
  return error <= acceptedError ? 'Following' : `Following; ${offText(error)}`;
}

export function StatusLine() {
  const status = useExplorer((state) => tabStatus(state).status);
  const message = useExplorer(statusText);
  const solved = useCalm(useExplorer(solvedText));
  const { retry } = useActions();
  return (
    <div className="status" data-status={status}>
      <span className="status-dot" aria-hidden="true" />
      <span
        className="status-message"
        role={status === 'error' || status === 'refused' ? 'alert' : undefined}
      >
        {message}
      </span>
      <SolveProgress />
      {(status === 'error' || status === 'cancelled') && (
        <button type="button" className="button button-small" onClick={retry}>
          Retry
        </button>
      )}
      <span className="status-solved">{solved}</span>
    </div>
  );
}
