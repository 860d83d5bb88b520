/**
 * Ghosts: curves frozen under a name, to compare later ones with. A ghost is its parameters; the curves follow from
 * them, so links between sessions and files keep parameters only. Pure functions, but for the number that each ghost is given.
 */
import type { Propagated } from '../model/propagated';
import { safeName, startOf } from '../text/safeName';
import type { ExplorerState, Ghost, NamedParameters } from './explorerState';
import { laneKey } from './laneKeys';
import { type LaneId, laneIds } from './lanes';

/** More lines than this are no figure any more. */
export const mostGhosts = 6;
export const longestGhostName = 40;

/** A name that can be drawn, exported and printed; empty where nothing of the text can. */
export function ghostName(text: string): string {
  return safeName(text, longestGhostName);
}

/** A name is said once: a second curve of the same name is "before (2)". */
function unusedName(name: string, others: readonly Pick<Ghost, 'name'>[]): string {
  const isTaken = (candidate: string) => others.some((other) => other.name === candidate);
  for (let count = 1; ; count++) {
    const ending = count === 1 ? '' : ` (${count})`;
    const candidate = startOf(name, longestGhostName - ending.length).trimEnd() + ending;
    if (!isTaken(candidate)) return candidate;
  }
}

/** What a curve is called that nobody named: the first of "Ghost 1", "Ghost 2" that is free. */
export function nextGhostName(ghosts: readonly Pick<Ghost, 'name'>[]): string {
  const names = Array.from({ length: mostGhosts + 1 }, (_, index) => `Ghost ${index + 1}`);
  return names.find((name) => !ghosts.some((ghost) => ghost.name === name)) ?? 'Ghost';
}

function freeSlot(ghosts: readonly Ghost[]): number {
  const slots = Array.from({ length: mostGhosts }, (_, slot) => slot);
  return slots.find((slot) => !ghosts.some((ghost) => ghost.slot === slot)) ?? 0;
}

let made = 0;

function withGhost(
  ghosts: readonly Ghost[],
  { name, parameters }: NamedParameters,
  curves: Ghost['curves'],
): readonly Ghost[] {
  if (ghosts.length >= mostGhosts) return ghosts;
  made += 1;
  const slot = freeSlot(ghosts);
  const own = unusedName(ghostName(name) || nextGhostName(ghosts), ghosts);
  return [...ghosts, { id: made, slot, name: own, parameters, curves }];
}

/** The present curves as a ghost: those up to date are taken over, the others will be solved. */
export function frozen(
  state: Pick<ExplorerState, 'ghosts' | 'parameters' | 'lanes'>,
  name: string,
): readonly Ghost[] {
  const curves: Partial<Record<LaneId, Propagated>> = {};
  for (const lane of laneIds) {
    const { curve } = state.lanes[lane];
    const isSettled = curve?.propagated.report.tier !== 'live';
    if (curve?.key === laneKey(lane, state.parameters) && isSettled) curves[lane] = curve.propagated;
  }
  return withGhost(state.ghosts, { name, parameters: state.parameters }, curves);
}

/** With more of them, unsolved, as far as there is room: from an earlier page of this session, or of a lesson. */
export function withNamed(ghosts: readonly Ghost[], named: readonly NamedParameters[]): readonly Ghost[] {
  return named.reduce((all, one) => withGhost(all, one, {}), ghosts);
}

/** Ghosts from a file, unsolved. */
export function ghostsOf(named: readonly NamedParameters[]): readonly Ghost[] {
  return withNamed([], named);
}

export function withCurve(
  ghosts: readonly Ghost[],
  id: number,
  lane: LaneId,
  propagated: Propagated,
): readonly Ghost[] {
  return ghosts.map((ghost) =>
    ghost.id === id ? { ...ghost, curves: { ...ghost.curves, [lane]: propagated } } : ghost,
  );
}

/** A name that is empty, or nothing that can be shown, leaves the old one. */
export function renamed(ghosts: readonly Ghost[], id: number, name: string): readonly Ghost[] {
  const kept = ghostName(name);
  if (kept === '') return ghosts;
  const others = ghosts.filter((ghost) => ghost.id !== id);
  return ghosts.map((ghost) => (ghost.id === id ? { ...ghost, name: unusedName(kept, others) } : ghost));
}
