import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A module's source, with the parts that it puts together. */
export function kernelSource(module: 'kernel' | 'box'): string {
  const read = (name: string) =>
    readFileSync(new URL(`../src/solver/kernel/${name}`, import.meta.url), 'utf8');
  const whole = read(`${module}.c`);
  return [whole, ...[...whole.matchAll(/#include "(.+)"/g)].map(([, part]) => read(part!))].join('');
}

/** What says whether compiled bytes are of this source. */
export function sourceHash(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
