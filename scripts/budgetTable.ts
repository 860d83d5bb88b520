/** How much each kind of file of the built page may weigh. Pure, so that a test can put a file too much on the scales. */
export interface WeighedFile {
  /** Path under the built folder. */
  readonly name: string;
  /** After gzip. */
  readonly bytes: number;
  /** Named in the page itself, so that it is loaded with it. */
  readonly atStart?: boolean;
}

interface Budget {
  readonly label: string;
  readonly pattern: RegExp;
  readonly kilobytes: number;
  /** Only files that are loaded with the page. */
  readonly atStart?: true;
}

/** A file counts for the first that fits: what is not a library's own chunk is the application (docs/decisions/0013). */
const budgets: readonly Budget[] = [
  { label: 'Plotly, after the first paint', pattern: /^assets\/plotly.*\.js$/, kilobytes: 480 },
  // Each with 16 kB of the compiled solver, iteration and assembly (docs/decisions/0028 and 0029), and 3D with 6 kB more (0030).
  { label: 'solver worker', pattern: /^assets\/solver\.worker.*\.js$/, kilobytes: 52 },
  { label: 'worker of the 3D solve', pattern: /^assets\/volume\.worker.*\.js$/, kilobytes: 62 },
  // Cross sections, most of it. By the names that the build gives: one that is missed is a problem.
  {
    label: 'nuclei and secondaries, fetched by the solver worker',
    pattern: /^assets\/(?:nuclei|propagateNuclei|propagateSecondaries)-.*\.js$/,
    kilobytes: 36,
  },
  {
    label: 'application JavaScript at the start',
    pattern: /^assets\/.*\.js$/,
    kilobytes: 120,
    atStart: true,
  },
  { label: 'application JavaScript on demand', pattern: /^assets\/.*\.js$/, kilobytes: 150 },
  // Three layouts (wide, a phone upright and across), print, and the places of what failed.
  { label: 'styles', pattern: /^assets\/.*\.css$/, kilobytes: 18 },
  { label: 'catalogue of data', pattern: /^data\/catalogue\.json$/, kilobytes: 30 },
  { label: 'catalogue of nuclei, on demand', pattern: /^data\/catalogue-nuclei\.json$/, kilobytes: 36 },
  { label: 'service worker', pattern: /^serviceWorker\.js$/, kilobytes: 2 },
  // Apart from its code, because it grows with the number of files: a name and 9 bytes of fingerprint for each.
  { label: "service worker's list of files", pattern: /^precache\.js$/, kilobytes: 3 },
  { label: 'page', pattern: /^index\.html$/, kilobytes: 2 },
];

export interface Weighed {
  readonly lines: readonly string[];
  /** One sentence for each budget that is not kept. */
  readonly problems: readonly string[];
}

export function withinBudgets(files: readonly WeighedFile[]): Weighed {
  const lines: string[] = [];
  const problems: string[] = [];
  for (const budget of budgets) {
    const fits = (file: WeighedFile, { pattern, atStart }: Budget) =>
      pattern.test(file.name) && (atStart !== true || file.atStart === true);
    const own = files.filter((file) => budgets.find((candidate) => fits(file, candidate)) === budget);
    const kilobytes = own.reduce((sum, file) => sum + file.bytes, 0) / 1000;
    lines.push(
      `${kilobytes.toFixed(1).padStart(7)} of ${String(budget.kilobytes).padStart(3)}  ${budget.label}`,
    );
    if (own.length === 0)
      problems.push(`No file is "${budget.label}": build first, or mend scripts/budgetTable.ts.`);
    if (kilobytes > budget.kilobytes) {
      const names = own.map(({ name, bytes }) => `${name} ${(bytes / 1000).toFixed(1)}`).join(', ');
      problems.push(
        `Too heavy: ${budget.label} is ${kilobytes.toFixed(1)} kB gzipped, its budget is ${budget.kilobytes} kB (${names}).`,
      );
    }
  }
  return { lines, problems };
}
