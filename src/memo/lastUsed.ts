/** A map that keeps only what was used last: what has not been read or written for longest goes first. */
export interface LastUsed<Key, Value> {
  /** The value, which now counts as used last. */
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  /** The value, made and kept if it is not there. */
  getOr(key: Key, make: () => Value): Value;
  delete(key: Key): void;
  /** Takes out what has not been used for longest: room that its successor may be written into. */
  takeOldest(): Value | undefined;
  clear(): void;
  readonly size: number;
}

/** @param limit the number of values kept, at least one. */
export function lastUsed<Key, Value>(limit: number): LastUsed<Key, Value> {
  // A Map iterates in the order of insertion: used again is inserted again.
  const values = new Map<Key, Value>();
  const use = (key: Key, value: Value) => {
    values.delete(key);
    values.set(key, value);
    const oldest = values.keys().next();
    if (values.size > Math.max(1, limit) && !oldest.done) values.delete(oldest.value);
    return value;
  };
  return {
    get: (key) => (values.has(key) ? use(key, values.get(key)!) : undefined),
    set: (key, value) => {
      use(key, value);
    },
    getOr: (key, make) => use(key, values.has(key) ? values.get(key)! : make()),
    delete: (key) => {
      values.delete(key);
    },
    takeOldest: () => {
      const oldest = values.entries().next();
      if (oldest.done) return undefined;
      const [key, value] = oldest.value;
      values.delete(key);
      return value;
    },
    clear: () => values.clear(),
    get size() {
      return values.size;
    },
  };
}
