/** Solves what ghosts lack, one curve at a time and never while a slider moves: the curves in use come first. */
import type { SolverClient } from '../worker/protocol';
import { type LaneId, laneIds, laneParameters, laneSpecies, visibleLanes } from './lanes';
import { solvedParameters } from './solverKey';
import type { ExplorerStore } from './store';

export function startGhostSolver(store: ExplorerStore, client: SolverClient): void {
  const failed = new Set<string>();
  let busy = false;

  const next = () => {
    const { ghosts, view, drag } = store.getState();
    if (drag !== null) return undefined;
    const visible = visibleLanes(view.tab);
    const lanes: readonly LaneId[] = [...visible, ...laneIds.filter((lane) => !visible.includes(lane))];
    for (const lane of lanes) {
      const ghost = ghosts.find((one) => one.curves[lane] === undefined && !failed.has(`${one.id}|${lane}`));
      if (ghost !== undefined) return { ghost, lane };
    }
    return undefined;
  };

  const work = async (): Promise<void> => {
    const wanted = busy ? undefined : next();
    if (wanted === undefined) return;
    busy = true;
    const { ghost, lane } = wanted;
    const species = laneSpecies[lane];
    const parameters = solvedParameters(laneParameters(lane, ghost.parameters), species);
    const outcome = await client.solve('ghost', { parameters, species, tier: 'settled' });
    busy = false;
    const { actions } = store.getState();
    if (outcome.ok) {
      actions.setGhostCurve(ghost.id, lane, outcome.propagated);
    } else if (outcome.kind !== 'superseded') {
      failed.add(`${ghost.id}|${lane}`);
      actions.notify('problem', `The frozen curve "${ghost.name}" could not be solved.`, [outcome.message]);
      void work();
    }
  };

  store.subscribe((state, previous) => {
    if (
      state.ghosts !== previous.ghosts ||
      state.drag !== previous.drag ||
      state.view.tab !== previous.view.tab
    )
      void work();
  });
  void work();
}
