/** The known name that a misspelt one was meant to be. It is only told: names that differ by a letter may mean different things. */

/** Letters to change, add, drop or exchange with their neighbour; more than `most` is not counted further. */
function edits(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row++) {
    const next = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      const isExchanged =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      next.push(
        Math.min(
          last[column]! + 1,
          next[column - 1]! + 1,
          last[column - 1]! + (isSame ? 0 : 1),
          isExchanged ? beforeLast[column - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [beforeLast, last] = [last, next];
  }
  return last[b.length]!;
}

/** Longest name that is compared. */
const longest = 24;

/** The nearest of the known names, apart from capitals; none if all are too far: one letter in a short one, two in a long one. */
export function similarNames(name: string, known: readonly string[]): readonly string[] {
  if (name === '' || name.length > longest) return [];
  const written = name.toLowerCase();
  const most = name.length < 5 ? 1 : 2;
  const measured = known
    .map((one) => ({ one, distance: edits(written, one.toLowerCase(), most) }))
    .filter(({ one, distance }) => distance <= most && distance < one.length);
  const nearest = Math.min(...measured.map(({ distance }) => distance));
  return measured.filter(({ distance }) => distance === nearest).map(({ one }) => one);
}
