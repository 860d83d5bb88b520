/**
 * The address as state: `#v1&tab=electrons&delta0=0.3`. Only what differs from the paper's preset is written,
 * so an address stays short and readable. Text from outside is parsed, never trusted: an entry that is unknown
 * or out of range is left out, keeps its default, and is named in a notice that says what is allowed.
 *
 * Names may be added without a new version: an address of an older page stays readable. A name that changes its
 * meaning needs one.
 */
import {
  allowedValues,
  type ExplorerParameterId,
  type ExplorerParameters,
  explorerTable,
  type ParameterValue,
  parameterDefinition,
  parseParameter,
  readingsOf,
} from '../model/parameters';
import { paperExplorer } from '../model/presets';
import { printable } from '../text/printable';
import { standardView, type ViewSettings } from './view';
import { changedViewTexts, viewField } from './viewText';

export const hashVersion = 'v1';
/** Longest address part that is read; twice what can be written. Beyond it is noise. */
const longestRead = 4096;

export interface SharedState {
  readonly parameters: ExplorerParameters;
  readonly view: ViewSettings;
}

export interface Decoded extends SharedState {
  /** One sentence for each entry that could not be used. Empty when all was well. */
  readonly refused: readonly string[];
}

/** Parameters that differ from a reference set, in the order of the table. */
export function changedParameters(
  parameters: ExplorerParameters,
  reference: ExplorerParameters = paperExplorer,
): readonly ExplorerParameterId[] {
  // The cast: ids of the explorer table are the keys of its parameter type.
  const ids = explorerTable.map((entry) => entry.id as ExplorerParameterId);
  return ids.filter((id) => parameters[id] !== reference[id]);
}

/** Text for the address bar, without "#"; empty for the state the explorer opens in. */
export function encodeHash({ parameters, view }: SharedState): string {
  const views = changedViewTexts(view).map(([name, text]) => `${name}=${text}`);
  // String(number) is the shortest text that reads back as the same number.
  const changed = changedParameters(parameters).map(
    (id) => `${id}=${String(parameters[id]).replace('e+', 'e')}`,
  );
  return views.length + changed.length === 0 ? '' : [hashVersion, ...views, ...changed].join('&');
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

export function decodeHash(hash: string): Decoded {
  const refused: string[] = [];
  const parameters: Record<string, ParameterValue> = { ...paperExplorer };
  let view = standardView;
  const [version = '', ...entries] = hash.replace(/^#/, '').slice(0, longestRead).split('&');
  if (version !== '' && version !== hashVersion) {
    refused.push(
      `The address starts with "${printable(decodePart(version), 20)}"; this version reads "${hashVersion}".`,
    );
    return { parameters: paperExplorer, view: standardView, refused };
  }
  for (const entry of entries.filter((part) => part !== '')) {
    const [name = '', ...rest] = entry.split('=').map(decodePart);
    const text = rest.join('=');
    const quoted = printable(text, 40);
    const definition = parameterDefinition(name);
    const field = viewField(name);
    if (definition !== undefined) {
      const parsed = parseParameter(definition, text);
      if (parsed.ok) parameters[name] = parsed.value;
      else
        refused.push(
          `${definition.id} can be ${allowedValues(definition)}; the address says "${quoted}".${readingsOf(definition, text)}`,
        );
    } else if (field !== undefined) {
      const read = field.read(view, text);
      if (read !== null) view = read;
      else
        refused.push(
          `${name} can be ${field.allowed}; the address says "${quoted}".${field.readings?.(text) ?? ''}`,
        );
    } else {
      refused.push(`"${printable(name, 24)}" is not a parameter of this explorer and was left out.`);
    }
  }
  // The cast: each value was parsed by the table entry of its own name.
  return { parameters: parameters as unknown as ExplorerParameters, view, refused };
}
