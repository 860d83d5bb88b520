/**
 * The address as state: `#v1&tab=electrons&delta0=0.3`. Only what differs from the paper's preset is written,
 * so an address stays short and readable. Here it is written, and read back where it is as this page writes it; what
 * people make of it is read by hashCodec.ts, which comes when it is needed.
 *
 * Names may be added without a new version: an address of an older page stays readable. A name that changes its
 * meaning needs one.
 */
import {
  allowedValues,
  type ExplorerParameters,
  parameterDefinition,
  parseParameter,
  readingsOf,
} from '../../model/parameters/values';
import { changedParameters, paperExplorer } from '../../model/presets';
import { standardView, type ViewSettings } from '../view';
import { changedViewTexts, viewField } from './viewText';

export const hashVersion = 'v1';

export interface SharedState {
  readonly parameters: ExplorerParameters;
  readonly view: ViewSettings;
}

/** What the explorer opens with. */
export const paperState: SharedState = { parameters: paperExplorer, view: standardView };

/** Text for the address bar, without "#"; empty for the state the explorer opens in. */
export function encodeHash({ parameters, view }: SharedState): string {
  const views = changedViewTexts(view).map(([name, text]) => `${name}=${text}`);
  // String(number) is the shortest text that reads back as the same number.
  const changed = changedParameters(parameters).map(
    (id) => `${id}=${String(parameters[id]).replace('e+', 'e')}`,
  );
  return views.length + changed.length === 0 ? '' : [hashVersion, ...views, ...changed].join('&');
}

export type Taken =
  | { readonly ok: true; readonly state: SharedState }
  /** What it can be, in words; `readings`: a sentence for a text that can be read in two ways, else empty. */
  | { readonly ok: false; readonly allowed: string; readonly readings: string };

/** The state with one entry set; null if there is nothing of that name. */
export function withEntry(state: SharedState, name: string, text: string): Taken | null {
  const definition = parameterDefinition(name);
  if (definition !== undefined) {
    const parsed = parseParameter(definition, text);
    if (!parsed.ok)
      return { ok: false, allowed: allowedValues(definition), readings: readingsOf(definition, text) };
    return { ok: true, state: { ...state, parameters: { ...state.parameters, [name]: parsed.value } } };
  }
  const field = viewField(name);
  if (field === undefined) return null;
  const view = field.read(state.view, text);
  return view === null
    ? { ok: false, allowed: field.allowed, readings: field.readings?.(text) ?? '' }
    : { ok: true, state: { ...state, view } };
}

const plainHash = /^#?(?:v1(?:&[\w.-]+=[\w.,+-]*)*)?$/;
/** Longest address part that is read; twice what can be written, for what escapes add. Cut, it would say something else. */
export const longestRead = 4096;

/** The state of an address that is as this page writes it; null for all others. */
export function decodePlain(hash: string): SharedState | null {
  if (hash.length > longestRead || !plainHash.test(hash)) return null;
  let state = paperState;
  const seen = new Set<string>();
  for (const entry of hash.split('&').slice(1)) {
    const [name = '', text = ''] = entry.split('=');
    const taken = withEntry(state, name, text);
    if (taken?.ok !== true || seen.has(name)) return null;
    seen.add(name);
    ({ state } = taken);
  }
  return state;
}
