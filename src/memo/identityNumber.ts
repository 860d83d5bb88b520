/**
 * A number for each object, for as long as it lives: identity as text, where a key must be a text. Not a cache: nothing is
 * computed, and nothing is kept that lives on by it, which is why this is the one place for a WeakMap.
 */
const numbers = new WeakMap<object, number>();
let count = 0;

/** The same number for the same object, another one for any other; zero for null. */
export function identityNumber(of: object | null): number {
  if (of === null) return 0;
  const known = numbers.get(of);
  if (known !== undefined) return known;
  count += 1;
  numbers.set(of, count);
  return count;
}
