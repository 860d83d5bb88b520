/**
 * Said only when a solve takes longer than a blink: that it goes on, and how to stop it. Escape stops it too, unless
 * it has something nearer to close. Its size is reserved by the status line, so nothing jumps when it comes.
 */
import { useEffect, useState } from 'react';
import { visibleLanes } from '../../state/lanes';
import { tabStatus } from '../../state/selectors/laneStatus';
import { useActions, useExplorer, useExplorerStore } from '../../state/useExplorer';
import './SolveProgress.css';

const slowAfterMilliseconds = 300;
const busy: readonly string[] = ['waiting', 'solving', 'stale', 'refining'];

/** True once nothing has come for longer than a blink, until nothing is wanted any more. */
function useSlowSolve(): boolean {
  const isBusy = useExplorer((state) => busy.includes(tabStatus(state).status));
  const answers = useExplorer((state) =>
    visibleLanes(state.view.tab).reduce((sum, lane) => sum + (state.lanes[lane].curve?.order ?? 0), 0),
  );
  const [isSlow, setSlow] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an answer winds the clock up again
  useEffect(() => {
    if (!isBusy) return setSlow(false);
    const timer = setTimeout(() => setSlow(true), slowAfterMilliseconds);
    return () => clearTimeout(timer);
  }, [isBusy, answers]);
  return isBusy && isSlow;
}

/** Escape belongs to an open popover, drawer or half-typed number first. */
export function isEscapeTaken(event: KeyboardEvent): boolean {
  const inText = event.target instanceof HTMLInputElement && event.target.type === 'text';
  return inText || document.querySelector(':popover-open, dialog[open]') !== null;
}

export function SolveProgress() {
  const isSlow = useSlowSolve();
  const store = useExplorerStore();
  const { cancel } = useActions();
  useEffect(() => {
    if (!isSlow) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isEscapeTaken(event)) return;
      event.preventDefault();
      cancel(visibleLanes(store.getState().view.tab));
    };
    // Before the browser closes a popover, after which nothing would be open.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isSlow, cancel, store]);
  if (!isSlow) return null;
  return (
    <>
      <span className="solve-progress" role="progressbar" aria-label="Solving" />
      <button
        type="button"
        className="button button-small"
        aria-keyshortcuts="Escape"
        title="Stop solving (Esc)"
        onClick={() => cancel(visibleLanes(store.getState().view.tab))}
      >
        Cancel
      </button>
    </>
  );
}
