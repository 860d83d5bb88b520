/** What the address of the page asks for when it is opened, and who can read it. */
import { loadPart } from '../../parts/loadPart';
import { decodePlain } from '../texts/plainHash';
import type { ParsedPresentation } from '../texts/presentation';

export type LinkReader = typeof import('../texts/readLink');

/** The page without wishes of its address. */
export const wholePage: ParsedPresentation = {
  embed: false,
  hiddenParts: [],
  hiddenParameters: [],
  refused: [],
};

export const unreadableLink = 'This link could not be read. Reload the page to try again.';

export function loadReader(): Promise<LinkReader> {
  return loadPart(() => import('../texts/readLink'));
}

/** Who reads this address; null if nobody is needed. */
export async function readerFor({
  search,
  hash,
}: Pick<Location, 'search' | 'hash'>): Promise<LinkReader | null> {
  return search === '' && decodePlain(hash) !== null ? null : loadReader();
}
