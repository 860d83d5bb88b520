/**
 * `npm run kernel`: compiles src/solver/kernel/ring.c to WebAssembly (clang and wasm-ld; Debian: `apt install clang lld`) and writes
 * its bytes, and the hash of the source they were made from, to src/solver/kernel/ringBytes.ts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceHash } from './kernelSource';

const folder = new URL('../src/solver/kernel/', import.meta.url);
const source = readFileSync(new URL('ring.c', folder), 'utf8');
const exported = ['begin', 'spread', 'gather', 'prepare', 'apply', 'solve', 'reported'];
const out = join(mkdtempSync(join(tmpdir(), 'kernel-')), 'ring.wasm');
execFileSync(
  'clang',
  [
    '--target=wasm32',
    '-O2',
    '-fno-unroll-loops',
    '-msimd128',
    '-nostdlib',
    '-ffreestanding',
    '-Wall',
    '-Wextra',
    '-Werror',
    '-Wl,--no-entry',
    '-Wl,--strip-all',
    ...exported.map((name) => `-Wl,--export=${name}`),
    '-o',
    out,
    'ring.c',
  ],
  { cwd: folder, stdio: 'inherit' },
);
const bytes = readFileSync(out);
writeFileSync(
  new URL('ringBytes.ts', folder),
  `/**
 * Written by \`npm run kernel\`: ring.c compiled, base64.
 * SHA-256 of the source: ${sourceHash(source)}
 */
export const ringBytes =
  '${bytes.toString('base64')}';
`,
);
console.log(`ring.wasm: ${bytes.length} bytes`);
