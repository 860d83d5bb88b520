/**
 * The explorer's state as a file: parameters, view, the parameters of frozen curves, and which data were shown.
 * Curves are not in it, they follow from the parameters. What is read is parsed field by field, and a complaint
 * names the field and what it can be. Not part of the page's first load.
 */
import * as v from 'valibot';
import { firstIssue } from '../../measurements/tableSchema';
import type { Result } from '../../measurements/tableTypes';
import type { ObservableId } from '../../model/observables';
import type { ParameterDefinition } from '../../model/parameters/definition';
import {
  allowedValues,
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  parseParameter,
  readingsOf,
} from '../../model/parameters/values';
import { speciesKeys } from '../../model/particles';
import { paperExplorer } from '../../model/presets';
import { printable } from '../../text/printable';
import { safeName } from '../../text/safeName';
import { textOfBytes } from '../../text/textOfBytes';
import type { ExplorerState, OpenedState } from '../explorerState';
import { longestGhostName, mostGhosts } from '../ghosts';
import { tabObservables } from '../lanes';
import { visibleTables } from '../selectors/tables';
import { standardView, type ViewSettings } from '../view';
import { viewField, viewFields } from './viewText';

export const stateFileFormat = 'two-halo-explorer-state';
export const stateFileVersion = 1;
/** A file of this explorer has a few kilobytes. */
export const largestStateFile = 1_000_000;

/** A value as this page writes it, or, in a file written by hand, as the parameter's box would take it. */
function valueSchema(entry: ParameterDefinition): v.GenericSchema<unknown, unknown> {
  const words = `can be ${allowedValues(entry)}`;
  return v.pipe(
    v.union([v.number(), v.string()], words),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const text = String(dataset.value);
      const parsed = parseParameter(entry, text);
      if (parsed.ok) return parsed.value;
      addIssue({
        message: `${words}, not "${printable(text, 40)}".${readingsOf(entry, text)}`.replace(/\.$/, ''),
      });
      return NEVER;
    }),
  );
}

/** A file of an earlier version lacks parameters that came later: they have the paper's values. */
const parametersSchema = v.strictObject(
  Object.fromEntries(
    explorerTable.map((entry) => [
      entry.id,
      // The cast: ids of the explorer table are the keys of its parameter type.
      v.optional(valueSchema(entry), paperExplorer[entry.id as ExplorerParameterId]),
    ]),
  ),
  ({ expected }) => (expected === 'never' ? 'is not known here' : 'must be an object of values'),
);

const headSchema = v.object({ format: v.literal(stateFileFormat), version: v.number() });

const fileSchema = v.object({
  parameters: parametersSchema,
  view: v.record(v.string(), v.string()),
  ghosts: v.pipe(
    v.array(
      v.object({
        // Characters that cannot be shown are left out, as where a name is typed.
        name: v.pipe(
          v.string('must be a text'),
          v.transform((text) => safeName(text, Number.POSITIVE_INFINITY)),
          v.nonEmpty('must hold a character that can be shown'),
          v.maxLength(longestGhostName, `can have ${longestGhostName} characters at most`),
        ),
        parameters: parametersSchema,
      }),
    ),
    v.maxLength(mostGhosts, `can hold ${mostGhosts} frozen curves at most`),
  ),
});

/** The state as the text of a file. */
export function formatStateFile(
  state: Pick<ExplorerState, 'parameters' | 'view' | 'ghosts' | 'catalogue'>,
): string {
  const observables = new Set<ObservableId>([...speciesKeys, ...tabObservables(state.view.tab)]);
  const shown = [...observables].flatMap((id) => visibleTables(state, id));
  const document = {
    format: stateFileFormat,
    version: stateFileVersion,
    parameters: state.parameters,
    view: Object.fromEntries(
      viewFields
        .map((field) => ({ field, text: field.write(state.view) }))
        .filter(({ field, text }) => field.isLater !== true || text !== field.write(standardView))
        .map(({ field, text }) => [field.name, text]),
    ),
    ghosts: state.ghosts.map(({ name, parameters }) => ({ name, parameters })),
    data: shown.map((table) => ({
      id: table.id,
      doi: table.publications.map((publication) => publication.doi),
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function readView(texts: Readonly<Record<string, string>>): Result<ViewSettings> {
  let view = standardView;
  for (const [name, text] of Object.entries(texts)) {
    const field = viewField(name);
    if (field === undefined) return { ok: false, reason: `view.${printable(name, 40)} is not known here.` };
    const read = field.read(view, text);
    if (read === null)
      return {
        ok: false,
        reason: `view.${name}: can be ${field.allowed}, not "${printable(text, 40)}".${field.readings?.(text) ?? ''}`,
      };
    view = read;
  }
  return { ok: true, value: view };
}

function decodeJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Reads a file that a person chose: of any size, in any encoding, perhaps none of ours. */
export async function readStateFile(file: Blob): Promise<Result<OpenedState>> {
  const refused = (reason: string) => ({ ok: false, reason }) as const;
  if (file.size > largestStateFile) {
    const megabytes = (file.size / 1e6).toPrecision(2);
    return refused(`It has ${Number(megabytes)} MB; a state file has 1 MB at most.`);
  }
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return refused('The browser could not read it: it may have been moved or changed since it was chosen.');
  }
  const text = textOfBytes(bytes);
  if (text === null) return refused('It is not text; a state file is JSON in UTF-8 or UTF-16.');
  return text.trim() === '' ? refused('It is empty.') : parseStateFile(text);
}

export function parseStateFile(text: string): Result<OpenedState> {
  const json = decodeJson(text);
  const head = v.safeParse(headSchema, json);
  if (!head.success) return { ok: false, reason: 'It is not a state file of the Two-Halo Explorer.' };
  if (head.output.version !== stateFileVersion) {
    const { version } = head.output;
    return { ok: false, reason: `It has version ${version}; this page reads version ${stateFileVersion}.` };
  }
  const parsed = v.safeParse(fileSchema, json);
  if (!parsed.success) return { ok: false, reason: `${firstIssue(parsed.issues)}.` };
  const view = readView(parsed.output.view);
  if (!view.ok) return view;
  // The casts: each value was parsed by the table entry of its own id.
  const parametersOf = (values: unknown) => values as ExplorerParameters;
  return {
    ok: true,
    value: {
      parameters: parametersOf(parsed.output.parameters),
      view: view.value,
      ghosts: parsed.output.ghosts.map(({ name, parameters }) => ({
        name,
        parameters: parametersOf(parameters),
      })),
    },
  };
}
