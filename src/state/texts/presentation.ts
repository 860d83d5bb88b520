/**
 * How a page that links here or frames it wants the explorer shown: `?embed=1`, `?hide=processes,presets`. It stands
 * in the query and not in the hash, because it is the teacher's choice and not part of the state that people change
 * and share. Text from outside: what is not known is named and left out.
 */
import { type ExplorerParameterId, explorerTable } from '../../model/parameters/values';
import { type LinkEntry, queryEntries } from '../../text/linkText';
import { printable } from '../../text/printable';
import { similarNames } from '../../text/similarNames';
import { isStateEntry } from './hashCodec';
import { isQueryWord, type QueryWord, queryWords } from './queryWords';

/** Parts of the page, other than parameters, that can be hidden. */
export const hideableParts = [
  'bar',
  'presets',
  'normalise',
  'history',
  'parameters',
  'tabs',
  'options',
  'tools',
  'legend',
  'volume',
  'fit',
  'status',
  'note',
] as const;
export type HideablePart = (typeof hideableParts)[number];

export interface Presentation {
  /** Figure and essential sliders only. */
  readonly embed: boolean;
  readonly hiddenParts: readonly HideablePart[];
  readonly hiddenParameters: readonly ExplorerParameterId[];
}

export interface ParsedPresentation extends Presentation {
  /** One sentence for each wish that could not be met. */
  readonly refused: readonly string[];
}

/** Parameters that a name stands for: one, those of a group, or both if they share it. */
function parametersNamed(name: string): readonly ExplorerParameterId[] {
  const named = explorerTable.filter((entry) => entry.id === name || entry.group === name);
  // The cast: ids of the explorer table are the keys of its parameter type.
  return named.map((entry) => entry.id as ExplorerParameterId);
}

function hideNames(text: string): readonly string[] {
  return text.split(/[,;\s]+/).filter((part) => part !== '');
}

function canBeHidden(name: string): boolean {
  return hideableParts.some((part) => part === name) || parametersNamed(name).length > 0;
}

/** Whether a text looks like what such a word is given: a word of others, such as `?side=left`, is not ours misspelt. */
const isPlausible: Readonly<Record<QueryWord, (text: string) => boolean>> = {
  embed: (text) => text === '0' || text === '1',
  teacher: (text) => text === '0' || text === '1',
  step: (text) => /^\d{1,2}$/.test(text),
  lesson: (text) => /^[a-z-]*$/.test(text),
  hide: (text) => hideNames(text).some(canBeHidden),
};

/** What to say of a word that is none of ours; null if it is somebody else's. */
function strangeWord({ name, text }: LinkEntry): string | null {
  if (isStateEntry(name, text))
    return `"${name}" belongs behind the "#" of an address, as in "#v1&${name}=${printable(text, 40)}".`;
  const meant = similarNames(name, queryWords).find(
    // The cast: similar names are of those that are known.
    (word) => word === name.toLowerCase() || isPlausible[word as QueryWord](text),
  );
  return meant === undefined ? null : `"${printable(name, 24)}" is not known here; "${meant}" is.`;
}

/** The value of a word that counts once: the first. Tells of others. */
export function firstValue(
  entries: readonly LinkEntry[],
  word: QueryWord,
  refused: string[],
): string | undefined {
  const texts = entries.filter(({ name }) => name === word).map(({ text }) => text);
  const [first = '', ...others] = texts;
  if (others.some((text) => text !== first))
    refused.push(
      `${word} stands in the address more than once; the first one counts: ${printable(first, 40)}.`,
    );
  return texts.length === 0 ? undefined : first;
}

export function parsePresentation(search: string): ParsedPresentation {
  const entries = queryEntries(search);
  const refused: string[] = [];
  for (const entry of entries) {
    const strange = isQueryWord(entry.name) ? null : strangeWord(entry);
    if (strange !== null) refused.push(strange);
  }
  const embed = firstValue(entries, 'embed', refused) ?? '0';
  if (embed !== '0' && embed !== '1')
    refused.push(`embed can be 1 or 0; the address says "${printable(embed, 40)}".`);
  const hiddenParts: HideablePart[] = [];
  const hiddenParameters: ExplorerParameterId[] = [];
  const hides = entries.filter(({ name }) => name === 'hide');
  for (const name of new Set(hides.flatMap(({ text }) => hideNames(text)))) {
    const part = hideableParts.find((candidate) => candidate === name);
    if (part !== undefined) hiddenParts.push(part);
    hiddenParameters.push(...parametersNamed(name));
    if (!canBeHidden(name)) {
      const names = [...hideableParts, ...explorerTable.flatMap((entry) => [entry.id, entry.group])];
      const similar = [...new Set(similarNames(name, names))].map((one) => `"${one}"`);
      const hint = similar.length === 0 ? '' : ` There is ${similar.join(' and ')}.`;
      refused.push(
        `"${printable(name, 24)}" is not a parameter, a group or a part of the page that can be hidden.${hint}`,
      );
    }
  }
  return { embed: embed === '1', hiddenParts, hiddenParameters, refused };
}
