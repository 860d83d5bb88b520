/** Tables over energy, read linearly in its logarithm. */

/** Linear in ln E between the nodes, constant beyond them. `logEnergies` rise; values that are missing at the end are as the last. */
export function atLogEnergy(
  logEnergies: readonly number[],
  values: readonly number[],
  logEnergy: number,
): number {
  const last = values.length - 1;
  let low = 0;
  let high = last;
  if (logEnergy >= logEnergies[last]!) return values[last]!;
  if (logEnergy <= logEnergies[0]!) return values[0]!;
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
  return text.split(' ').map(Number);
}
