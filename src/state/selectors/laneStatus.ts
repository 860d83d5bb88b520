/** What can be said about the curves on screen, in the words of the status line. Pure. */
import { models } from '../../model/models';
import { particles, type SolveKey } from '../../model/particles';
import { acceptedError, needsRefinement } from '../../model/refinement';
import { offText } from '../../text/percent';
import type { ExplorerState } from '../explorerState';
import { laneKey } from '../laneKeys';
import { type LaneId, laneModelKey, laneSolveKey, visibleLanes } from '../lanes';

/**
 * `refining`: of the present values, but too coarse by its own estimate, and finer grids are to come; `inaccurate`: none will.
 * `refused`: these values have no answer, and no other try would find one.
 */
export type LaneStatus =
  | 'waiting'
  | 'fresh'
  | 'refining'
  | 'inaccurate'
  | 'solving'
  | 'stale'
  | 'cancelled'
  | 'refused'
  | 'error';

type Source = Pick<ExplorerState, 'lanes' | 'parameters'>;

export function laneStatus(state: Source, lane: LaneId): LaneStatus {
  const { curve, error, stale } = state.lanes[lane];
  const key = laneKey(lane, state.parameters);
  const present = error !== null && error.key === key ? error : null;
  if (present !== null && !present.isFinerGrid) {
    if (present.isCancelled) return 'cancelled';
    return present.isRefused ? 'refused' : 'error';
  }
  if (curve === null) return 'waiting';
  if (curve.key !== key) return stale ? 'stale' : 'solving';
  const { report } = curve.propagated;
  if (report.tier === 'live' || report.errorEstimate <= acceptedError) return 'fresh';
  return present === null && needsRefinement(report) ? 'refining' : 'inaccurate';
}

/** The curve is of the present values, and nothing better is to come by itself. */
export function isSettled(state: Source, lane: LaneId): boolean {
  const status = laneStatus(state, lane);
  return status === 'fresh' || status === 'inaccurate';
}

const urgency: readonly LaneStatus[] = [
  'error',
  'refused',
  'cancelled',
  'stale',
  'waiting',
  'solving',
  'refining',
  'inaccurate',
  'fresh',
];

export interface TabStatus {
  readonly status: LaneStatus;
  readonly message: string;
}

const messages: Record<'waiting' | 'fresh' | 'solving' | 'stale', string> = {
  waiting: 'Solving for the first time',
  fresh: 'Up to date',
  solving: 'Solving',
  stale: 'Solving; the dimmed curves are of earlier values',
};

/** The largest estimated error of the settled curves that a tab shows, of whatever values; 0 while there is none. */
export function tabError({ lanes, view }: Pick<ExplorerState, 'lanes' | 'view'>): number {
  const reports = visibleLanes(view.tab).flatMap((lane) => lanes[lane].curve?.propagated.report ?? []);
  return Math.max(0, ...reports.map(({ tier, errorEstimate }) => (tier === 'live' ? 0 : errorEstimate)));
}

const solveNames: Readonly<Record<SolveKey, string>> = {
  p: particles.p.name.toLowerCase(),
  'e-': particles['e-'].name.toLowerCase(),
  nuclei: 'nuclei',
  secondaries: 'antiprotons and positrons',
};

/** Whose a reason is, where it is not that of every shown curve: "Two halos, electrons: ", "Two halos: ", "Protons: ". */
function whose(own: readonly LaneId[], shown: readonly LaneId[]): string {
  const namesOf = (nameOf: (lane: LaneId) => string) => {
    const names = new Set(own.map(nameOf));
    return names.size < new Set(shown.map(nameOf)).size ? [...names] : [];
  };
  const model = namesOf((lane) => models[laneModelKey[lane]].name);
  const species = namesOf((lane) => solveNames[laneSolveKey[lane]]);
  const name = [...model, ...species].join(', ');
  return name === '' ? '' : `${name.charAt(0).toUpperCase()}${name.slice(1)}: `;
}

/** The most urgent state among the curves of the present tab. */
export function tabStatus(state: Pick<ExplorerState, 'lanes' | 'parameters' | 'view'>): TabStatus {
  const lanes = visibleLanes(state.view.tab);
  const statuses = lanes.map((lane) => laneStatus(state, lane));
  const status = urgency.find((candidate) => statuses.includes(candidate)) ?? 'fresh';
  const own = lanes.filter((_, index) => statuses[index] === status);
  const said = (lane: LaneId | undefined) => lane && state.lanes[lane].error?.message;
  const message = said(own[0]) || 'The solve failed.';
  if (status === 'error' || status === 'cancelled') return { status, message };
  if (status === 'refused') {
    const alike = own.filter((lane) => said(lane) === message);
    return { status, message: `${whose(alike, lanes)}${message}` };
  }
  if (status === 'refining') return { status, message: `Curves ${offText(tabError(state))}: refining` };
  if (status === 'inaccurate')
    return { status, message: `Curves ${offText(tabError(state))} on the finest grid` };
  return { status, message: messages[status] };
}
