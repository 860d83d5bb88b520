/**
 * A frame with `sandbox="allow-scripts"` alone gives the page an origin of its own, "null": there browsers refuse workers, so
 * that nothing can be solved, storage and service workers. It is said, with what is missing. Loaded in such frames only.
 */
import type { ExplorerActions } from '../state/explorerState';

export function tellFrame({ notify }: ExplorerActions): void {
  notify('problem', 'The frame around this page does not let it solve anything.', [
    'Its sandbox lacks allow-same-origin: write sandbox="allow-scripts allow-same-origin", or leave sandbox out.',
    'Until then there are no curves, and nothing is kept.',
  ]);
}
