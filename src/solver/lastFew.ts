/**
 * A costly function of a whole number that keeps its last few answers. An answer that is dropped is handed to `make`, which
 * may write the next one into it.
 */
export function lastFew<Value>(
  limit: number,
  make: (index: number, dropped: Value | undefined) => Value,
): (index: number) => Value {
  const known = new Map<number, Value>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    let dropped: Value | undefined;
    const oldest = known.keys().next();
    if (known.size >= limit && !oldest.done) {
      dropped = known.get(oldest.value);
      known.delete(oldest.value);
    }
    const made = make(index, dropped);
    known.set(index, made);
    return made;
  };
}
