/**
 * What could not be solved, and whether to try again by itself. The same values do not converge at a second try either, so that
 * is kept by what was solved; a lost worker says nothing about the values, so that is kept for as long as the wish stands, and
 * until a person asks again.
 */
import { lastUsed } from '../memo/lastUsed';
import type { Refusal } from '../worker/protocol';

export interface Failures {
  /** @param key what was solved, @param wish for whom. */
  note(key: string, wish: string, kind: Refusal['kind']): void;
  has(key: string, wish: string): boolean;
  /** Forgets what was lost for wishes that do not stand any more. */
  keep(isWanted: (wish: string) => boolean): void;
  /** Forgets everything: a person asks again. */
  clear(): void;
}

export function createFailures(): Failures {
  const unsolvable = lastUsed<string, true>(100);
  const lost = new Set<string>();
  return {
    note: (key, wish, kind) => {
      if (kind === 'notConverged' || kind === 'invalid' || kind === 'refused') unsolvable.set(key, true);
      else lost.add(wish);
    },
    has: (key, wish) => lost.has(wish) || unsolvable.get(key) === true,
    keep: (isWanted) => {
      for (const wish of lost) if (!isWanted(wish)) lost.delete(wish);
    },
    clear: () => {
      unsolvable.clear();
      lost.clear();
    },
  };
}
