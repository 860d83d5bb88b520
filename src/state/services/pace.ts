/**
 * How long a settled solve of a lane takes, for the choice of the tier that answers a drag. Only warm solves count: the first of
 * a lane has neither a solution to start from nor a compiled program, and takes ten times as long; the next few are still getting
 * faster, because the browser compiles while they run.
 */
import type { LaneId } from '../lanes';

/** Above this a settled solve cannot follow the hand, and a drag is answered by the live tier (milliseconds). */
export const followableMilliseconds = 22;
/** A solve that takes less than this share of the best one before is still getting faster. */
const falling = 0.75;
/** Solves after which a lane is warm, however its times jump about. */
const warmAfter = 6;
/** Of so many last solves the fastest counts: a machine that was busy with something else is not slow. */
const judged = 3;

export interface Pace {
  /** A settled solve took so long. */
  note(lane: LaneId, milliseconds: number): void;
  /** Whether the lane has solved, and its solves no longer get faster. */
  isWarm(lane: LaneId): boolean;
  /** Whether settled solves can follow the hand; yes while nothing speaks against it. */
  follows(lane: LaneId): boolean;
}

interface Times {
  /** After the first, the last ones. */
  readonly recent: readonly number[];
  readonly count: number;
  readonly isWarm: boolean;
}

export function createPace(): Pace {
  const lanes: Partial<Record<LaneId, Times>> = {};
  return {
    note: (lane, milliseconds) => {
      const known = lanes[lane];
      if (known === undefined) {
        lanes[lane] = { recent: [], count: 1, isWarm: false };
        return;
      }
      const { recent, count } = known;
      const isSteady = recent.length > 0 && milliseconds > falling * Math.min(...recent);
      lanes[lane] = {
        recent: [...recent, milliseconds].slice(-judged),
        count: count + 1,
        isWarm: known.isWarm || isSteady || count + 1 >= warmAfter,
      };
    },
    isWarm: (lane) => lanes[lane]?.isWarm ?? false,
    follows: (lane) => {
      const { recent = [], isWarm = false } = lanes[lane] ?? {};
      if (recent.length === 0) return true;
      // While solves get faster they are given the benefit of the doubt, unless they are far from it.
      return Math.min(...recent) <= (isWarm ? followableMilliseconds : 5 * followableMilliseconds);
    },
  };
}
