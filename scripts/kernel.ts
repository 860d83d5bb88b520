/**
 * `npm run kernel`: compiles src/solver/kernel/*.c to WebAssembly (clang and wasm-ld; Debian: `apt install clang lld`) and writes
 * the bytes of each module, and the hash of the sources they were made from, to a TypeScript module beside it.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kernelSource, sourceHash } from './kernelSource';

const folder = new URL('../src/solver/kernel/', import.meta.url);

function compile(name: 'kernel' | 'box', optimisation: readonly string[], exported: readonly string[]): void {
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
 * Written by \`npm run kernel\`: ${name}.c compiled, hexadecimal: what repeats itself still does, so that it is packed a fifth smaller than base64.
 * SHA-256 of its sources: ${sourceHash(kernelSource(name))}
 */
export const ${name}Bytes =
  '${bytes.toString('hex')}';
`,
  );
  console.log(`${name}.wasm: ${bytes.length} bytes`);
}

// Written in plain loops, which the compiler makes vectors of; boxes are written in vectors, and small.
compile(
  'kernel',
  ['-O2'],
  [
    ...['begin', 'spread', 'gather', 'prepare', 'apply', 'solve', 'reported'],
    ...['spectra', 'describe', 'known', 'shapeFromKnown', 'shapeRoom', 'shapeFrom'],
    ...['startFromKnown', 'startFromShape', 'startFromZero', 'assemble', 'assembled', 'clear', 'slab'],
  ],
);
compile(
  'box',
  ['-Os', '-fno-vectorize', '-fno-slp-vectorize'],
  ['begin', 'prepareLateral', 'prepareWindow', 'scaleOf', 'residual', 'extend', 'accept', 'improve', 'apply'],
);
