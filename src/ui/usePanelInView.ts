/**
 * On a small screen the way to a panel may lie far below the place where it opens: the page goes there, or nothing would
 * seem to happen.
 */
import { useLayoutEffect } from 'react';
import { figurePanelId } from './figure/FigureTabs';

export function usePanelInView(): void {
  useLayoutEffect(() => {
    const panel = document.getElementById(figurePanelId);
    if (panel === null) return;
    const { top } = panel.getBoundingClientRect();
    if (top < 0 || top > window.innerHeight / 2) window.scrollBy({ top, behavior: 'instant' });
    // Across, the panel never leaves the window; what maps are made with has come to the top of the other column.
    const bar = document.querySelector('.volume')?.getBoundingClientRect();
    if (bar !== undefined && bar.bottom < 0) window.scrollBy({ top: bar.top, behavior: 'instant' });
  }, []);
}
