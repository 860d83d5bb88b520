/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) undo and redo, except inside a text box, which has its own. */
import { useEffect } from 'react';
import type { ExplorerActions } from '../state/store';

export function useHistoryKeys(actions: ExplorerActions): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const inText = event.target instanceof HTMLInputElement && event.target.type === 'text';
      if (inText || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      const key = event.key.toLowerCase();
      const isRedo = (key === 'z' && event.shiftKey) || key === 'y';
      if (!isRedo && key !== 'z') return;
      event.preventDefault();
      if (isRedo) actions.redo();
      else actions.undo();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [actions]);
}
