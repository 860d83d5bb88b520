/** How tables of cross sections are written into the program: short, and shorter still once packed. Pure. */

/** The lines of a table that hold numbers or names, cell by cell: what begins with # tells of it. */
export function cells(csv: string): readonly (readonly string[])[] {
  return csv
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split(','));
}

/** The first of some whole numbers, then what each is more than the one before. */
export function differences(values: readonly number[]): string {
  return values.map((value, i) => value - (values[i - 1] ?? 0)).join(' ');
}
