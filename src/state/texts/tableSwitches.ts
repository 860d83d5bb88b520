/**
 * Data sets switched by hand, as text: `dampe-2019-p,-atic2-2009-p` shows the first and hides the second. Ids use
 * a-z, 0-9 and "-" only, so capitals are free to shorten the words that most ids hold: with every set switched
 * the address must stay below 2 kB.
 */
const shortWords = [
  ['electron', 'E'],
  ['positron', 'P'],
  ['-minus-', 'M'],
  ['-plus-', 'A'],
  ['ams02', 'S'],
] as const;

const switchPattern = /^-?[a-z0-9EPMAS][a-z0-9EPMAS-]{0,59}$/;
/** More than any catalogue holds. */
const mostSwitches = 200;

function shortened(id: string): string {
  return shortWords.reduce((text, [word, letter]) => text.replaceAll(word, letter), id);
}

function restored(text: string): string {
  return shortWords.reduce((id, [word, letter]) => id.replaceAll(letter, word), text);
}

export function writeTableSwitches(tables: Readonly<Record<string, boolean>>): string {
  return Object.entries(tables)
    .map(([id, visible]) => `${visible ? '' : '-'}${shortened(id)}`)
    .join(',');
}

/** Null for anything that could not be written by `writeTableSwitches`. Whether such sets exist is another matter. */
export function readTableSwitches(text: string): Readonly<Record<string, boolean>> | null {
  if (text === '') return {};
  const parts = text.split(',');
  if (parts.length > mostSwitches || !parts.every((part) => switchPattern.test(part))) return null;
  return Object.fromEntries(parts.map((part) => [restored(part.replace(/^-/, '')), !part.startsWith('-')]));
}
