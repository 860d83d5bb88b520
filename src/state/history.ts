/** Undo and redo over whole parameter sets: they are small, so each step keeps one. Pure functions. */
import type { ExplorerParameters } from '../model/parameters';

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

export interface Step {
  readonly parameters: ExplorerParameters;
  readonly history: History;
}

export function undo(history: History, present: ExplorerParameters): Step | undefined {
  const parameters = history.past.at(-1);
  if (parameters === undefined) return undefined;
  return { parameters, history: { past: history.past.slice(0, -1), future: [present, ...history.future] } };
}

export function redo(history: History, present: ExplorerParameters): Step | undefined {
  const [parameters, ...future] = history.future;
  if (parameters === undefined) return undefined;
  return { parameters, history: { past: [...history.past, present], future } };
}
