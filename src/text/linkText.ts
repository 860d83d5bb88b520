/**
 * Links as people send them. On its way through chat, mail and web pages a link is escaped once or twice (`&amp;`, `%26`,
 * `&#38;`), folded into lines, and gets on its end what stood behind it: punctuation, markup, an invisible character,
 * the tags of trackers. None of these is part of what this page writes into an address, so they are taken off before names and
 * values are parsed. What may belong to a value stays: `%`, `+`, a hyphen, a bracket that was opened in it.
 */

/** One `name=text` of a query or a fragment. */
export interface LinkEntry {
  readonly name: string;
  readonly text: string;
  /** It ended in "…" or "...": a program has shortened the link, and the value may have been longer. */
  readonly isCut: boolean;
}

export interface FragmentEntry extends LinkEntry {
  /** Behind a "?" or a second "#" within the fragment: stuck on by somebody else's program. */
  readonly isStuckOn: boolean;
}

const percents = /(?:%[\da-f]{2})+/gi;
const entities = /&(amp|lt|gt|quot|apos|nbsp|#\d{1,7}|#x[\da-f]{1,6})(?:;|(?=&|$))/gi;
const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};
/** Escaped more often than this is noise. */
const mostEscapes = 4;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function character(entity: string, name: string): string {
  const known = named[name.toLowerCase()];
  if (known !== undefined) return known;
  const code = Number(name.replace(/^#/, '').replace(/^x/i, '0x'));
  return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
}

/** Without percent signs and entities, however often they were put on. */
function unescaped(text: string): string {
  let plain = text;
  for (let round = 0; round < mostEscapes; round++) {
    const next = plain.replace(percents, decoded).replace(entities, character);
    if (next === plain) break;
    plain = next;
  }
  return plain;
}

/**
 * Characters that nobody sees, and the ends of lines with which mail programs fold a link. Overrides of the writing direction
 * are not among them: they change what is read.
 */
const unseen = /(?![\u202a-\u202e])[\p{Cf}\p{DI}]|[\t\r\n]+ */gu;
/** Between entries. Within a value a semicolon parts numbers: then no name follows it. */
const separator = /&|;(?=[^&;=]*=)/;
/** Quotes and markup, which no value holds: what follows them stood beside the link. */
const markup = /[<>"`|]|\]\(/;
const glued = /(?![%‰‱-])[\p{P}\s~]/u;
const openers: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** The text, and the punctuation that was on its end. */
function withoutEnd(text: string): readonly [kept: string, end: string] {
  const at = text.search(markup);
  const own = at > 0 ? text.slice(0, at) : text;
  let length = own.length;
  // From the end, one by one: a pattern would begin anew at each of a long row of dots.
  for (; length > 0; length--) {
    const last = own.charAt(length - 1);
    const opener = openers[last];
    if (!glued.test(last) || (opener !== undefined && own.includes(opener))) break;
  }
  return [own.slice(0, length), own.slice(length)];
}

function entryOf(part: string): LinkEntry {
  const at = part.indexOf('=');
  const [kept, end] = withoutEnd(part.slice(at + 1));
  const isCut = end.includes('…') || end.includes('...');
  // A name without "=" has the sentence's punctuation on its own end.
  return at < 0
    ? { name: kept.trim(), text: '', isCut }
    : { name: part.slice(0, at).replace(/\s+/g, ''), text: kept.trim(), isCut };
}

function entriesOf(parts: readonly string[]): readonly LinkEntry[] {
  return parts.map(entryOf).filter(({ name, text, isCut }) => name !== '' || text !== '' || isCut);
}

/** The entries of a fragment, with or without its "#". */
export function fragmentEntries(fragment: string): readonly FragmentEntry[] {
  const [text = ''] = unescaped(fragment).replace(unseen, '').split(':~:', 1);
  const begin = text.search(/[\p{L}\p{N}]/u);
  if (begin < 0) return [];
  const [own = '', ...stuckOn] = text.slice(begin).split(/[?#]/);
  const all = (parts: readonly string[], isStuckOn: boolean) =>
    entriesOf(parts.flatMap((part) => part.split(separator))).map((entry) => ({ ...entry, isStuckOn }));
  return [...all([own], false), ...all(stuckOn, true)];
}

const escapedAmpersands = /&(?:(?:amp|#0*38|#x0*26)(?:;|%3b))+/gi;

/** Query without its "?", as it was before it was escaped as a whole. Others' words keep their own escapes. */
function plainQuery(search: string): string {
  const text = search.replace(/^[?\s]+/, '').replace(escapedAmpersands, '&');
  return text.includes('=') ? text : unescaped(text);
}

/** The entries of a query, with or without its "?". A "+" is a space, as forms write it. */
export function queryEntries(search: string): readonly LinkEntry[] {
  const parts = plainQuery(search).split(/[&?]/);
  return entriesOf(parts.map((part) => unescaped(part.replaceAll('+', ' ')).replace(unseen, '')));
}

/** The query without these words; what others have put there stays as it is. Without its "?". */
export function queryWithout(search: string, names: readonly string[]): string {
  const isOther = (part: string) => queryEntries(part).every(({ name }) => !names.includes(name));
  return plainQuery(search)
    .split('&')
    .filter((part) => part !== '' && isOther(part))
    .join('&');
}

/** `embed=1%26hide=tabs`: between two words of the page's own an escaped ampersand parts them. In others' words it is theirs. */
function partedWords(query: string, words: readonly string[]): string {
  const word = `(?:${words.join('|')})(?:=|%3d)`;
  const parting = new RegExp(`(?<=(?:^|[&?]|%26)${word}(?:[\\w.,;+ -]|%2c|%20)*)%26(?=${word})`, 'gi');
  return words.length === 0 ? query : query.replace(parting, '&');
}

/**
 * Query and fragment as they were meant: an escaped `&` may have cut a query short (`?embed=1&#38;hide=tabs`), an escaped
 * `#` have made the fragment part of it (`?embed=1%23v1`). `words` are those that the page reads in its query. Gives each
 * empty, or with its "?" or "#".
 */
export function mendedLink(
  search: string,
  hash: string,
  words: readonly string[] = [],
): { readonly search: string; readonly hash: string } {
  const whole = `${search}${hash.replace(/^(?!#|$)/, '#')}`.replace(escapedAmpersands, '&');
  const at = whole.search(/#|%23(?=v\d)/i);
  const query = partedWords(plainQuery(at < 0 ? whole : whole.slice(0, at)), words);
  const fragment = at < 0 ? '' : whole.slice(at).replace(/^(?:#|%23)/, '');
  return { search: query === '' ? '' : `?${query}`, hash: fragment === '' ? '' : `#${fragment}` };
}

const trackers =
  /^(?:utm|mtm|pk|piwik|matomo|hsa|mc|ml|ga|gad|fb|wt|oly|vero|trk|sc|ns)_|^_[a-z]|^__hs|^hscta|^elq|cl(?:k)?id$|^(?:gclsrc|[gw]braid|igsh|igshid|srsltid|mkt_tok|s_cid|li_fat_id|epik|cmpid|xtor|spm|si|from|ref|ref_src|source|share|scene|isappinstalled|nsukey)$/i;

/** A word that mail and social media stick on the links they send, to follow who opens them. */
export function isTrackingTag(name: string): boolean {
  return trackers.test(name);
}
