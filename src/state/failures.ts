/**
 * What could not be solved, and whether to try again by itself. The same values do not converge at a second try either, so that
 * is kept by what was solved; a lost worker says nothing about the values, so that is kept for as long as the wish stands, and
 * until a person asks again.
 */
import { lastUsed } from '../memo/lastUsed';
import type { Refusal } from '../worker/protocol';

export interface Failures<Failure extends Pick<Refusal, 'kind'>> {
  /** @param id what was solved, @param wish for whom. */
  note(id: string, wish: string, failure: Failure): void;
  get(id: string, wish: string): Failure | undefined;
  /** Forgets what was lost for wishes that do not stand any more. */
  keep(isWanted: (wish: string) => boolean): void;
  /** Forgets everything: a person asks again. */
  clear(): void;
}

export function createFailures<Failure extends Pick<Refusal, 'kind'>>(): Failures<Failure> {
  const unsolvable = lastUsed<string, Failure>(100);
  const lost = new Map<string, Failure>();
  return {
    note: (id, wish, failure) => {
      if (['notConverged', 'invalid', 'refused'].includes(failure.kind)) unsolvable.set(id, failure);
      else lost.set(wish, failure);
    },
    get: (id, wish) => lost.get(wish) ?? unsolvable.get(id),
    keep: (isWanted) => {
      for (const wish of lost.keys()) if (!isWanted(wish)) lost.delete(wish);
    },
    clear: () => {
      unsolvable.clear();
      lost.clear();
    },
  };
}
