/** Tables over energy, read linearly in its logarithm. */

/** Linear in ln E between the nodes, which rise; constant beyond them. */
export function atLogEnergy(
  logEnergies: readonly number[],
  values: readonly number[],
  logEnergy: number,
): number {
  const last = logEnergies.length - 1;
  if (logEnergy >= logEnergies[last]!) return values[last]!;
  if (logEnergy <= logEnergies[0]!) return values[0]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (logEnergies[middle]! <= logEnergy) low = middle;
    else high = middle;
  }
  const share = (logEnergy - logEnergies[low]!) / (logEnergies[high]! - logEnergies[low]!);
  return values[low]! + share * (values[high]! - values[low]!);
}

/** Numbers in a text, with blanks between them. */
export function numbersIn(text: string): readonly number[] {
  return text.split(' ').map((word) => Number(word));
}

/** Whole numbers of which a text has the first, and what each is more than the one before. */
export function numbersOfDifferences(text: string): readonly number[] {
  let sum = 0;
  return numbersIn(text).map((difference) => {
    sum += difference;
    return sum;
  });
}
