/**
 * Everything that reads a link which is not as this page writes it, in one piece that comes when it is needed: most visits
 * bring no link, or a plain one.
 */
import { mendedLink as mended } from '../../text/linkText';
import { queryWords } from './queryWords';

export { tellRefused } from '../services/tellRefused';
export { decodeHash } from './hashCodec';
export { parsePresentation } from './presentation';

export function mendedLink(search: string, hash: string): ReturnType<typeof mended> {
  return mended(search, hash, queryWords);
}
