/** Undo and redo over whole parameter sets: they are small, so each step keeps one. Pure functions. */
import type { ExplorerParameters } from '../model/parameters/values';

export interface History {
  readonly past: readonly ExplorerParameters[];
  readonly future: readonly ExplorerParameters[];
}

export const emptyHistory: History = { past: [], future: [] };
const longestPast = 200;

/** Remembers `before` as the state to come back to; what was undone before can no longer be redone. */
export function remember(history: History, before: ExplorerParameters): History {
  return { past: [...history.past.slice(1 - longestPast), before], future: [] };
}

export function areSame(one: ExplorerParameters, other: ExplorerParameters): boolean {
  // The cast: Object.keys forgets what the keys are of.
  const ids = Object.keys(one) as (keyof ExplorerParameters)[];
  return one === other || ids.every((id) => one[id] === other[id]);
}

/** Without the states at its near end that are the present one: the browser's Back leads there past the undo steps. */
function unlike(states: readonly ExplorerParameters[], present: ExplorerParameters) {
  return states.slice(0, states.findLastIndex((state) => !areSame(state, present)) + 1);
}

export interface Step {
  readonly parameters: ExplorerParameters;
  readonly history: History;
}

/** One step back. It always changes something. */
export function undo(history: History, present: ExplorerParameters): Step | undefined {
  const past = unlike(history.past, present);
  const parameters = past.at(-1);
  if (parameters === undefined) return undefined;
  return { parameters, history: { past: past.slice(0, -1), future: [present, ...history.future] } };
}

export function redo(history: History, present: ExplorerParameters): Step | undefined {
  const future = unlike([...history.future].reverse(), present);
  const parameters = future.at(-1);
  if (parameters === undefined) return undefined;
  const left = future.slice(0, -1).reverse();
  return { parameters, history: { past: [...history.past, present], future: left } };
}
