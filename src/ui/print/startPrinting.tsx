/**
 * Puts the sheet for the printer beside the page when it is asked for, and takes it away after. All of it at once: between
 * "beforeprint" and the paper a browser waits for nothing.
 */
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { ExplorerState } from '../../state/explorerState';
import type { ExplorerStore } from '../../state/store';
import { encodeHash } from '../../state/texts/plainHash';
import { PrintSheet } from './PrintSheet';

function linkTo(state: ExplorerState): string {
  const address = new URL(window.location.href);
  address.hash = encodeHash(state);
  return address.href;
}

export function startPrinting(store: ExplorerStore): void {
  const page = document.documentElement;
  let sheet: { readonly root: Root; readonly host: HTMLElement } | null = null;

  const takeAway = () => {
    sheet?.root.unmount();
    sheet?.host.remove();
    sheet = null;
    page.removeAttribute('data-print');
  };
  const layOut = () => {
    if (sheet !== null) return;
    const state = store.getState();
    const host = document.createElement('div');
    host.className = 'print-sheet';
    document.body.prepend(host);
    const root = createRoot(host);
    sheet = { root, host };
    flushSync(() => root.render(<PrintSheet state={state} link={linkTo(state)} />));
    // A sheet that failed is empty: then the page itself is printed, as print.css lays it out.
    if (host.childElementCount === 0) return takeAway();
    page.setAttribute('data-print', state.view.panel);
  };
  window.addEventListener('beforeprint', layOut);
  window.addEventListener('afterprint', takeAway);
  // Some browsers tell of printing only so, as do tools that make PDF files.
  window.matchMedia('print').addEventListener('change', ({ matches }) => (matches ? layOut() : takeAway()));
}
