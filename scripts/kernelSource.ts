import { createHash } from 'node:crypto';

/** What says whether compiled bytes are of this source. */
export function sourceHash(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
