/** `npm run budgets`: what the built page weighs, gzipped, and what it may weigh. Fails with what is too heavy. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { withinBudgets } from './budgetTable';

/** DIST_DIR is the build's (vite.config.ts). */
const { DIST_DIR: folder = 'dist' } = process.env;

function gzipped(file: string): number {
  return gzipSync(readFileSync(join(folder, file)), { level: 9 }).length;
}

const files = readdirSync(folder, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(join(folder).length + 1));
/** Scripts that the page asks for at once, but for those that only come early over the network. */
const atStart = [
  ...readFileSync(join(folder, 'index.html'), 'utf8').matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g),
].map(([, name]) => name);
const { lines, problems } = withinBudgets(
  files.map((name) => ({
    name: name.replaceAll('\\', '/'),
    bytes: gzipped(name),
    atStart: atStart.includes(name.replaceAll('\\', '/')),
  })),
);
console.log(`Gzipped, in kB (1000 bytes):\n${lines.join('\n')}`);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
