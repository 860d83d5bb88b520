/** Has frozen curves solved where they lack something, beside the curves in use. */
import { type LaneId, speciesLaneIds } from '../../model/lanes';
import { needsRefinement } from '../../model/refinement';
import type { Ghost } from '../explorerState';
import { laneSolve } from '../laneKeys';
import { visibleLanes } from '../lanes';
import type { ExplorerStore } from '../store';
import type { Solutions, Wish } from './solutions';

interface Wanted {
  readonly ghost: Ghost;
  readonly lane: LaneId;
  readonly wish: Wish;
}

export function startGhostSolver(store: ExplorerStore, solutions: Solutions): void {
  const owner = {};
  const { notify, setGhostCurve } = store.getState().actions;

  const wantedOf = (ghost: Ghost, lane: LaneId): Wanted[] => {
    const report = ghost.curves[lane]?.report;
    if (report !== undefined && !needsRefinement(report)) return [];
    const wish: Wish = {
      ...laneSolve(lane, ghost.parameters),
      name: `frozen ${ghost.id} ${lane}`,
      isRefined: true,
      urgency: 'background',
      failed: ({ kind, message }) => {
        const title = `The frozen curve "${ghost.name}" could not be solved.`;
        notify('problem', title, [message], kind !== 'refused');
      },
    };
    return [{ ghost, lane, wish }];
  };

  const isNews = ({ ghost, lane, wish }: Wanted) =>
    (solutions.get(wish)?.report.refinement ?? -1) > (ghost.curves[lane]?.report.refinement ?? -1);

  const follow = (): void => {
    const { ghosts, view } = store.getState();
    const visible = visibleLanes(view.tab);
    const lanes = [...visible, ...speciesLaneIds.filter((lane) => !visible.includes(lane))];
    const wanted = lanes.flatMap((lane) => ghosts.flatMap((ghost) => wantedOf(ghost, lane)));
    const news = wanted.find(isNews);
    const solved = news && solutions.get(news.wish);
    // What is put down changes the store, and this is asked again.
    if (news && solved) setGhostCurve(news.ghost.id, news.lane, solved);
    else
      solutions.want(
        owner,
        wanted.map(({ wish }) => wish),
      );
  };

  store.subscribe((state, previous) => {
    if (state.ghosts !== previous.ghosts || state.view.tab !== previous.view.tab) follow();
  });
  solutions.subscribe(follow);
  follow();
}
