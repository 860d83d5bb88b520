/** The known word that a misspelt one most likely stands for. */

/** Fewest letters to insert, delete, replace, or exchange with a neighbour, between two short words. */
function distance(one: string, other: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      let fewest = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const exchanged = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (exchanged) fewest = Math.min(fewest, beforeLast[j - 2]! + 1);
      row.push(fewest);
    }
    [beforeLast, last] = [last, row];
  }
  return last[other.length]!;
}

/** A word that begins so, or one of which a third of the letters would have to change at most; null where there is none. */
export function nearest(word: string, known: readonly string[]): string | null {
  const wanted = word.toLowerCase();
  // A long text is no misspelt word.
  if (wanted.length > 40) return null;
  const ranked = known
    .map((candidate) => ({ candidate, steps: distance(wanted, candidate.toLowerCase()) }))
    .sort((a, b) => a.steps - b.steps);
  const best = ranked[0];
  const allowed = Math.max(1, Math.floor(Math.max(wanted.length, best?.candidate.length ?? 0) / 3));
  if (best !== undefined && best.steps <= allowed) return best.candidate;
  return known.find((candidate) => wanted !== '' && candidate.toLowerCase().startsWith(wanted)) ?? null;
}
