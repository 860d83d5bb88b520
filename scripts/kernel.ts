/**
 * `npm run kernel`: compiles src/solver/kernel/*.c to WebAssembly (clang and wasm-ld; Debian: `apt install clang lld`) and writes
 * their bytes, and the hash of the source they were made from, to a module beside each.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceHash } from './kernelSource';

const folder = new URL('../src/solver/kernel/', import.meta.url);

function compile(name: string, optimisation: readonly string[], exported: readonly string[]): void {
  const source = readFileSync(new URL(`${name}.c`, folder), 'utf8');
  const out = join(mkdtempSync(join(tmpdir(), 'kernel-')), `${name}.wasm`);
  execFileSync(
    'clang',
    [
      '--target=wasm32',
      ...optimisation,
      '-fno-unroll-loops',
      '-msimd128',
      '-nostdlib',
      '-ffreestanding',
      '-Wall',
      '-Wextra',
      '-Werror',
      '-Wl,--no-entry',
      '-Wl,--strip-all',
      ...exported.map((symbol) => `-Wl,--export=${symbol}`),
      '-o',
      out,
      `${name}.c`,
    ],
    { cwd: folder, stdio: 'inherit' },
  );
  const bytes = readFileSync(out);
  writeFileSync(
    new URL(`${name}Bytes.ts`, folder),
    `/**
 * Written by \`npm run kernel\`: ${name}.c compiled, base64.
 * SHA-256 of the source: ${sourceHash(source)}
 */
export const ${name}Bytes =
  '${bytes.toString('base64')}';
`,
  );
  console.log(`${name}.wasm: ${bytes.length} bytes`);
}

// Written in plain loops, which the compiler makes vectors of; boxes are written in vectors, and small.
compile('ring', ['-O2'], ['begin', 'spread', 'gather', 'prepare', 'apply', 'solve', 'reported']);
compile(
  'box',
  ['-Os', '-fno-vectorize', '-fno-slp-vectorize'],
  ['begin', 'prepareLateral', 'prepareWindow', 'scaleOf', 'residual', 'extend', 'accept', 'improve', 'apply'],
);
