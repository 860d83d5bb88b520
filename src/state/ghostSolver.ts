/**
 * Solves what ghosts lack, one curve at a time and never while a slider moves: the curves in use come first. What is too coarse by
 * its own estimate lacks the next finer grid.
 */

import { solvedParameters } from '../model/key';
import { needsRefinement } from '../model/refinement';
import type { SolverClient } from '../worker/protocol';
import type { Ghost } from './explorerState';
import { createFailures } from './failures';
import { laneKey } from './laneKeys';
import { type LaneId, laneIds, laneParameters, laneSpecies, visibleLanes } from './lanes';
import type { ExplorerStore } from './store';

interface Wanted {
  readonly ghost: Ghost;
  readonly lane: LaneId;
  /** What is solved, on which grid, and for whom. */
  readonly key: string;
  readonly refinement: number;
  readonly wish: string;
}

const wishOf = (ghost: Ghost, lane: LaneId) => `${ghost.id} ${lane}`;

function wantedOf(ghost: Ghost, lane: LaneId): Wanted[] {
  const report = ghost.curves[lane]?.report;
  if (report !== undefined && !needsRefinement(report)) return [];
  const refinement = report === undefined ? 0 : report.refinement + 1;
  const key = `${refinement}|${laneKey(lane, ghost.parameters)}`;
  return [{ ghost, lane, key, refinement, wish: wishOf(ghost, lane) }];
}

export function startGhostSolver(store: ExplorerStore, client: SolverClient): void {
  const failures = createFailures();
  let busy = false;

  const next = (): Wanted | undefined => {
    const { ghosts, view, drag } = store.getState();
    if (drag !== null) return undefined;
    const visible = visibleLanes(view.tab);
    const lanes: readonly LaneId[] = [...visible, ...laneIds.filter((lane) => !visible.includes(lane))];
    for (const lane of lanes) {
      const wanted = ghosts
        .flatMap((ghost) => wantedOf(ghost, lane))
        .find(({ key, wish }) => !failures.has(key, wish));
      if (wanted !== undefined) return wanted;
    }
    return undefined;
  };

  const work = async (): Promise<void> => {
    const wanted = busy ? undefined : next();
    if (wanted === undefined) return;
    busy = true;
    const { ghost, lane, key, refinement, wish } = wanted;
    const species = laneSpecies[lane];
    const parameters = solvedParameters(laneParameters(lane, ghost.parameters), species);
    const outcome = await client.solve('ghost', {
      parameters,
      species,
      tier: 'settled',
      ...(refinement > 0 && { refinement }),
    });
    busy = false;
    const { actions, ghosts } = store.getState();
    if (outcome.ok) {
      actions.setGhostCurve(ghost.id, lane, outcome.propagated);
    } else if (outcome.kind === 'superseded') {
      return;
    } else if (outcome.kind !== 'cancelled') {
      failures.note(key, wish, outcome.kind);
      // Where only a finer grid does not converge the curve stands, with its own estimate.
      const isCurveThere = refinement > 0 && outcome.kind === 'notConverged';
      if (!isCurveThere && ghosts.some(({ id }) => id === ghost.id)) {
        const title = `The frozen curve "${ghost.name}" could not be solved.`;
        actions.notify('problem', title, [outcome.message], outcome.kind !== 'refused');
      }
    }
    // What is deleted meanwhile changes nothing in the store, so the next is begun here in any case.
    void work();
  };

  store.subscribe((state, previous) => {
    if (state.retries !== previous.retries) failures.clear();
    if (state.ghosts !== previous.ghosts)
      failures.keep((wish) =>
        state.ghosts.some((ghost) => laneIds.some((lane) => wishOf(ghost, lane) === wish)),
      );
    if (
      state.ghosts !== previous.ghosts ||
      state.drag !== previous.drag ||
      state.retries !== previous.retries ||
      state.view.tab !== previous.view.tab
    )
      void work();
  });
  void work();
}
