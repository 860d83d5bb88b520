/** Lessons are played with the solver itself, at the tier that the page has at rest. */

import { type Solve, solveOf } from '../../../src/model/key';
import type { ExplorerParameters } from '../../../src/model/parameters/values';
import { propagate } from '../../../src/model/propagate';
import type { Propagated } from '../../../src/model/propagated';
import { propagateNuclei } from '../../../src/model/propagateNuclei';
import { propagateSecondaries } from '../../../src/model/propagateSecondaries';
import { ghostsOf } from '../../../src/state/ghosts';
import { laneKey } from '../../../src/state/laneKeys';
import { type LaneId, laneParameters, laneRecord, laneSolveKey } from '../../../src/state/lanes';
import type { Check, CheckContext } from '../../../src/state/lessons/check';
import { contextOf } from '../../../src/state/lessons/context';
import { curveOf, lanesOfCurve } from '../../../src/state/lessons/curves';
import type { LessonState } from '../../../src/state/lessons/lesson';
import { loadComposition } from '../../../src/state/selectors/composition';

// Observables are put together by a part of the program that comes when one is shown.
await loadComposition();

const solved = new Map<string, Propagated>();

function solve({ parameters, species }: Solve): Propagated {
  if (species === 'nuclei') return propagateNuclei({ parameters, tier: 'settled' });
  if (species === 'secondaries') return propagateSecondaries({ parameters, tier: 'settled' });
  return propagate({ parameters, species, tier: 'settled' });
}

export function solution(lane: LaneId, parameters: ExplorerParameters): Propagated {
  const key = laneKey(lane, parameters);
  const known = solved.get(key) ?? solve(solveOf(laneParameters(lane, parameters), laneSolveKey[lane]));
  solved.set(key, known);
  return known;
}

/** The lanes that a check reads, so that no others are solved. */
export function lanesOf(check: Check): readonly LaneId[] {
  if (check.kind === 'all' || check.kind === 'any') return [...new Set(check.of.flatMap(lanesOf))];
  if (check.kind === 'ratio')
    return (['thm', 'cm'] as const).flatMap((model) => lanesOfCurve(curveOf(model, check.species)));
  return 'lane' in check ? lanesOfCurve(check.lane) : [];
}

/** What a check sees once everything is solved for a state. */
export function solvedContext(
  { parameters, view, frozen }: LessonState,
  lanes: readonly LaneId[],
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
