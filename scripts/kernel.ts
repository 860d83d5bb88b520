/**
 * `npm run kernel`: compiles src/solver/kernel/kernel.c to WebAssembly (clang and wasm-ld; Debian: `apt install clang lld`) and writes
 * its bytes, and the hash of the sources they were made from, to src/solver/kernel/kernelBytes.ts.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kernelSource, sourceHash } from './kernelSource';

const folder = new URL('../src/solver/kernel/', import.meta.url);
const exported = [
  ...['begin', 'spread', 'gather', 'prepare', 'apply', 'solve', 'reported'],
  ...['spectra', 'describe', 'known', 'shapeFromKnown', 'shapeRoom', 'shapeFrom'],
  ...['startFromKnown', 'startFromShape', 'startFromZero', 'assemble', 'assembled', 'clear', 'slab'],
];
const out = join(mkdtempSync(join(tmpdir(), 'kernel-')), 'kernel.wasm');
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
    'kernel.c',
  ],
  { cwd: folder, stdio: 'inherit' },
);
const bytes = readFileSync(out);
writeFileSync(
  new URL('kernelBytes.ts', folder),
  `/**
 * Written by \`npm run kernel\`: kernel.c compiled, hexadecimal: what repeats itself still does, so that it is packed a fifth smaller than base64.
 * SHA-256 of its sources: ${sourceHash(kernelSource())}
 */
export const kernelBytes =
  '${bytes.toString('hex')}';
`,
);
console.log(`kernel.wasm: ${bytes.length} bytes`);
