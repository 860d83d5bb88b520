import { lastUsed } from '../memo/lastUsed';

/**
 * A costly function of a whole number that keeps its last few answers. An answer that is dropped is handed to `make`, which
 * may write the next one into it.
 */
export function lastFew<Value>(
  limit: number,
  make: (index: number, dropped: Value | undefined) => Value,
): (index: number) => Value {
  const known = lastUsed<number, Value>(limit);
  return (index) =>
    known.getOr(index, () => make(index, known.size >= limit ? known.takeOldest() : undefined));
}
