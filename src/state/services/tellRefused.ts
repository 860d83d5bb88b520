/** A notice of what could not be used, kept short: what came from outside must not fill the page. */
import type { ExplorerStore } from '../store';

/** Sentences that are shown; of more, only the number. */
const mostTold = 6;

export function tellRefused(store: ExplorerStore, title: string, refused: readonly string[]): void {
  if (refused.length === 0) return;
  const told = [...new Set(refused)];
  const shown = told.length > mostTold + 1 ? told.slice(0, mostTold) : told;
  const rest = told.length - shown.length;
  store
    .getState()
    .actions.notify('problem', title, rest === 0 ? shown : [...shown, `And ${rest} more of this kind.`]);
}
