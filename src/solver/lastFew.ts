/** A costly function of a whole number that keeps its last few answers. */
export function lastFew<Value>(limit: number, make: (index: number) => Value): (index: number) => Value {
  const known = new Map<number, Value>();
  return (index) => {
    const found = known.get(index);
    if (found !== undefined) return found;
    const made = make(index);
    const oldest = known.keys().next();
    if (known.size >= limit && !oldest.done) known.delete(oldest.value);
    known.set(index, made);
    return made;
  };
}
