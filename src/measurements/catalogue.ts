/**
 * The catalogue: every published table of public/data in one JSON document, so that the page needs one fetch.
 * Points are written as rows of `rowColumns`. scripts/catalogue.ts writes it; `parseCatalogue` trusts nothing.
 */
import * as v from 'valibot';
import { checkTable } from './checkTable';
import { firstIssue, headerEntries, publicationSchema } from './tableSchema';
import { type Catalogue, tableById } from './tables';
import type { MeasuredPoint, MeasuredTable, Result } from './tableTypes';

export const catalogueVersion = 1;

const number = v.pipe(v.number(), v.finite());
const numberOrNull = v.nullable(number);
const rowSchema = v.strictTuple([
  number,
  numberOrNull,
  numberOrNull,
  number,
  numberOrNull,
  numberOrNull,
  numberOrNull,
  numberOrNull,
]);

/** Order of the numbers in a row of the catalogue. */
export const rowColumns = ['x', 'xLow', 'xHigh', 'y', 'statLow', 'statHigh', 'sysLow', 'sysHigh'] as const;

const documentSchema = v.strictObject({
  version: v.literal(catalogueVersion),
  columns: v.strictTuple(rowColumns.map((column) => v.literal(column))),
  tables: v.array(
    v.strictObject({
      ...headerEntries,
      publications: v.pipe(v.array(publicationSchema), v.nonEmpty('must name a publication')),
      /** Abscissae of the points to leave out of a chi2. */
      leaveOutOfChi2: v.optional(v.array(number), []),
      rows: v.pipe(v.array(rowSchema), v.nonEmpty('must hold at least one point')),
    }),
  ),
});

type Row = v.InferOutput<typeof rowSchema>;

function pointOf(
  [x, xLow, xHigh, y, statLow, statHigh, sysLow, sysHigh]: Row,
  leaveOut: readonly number[],
): MeasuredPoint {
  return { x, xLow, xHigh, y, statLow, statHigh, sysLow, sysHigh, leftOutOfChi2: leaveOut.includes(x) };
}

/** Parses a catalogue document (already JSON-decoded). The reason of a refusal names the table and the field. */
export function parseCatalogue(json: unknown): Result<Catalogue> {
  const parsed = v.safeParse(documentSchema, json);
  if (!parsed.success)
    return { ok: false, reason: `The data catalogue is damaged: ${firstIssue(parsed.issues)}` };
  const tables: MeasuredTable[] = [];
  for (const { rows, leaveOutOfChi2, ...header } of parsed.output.tables) {
    const points = rows.map((row) => pointOf(row, leaveOutOfChi2));
    const table: MeasuredTable = { ...header, derivedFrom: [], points };
    const complaint = checkTable(table);
    if (complaint !== null)
      return { ok: false, reason: `The data catalogue is damaged: ${table.id}: ${complaint}` };
    if (tableById({ tables }, table.id))
      return { ok: false, reason: `The data catalogue holds ${table.id} twice.` };
    tables.push(table);
  }
  return { ok: true, value: { tables } };
}

/** The catalogue as the JSON document `parseCatalogue` reads: one line per table, defaults left out. */
export function formatCatalogue(catalogue: Catalogue): string {
  const lines = catalogue.tables.map(({ points, derivedFrom: _, ...header }) => {
    const leaveOutOfChi2 = points.filter((point) => point.leftOutOfChi2).map((point) => point.x);
    const entries = Object.entries(header).filter(([, value]) => value !== null);
    const rows = points.map((point) => rowColumns.map((column) => point[column]));
    return JSON.stringify({
      ...Object.fromEntries(entries),
      ...(leaveOutOfChi2.length > 0 ? { leaveOutOfChi2 } : {}),
      rows,
    });
  });
  const columns = JSON.stringify(rowColumns);
  return `{"version":${catalogueVersion},"columns":${columns},"tables":[\n${lines.join(',\n')}\n]}\n`;
}
