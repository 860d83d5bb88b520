/** Parts of the program that few visits need, loaded when the state first asks for them. */

import { catalogueOf } from '../../measurements/tables';
import { hasNearbySources } from '../../model/key';
import { loadPart, reasonOf } from '../../parts/loadPart';
import type { ExplorerState } from '../explorerState';
import { isComposed, speciesLaneIds, tabObservables } from '../lanes';
import { loadComposition } from '../selectors/composition';
import { loadNearby } from '../selectors/nearby';
import type { ExplorerStore } from '../store';
import { showsClaims } from '../view';
import { addNuclei } from './catalogue';
import type { Solutions } from './solutions';

/** What is still wanted is tried again at the first change at rest after this long (milliseconds). */
export const againAfterMilliseconds = 5000;

/** Runs `load` once, when the state first wants it. A failure is told once for each wish, and tried again. */
function whenever(
  store: ExplorerStore,
  wants: (state: ExplorerState) => boolean,
  load: () => Promise<unknown>,
  onFailure: (reason: string) => void,
): void {
  let asked = false;
  let wished = false;
  let notBefore = 0;
  const look = () => {
    const state = store.getState();
    const isWish = wants(state);
    const isNew = isWish && !wished;
    wished = isWish;
    const isAgain = state.drag === null && Date.now() >= notBefore;
    if (asked || !isWish || !(isNew || isAgain)) return;
    const isTold = !isNew;
    asked = true;
    load().catch((error: unknown) => {
      asked = false;
      notBefore = Date.now() + againAfterMilliseconds;
      if (!isTold) onFailure(reasonOf(error));
    });
  };
  store.subscribe((state, previous) => {
    if (
      state.parameters !== previous.parameters ||
      state.volumes !== previous.volumes ||
      state.view !== previous.view ||
      state.ghosts !== previous.ghosts ||
      state.drag !== previous.drag
    )
      look();
  });
  look();
}

export function startOnDemand(store: ExplorerStore, solutions: Solutions): void {
  const tell = (what: string) => (reason: string) =>
    store.getState().actions.notify('problem', what, [reason]);
  whenever(
    store,
    ({ view }) => isComposed(view.tab) || showsClaims(view),
    async () => {
      await loadComposition();
      store.getState().actions.setComposed();
    },
    tell('The observables shown could not be put together.'),
  );
  whenever(
    store,
    ({ view }) =>
      showsClaims(view) || tabObservables(view.tab).some((id) => catalogueOf(id) === 'catalogue-nuclei'),
    () => addNuclei(store),
    tell('The data of nuclei and antiprotons could not be loaded.'),
  );
  // Frozen curves of the session come back a moment later than the first curves are asked for.
  whenever(
    store,
    () => true,
    async () => {
      const { startGhostMemory } = await loadPart(() => import('./ghostMemory'));
      startGhostMemory(store);
    },
    tell('Frozen curves of this session could not be brought back, and are not kept.'),
  );
  whenever(
    store,
    ({ ghosts }) => ghosts.length > 0,
    async () => {
      const { startGhostSolver } = await loadPart(() => import('./ghostSolver'));
      startGhostSolver(store, solutions);
    },
    tell('Frozen curves could not be solved.'),
  );
  whenever(
    store,
    ({ view, volumes }) => view.pin3d || speciesLaneIds.some((lane) => volumes[lane].run !== null),
    async () => {
      const { startVolumeRunner } = await loadPart(() => import('./volumeRunner'));
      startVolumeRunner(store);
    },
    (reason) => {
      tell('The solve in three dimensions could not begin.')(reason);
      const { volumes, actions } = store.getState();
      for (const lane of speciesLaneIds) {
        const { run } = volumes[lane];
        if (run !== null) actions.updateVolume(lane, { run: null, error: { key: run.key, message: reason } });
      }
    },
  );
  whenever(
    store,
    ({ parameters, ghosts }) =>
      hasNearbySources(parameters) || ghosts.some((ghost) => hasNearbySources(ghost.parameters)),
    async () => {
      await loadNearby();
      store.getState().actions.setNearbyReady();
    },
    tell('Nearby sources could not be added.'),
  );
}
