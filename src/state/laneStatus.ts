/** What can be said about the curves on screen, in the words of the status line. Pure. */
import { type LaneId, visibleLanes } from './lanes';
import { laneKey } from './solverKey';
import type { ExplorerState } from './store';

export type LaneStatus = 'waiting' | 'fresh' | 'solving' | 'stale' | 'cancelled' | 'error';

export function laneStatus(state: Pick<ExplorerState, 'lanes' | 'parameters'>, lane: LaneId): LaneStatus {
  const { curve, error, stale } = state.lanes[lane];
  const key = laneKey(lane, state.parameters);
  if (error !== null && error.key === key) return error.isCancelled ? 'cancelled' : 'error';
  if (curve === null) return 'waiting';
  if (curve.key === key) return 'fresh';
  return stale ? 'stale' : 'solving';
}

const urgency: readonly LaneStatus[] = ['error', 'cancelled', 'stale', 'waiting', 'solving', 'fresh'];

export interface TabStatus {
  readonly status: LaneStatus;
  readonly message: string;
}

const messages: Record<Exclude<LaneStatus, 'error' | 'cancelled'>, string> = {
  waiting: 'Solving for the first time',
  fresh: 'Up to date',
  solving: 'Solving',
  stale: 'Solving; the dimmed curves are of earlier values',
};

/** The most urgent state among the curves of the present tab. */
export function tabStatus(state: Pick<ExplorerState, 'lanes' | 'parameters' | 'view'>): TabStatus {
  const lanes = visibleLanes(state.view.tab);
  const statuses = lanes.map((lane) => laneStatus(state, lane));
  const status = urgency.find((candidate) => statuses.includes(candidate)) ?? 'fresh';
  if (status !== 'error' && status !== 'cancelled') return { status, message: messages[status] };
  const failed = lanes.find((lane) => laneStatus(state, lane) === status);
  return { status, message: (failed && state.lanes[failed].error?.message) || 'The solve failed.' };
}
