/**
 * A pure function that remembers its last answers: called with the same objects it gives the same object back. A selector
 * must, or React asks it again for ever. Arguments are compared one by one by identity, so callers pass what the answer is
 * made of (the parts of a state that are read) and not a collection made for the call.
 *
 * @param slots how many answers are kept, the last used ones: as many as there are callers at a time (models times particles).
 */
export function memoByIdentity<Arguments extends readonly unknown[], Answer>(
  compute: (...given: Arguments) => Answer,
  slots = 1,
): (...given: Arguments) => Answer {
  const kept: { readonly given: Arguments; readonly answer: Answer }[] = [];
  return (...given) => {
    const at = kept.findIndex(
      (one) =>
        one.given.length === given.length &&
        one.given.every((value, index) => Object.is(value, given[index])),
    );
    const entry = at < 0 ? { given, answer: compute(...given) } : kept[at]!;
    if (at === 0) return entry.answer;
    if (at > 0) kept.splice(at, 1);
    kept.unshift(entry);
    if (kept.length > slots) kept.pop();
    return entry.answer;
  };
}
