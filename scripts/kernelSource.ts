import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** The parts that kernel.c puts together. */
export function kernelSource(): string {
  const read = (name: string) =>
    readFileSync(new URL(`../src/solver/kernel/${name}`, import.meta.url), 'utf8');
  const whole = read('kernel.c');
  return [whole, ...[...whole.matchAll(/#include "(.+)"/g)].map(([, part]) => read(part!))].join('');
}

/** What says whether compiled bytes are of this source. */
export function sourceHash(source: string): string {
  return createHash('sha256').update(source).digest('hex');
}
