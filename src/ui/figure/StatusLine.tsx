/** What was solved for the curves on screen, and whether they are of the values the sliders show. */
import type { SolveReport } from '../../model/propagated';
import { tabStatus } from '../../state/laneStatus';
import { visibleLanes } from '../../state/lanes';
import type { ExplorerState } from '../../state/store';
import { useActions, useExplorer } from '../../state/useExplorer';

function reports(state: ExplorerState): readonly SolveReport[] {
  return visibleLanes(state.view.tab).flatMap((lane) => state.lanes[lane].curve?.propagated.report ?? []);
}

/** Tier, grid, iterations, residual and time of the slowest curve on screen. */
function solvedText(state: ExplorerState): string {
  const all = reports(state);
  const slowest = all.reduce<SolveReport | null>(
    (worst, report) => (worst === null || report.milliseconds > worst.milliseconds ? report : worst),
    null,
  );
  if (slowest === null) return '';
  const { r, z, momentum } = slowest.grid;
  const residual = Math.max(...all.map((report) => report.residual));
  const iterations = Math.max(...all.map((report) => report.iterations));
  return [
    slowest.tier,
    `grid ${r} × ${z} × ${momentum} (r, z, p)`,
    `${iterations} iterations`,
    `residual ${residual.toExponential(1).replace('e-', 'e−')}`,
    `${Math.round(slowest.milliseconds)} ms`,
  ].join(' · ');
}

export function StatusLine() {
  const status = useExplorer((state) => tabStatus(state).status);
  const message = useExplorer((state) => tabStatus(state).message);
  const solved = useExplorer(solvedText);
  const { retry } = useActions();
  return (
    <div className="status" data-status={status}>
      <span className="status-dot" aria-hidden="true" />
      <span className="status-message" role={status === 'error' ? 'alert' : undefined}>
        {message}
      </span>
      {status === 'error' && (
        <button type="button" className="button button-small" onClick={retry}>
          Retry
        </button>
      )}
      <span className="status-solved">{solved}</span>
    </div>
  );
}
