/** Lessons are played with the solver itself, at the tier that the page has at rest. */

import { solvedParameters } from '../../../src/model/key';
import type { ExplorerParameters } from '../../../src/model/parameters/values';
import { propagate } from '../../../src/model/propagate';
import type { Propagated } from '../../../src/model/propagated';
import { ghostsOf } from '../../../src/state/ghosts';
import { laneKey } from '../../../src/state/laneKeys';
import {
  type LaneId,
  laneParameters,
  laneRecord,
  laneSpecies,
  type SpeciesLaneId,
} from '../../../src/state/lanes';
import type { Check, CheckContext } from '../../../src/state/lessons/check';
import { contextOf } from '../../../src/state/lessons/context';
import type { LessonState } from '../../../src/state/lessons/lesson';

const solved = new Map<string, Propagated>();

export function solution(lane: SpeciesLaneId, parameters: ExplorerParameters): Propagated {
  const key = laneKey(lane, parameters);
  const species = laneSpecies[lane];
  const own = solvedParameters(laneParameters(lane, parameters), species);
  const known = solved.get(key) ?? propagate({ parameters: own, species, tier: 'settled' });
  solved.set(key, known);
  return known;
}

/** The lanes that a check reads, so that no others are solved. */
export function lanesOf(check: Check): readonly SpeciesLaneId[] {
  if (check.kind === 'all' || check.kind === 'any') return check.of.flatMap(lanesOf);
  if (check.kind === 'ratio') return [`thm:${check.species}`, `cm:${check.species}`];
  return 'lane' in check ? [check.lane] : [];
}

/** What a check sees once everything is solved for a state. */
export function solvedContext(
  { parameters, view, frozen }: LessonState,
  lanes: readonly SpeciesLaneId[],
  start: ExplorerParameters,
  number: number | null = null,
): CheckContext {
  const curveOf = (lane: LaneId) => {
    const own = lanes.find((one) => one === lane);
    return own === undefined
      ? null
      : { propagated: solution(own, parameters), key: laneKey(own, parameters), order: 1 };
  };
  const ghosts = ghostsOf(frozen).map((ghost) => ({
    ...ghost,
    curves: Object.fromEntries(lanes.map((lane) => [lane, solution(lane, ghost.parameters)])),
  }));
  return contextOf(
    {
      parameters,
      view,
      drag: null,
      ghosts,
      lanes: laneRecord((lane) => ({ curve: curveOf(lane), solving: null, stale: false, error: null })),
    },
    start,
    number,
  );
}
