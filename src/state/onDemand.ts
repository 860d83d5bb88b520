/** Parts of the program that few visits need, loaded when the state first asks for them. */
import type { SolverClient } from '../worker/protocol';
import { laneIds } from './lanes';
import { loadNearby } from './nearby';
import { hasNearbySources } from './solverKey';
import type { ExplorerState, ExplorerStore } from './store';

/** Runs `load` once, when the state first wants it; a failure is told, and tried again at the next wish. */
function whenever(
  store: ExplorerStore,
  wants: (state: ExplorerState) => boolean,
  load: () => Promise<unknown>,
  failure: string,
): void {
  let asked = false;
  const look = () => {
    if (asked || !wants(store.getState())) return;
    asked = true;
    load().catch(() => {
      asked = false;
      store.getState().actions.notify('problem', failure);
    });
  };
  store.subscribe((state, previous) => {
    if (
      state.parameters !== previous.parameters ||
      state.volumes !== previous.volumes ||
      state.view !== previous.view ||
      state.ghosts !== previous.ghosts
    )
      look();
  });
  look();
}

export function startOnDemand(store: ExplorerStore, solver: SolverClient): void {
  whenever(
    store,
    ({ ghosts }) => ghosts.length > 0,
    async () => {
      const { startGhostSolver } = await import('./ghostSolver');
      startGhostSolver(store, solver);
    },
    'Frozen curves could not be solved. Reload the page to try again.',
  );
  whenever(
    store,
    ({ view, volumes }) => view.pin3d || laneIds.some((lane) => volumes[lane].run !== null),
    async () => {
      const { startVolumeRunner } = await import('./volumeRunner');
      startVolumeRunner(store);
    },
    'The three-dimensional solver could not be loaded. Reload the page to try again.',
  );
  whenever(
    store,
    ({ parameters, ghosts }) =>
      hasNearbySources(parameters) || ghosts.some((ghost) => hasNearbySources(ghost.parameters)),
    async () => {
      await loadNearby();
      store.getState().actions.setNearbyReady();
    },
    'Nearby sources could not be loaded. Reload the page to try again.',
  );
}
