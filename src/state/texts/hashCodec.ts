/**
 * Reads the fragment of an address (plainHash.ts) as people send it. Text from outside is parsed, never trusted: what a link caught
 * on its way is taken off (text/linkText.ts); an entry that is unknown or out of range is left out, keeps its
 * default, and is named in a notice that says what is allowed. Nothing is guessed: `delta0` and `Delta` are two
 * parameters. Not part of the page's first load.
 */
import { explorerTable } from '../../model/parameters/values';
import { type FragmentEntry, fragmentEntries, isTrackingTag } from '../../text/linkText';
import { printable } from '../../text/printable';
import { similarNames } from '../../text/similarNames';
import { hashVersion, longestRead, paperState, type SharedState, withEntry } from './plainHash';
import { isQueryWord } from './queryWords';
import { viewFields } from './viewText';

export { encodeHash, hashVersion, longestRead, type SharedState } from './plainHash';

export interface Decoded extends SharedState {
  /**
   * `state`: parameters and view are what it asks for. `unreadable`: it is a link to this explorer of which nothing can be used.
   * `foreign`: it is none (`#main`, `#gid=0`), and asks for nothing. With both, parameters and view are the paper's.
   */
  readonly kind: 'state' | 'unreadable' | 'foreign';
  /** One sentence for each entry that could not be used. Empty when all was well. */
  readonly refused: readonly string[];
}

/** Whether `name=text` would be an entry of the fragment. */
export function isStateEntry(name: string, text: string): boolean {
  return withEntry(paperState, name, text)?.ok === true;
}

function unknownName(name: string): string {
  if (isQueryWord(name)) return `"${name}" belongs in front of the "#" of an address, behind a "?".`;
  const known = [...explorerTable.map((entry) => entry.id), ...viewFields.map((field) => field.name)];
  const similar = similarNames(name, known).map((one) => `"${one}"`);
  const hint = similar.length === 0 ? '' : ` There is ${similar.join(' and ')}.`;
  return `"${printable(name, 24)}" is not a parameter of this explorer and was left out.${hint}`;
}

function readEntries(entries: readonly FragmentEntry[]): Decoded {
  const refused: string[] = [];
  const given = new Map<string, string>();
  const repeated = new Set<string>();
  let state = paperState;
  for (const { name, text, isCut, isStuckOn } of entries) {
    const taken = withEntry(state, name, text);
    if (taken === null && isTrackingTag(name)) continue;
    if (isStuckOn && taken?.ok !== true && !isQueryWord(name)) continue;
    if (isCut) {
      const rest = text === '' ? name : `${name}=${text}`;
      refused.push(`The link breaks off at "${printable(rest, 40)}…"; that entry was left out.`);
    } else if (taken === null) {
      refused.push(unknownName(name));
    } else if (!taken.ok) {
      refused.push(
        `${name} can be ${taken.allowed}; the address says "${printable(text, 40)}".${taken.readings}`,
      );
    } else {
      if ((given.get(name) ?? text) !== text) repeated.add(name);
      given.set(name, text);
      ({ state } = taken);
    }
  }
  for (const name of repeated)
    refused.push(
      `${name} stands in the address more than once; the last one counts: ${printable(given.get(name) ?? '', 40)}.`,
    );
  return { ...state, kind: 'state', refused };
}

export function decodeHash(hash: string): Decoded {
  const nothing = (kind: 'unreadable' | 'foreign', ...refused: readonly string[]): Decoded => ({
    ...paperState,
    kind,
    refused,
  });
  const [head, ...entries] = fragmentEntries(hash.slice(0, longestRead));
  if (head === undefined)
    return { ...paperState, kind: hash.replace(/^#/, '') === '' ? 'state' : 'foreign', refused: [] };
  if (!/^v\d/i.test(head.name)) {
    const isOurs = [head, ...entries].some(({ name, text }) => isStateEntry(name, text));
    if (!isOurs) return nothing('foreign');
    return nothing(
      'unreadable',
      `The address does not begin with "${hashVersion}": it should be "#${hashVersion}&…".`,
    );
  }
  if (head.name.toLowerCase() !== hashVersion)
    return nothing(
      'unreadable',
      `The address starts with "${printable(head.name, 20)}"; this version reads "${hashVersion}".`,
    );
  if (hash.length > longestRead)
    return nothing(
      'unreadable',
      `The address has ${hash.length} characters; up to ${longestRead} are read. Nothing of it was taken over.`,
    );
  return readEntries(entries);
}
