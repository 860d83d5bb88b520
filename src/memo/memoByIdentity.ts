/**
 * A pure function that remembers its last answers: called with the same objects it gives the same object back. A selector
 * must, or React asks it again for ever. What is compared, one by one and by identity (numbers and texts by value), is what
 * the function is given, or what it reads of that.
 *
 * @param slots how many answers are kept, the last used ones: as many as there are callers at a time (models times particles).
 * @param reads what the answer is made of, where that is less than what is given: parts of a state, values of a parameter set.
 */
export function memoByIdentity<Arguments extends readonly unknown[], Answer>(
  compute: (...given: Arguments) => Answer,
  slots = 1,
  reads: (...given: NoInfer<Arguments>) => readonly unknown[] = (...given) => given,
): (...given: Arguments) => Answer {
  const kept: { readonly read: readonly unknown[]; readonly answer: Answer }[] = [];
  return (...given) => {
    const read = reads(...given);
    // A loop of its own: it stands in the way of every curve under the hand, and most comparisons end at the first value.
    let at = 0;
    while (at < kept.length && !isSame(kept[at]!.read, read)) at++;
    if (at === 0 && kept.length > 0) return kept[0]!.answer;
    const entry = at < kept.length ? kept.splice(at, 1)[0]! : { read, answer: compute(...given) };
    kept.unshift(entry);
    if (kept.length > slots) kept.pop();
    return entry.answer;
  };
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (!Object.is(one[index], other[index])) return false;
  return true;
}
