/** The shape of a table's header, the same for a CSV file and for the catalogue: both are parsed with it. */
import * as v from 'valibot';
import { printable } from '../text/printable';
import { axes, publishedErrors, quantities } from './tableTypes';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const optionalText = v.optional(v.nullable(text), null);

export const publicationSchema = v.strictObject({
  citation: text,
  doi: v.pipe(text, v.regex(/^10\.\d{4,9}\/\S+$/, 'must be a DOI such as 10.1103/PhysRevLett.114.171103')),
  bibcode: v.pipe(text, v.regex(/^\d{4}[\w.&]{14}[A-Z]$/, 'must be a 19-character ADS bibcode')),
});

export const headerEntries = {
  id: v.pipe(text, v.regex(/^[a-z0-9-]+$/, 'may hold only a-z, 0-9 and -')),
  experiment: text,
  year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
  quantity: v.picklist(quantities),
  axis: v.picklist(axes),
  xUnit: text,
  fluxUnit: text,
  database: text,
  period: optionalText,
  abscissa: text,
  errors: v.picklist(publishedErrors),
  hadronicModel: optionalText,
  compareWith: v.picklist(['interstellar', 'modulated']),
  drawByDefault: v.boolean(),
  duplicateOf: optionalText,
  notes: text,
};

/** The first complaint of a failed valibot parse, with the field it is about. */
export function firstIssue(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const path = v.getDotPath(issues[0]);
  // Both may quote what was read: the names of fields are the file's own.
  return printable(path === null ? issues[0].message : `${path}: ${issues[0].message}`, 400);
}
