/** A Vite plugin: once all files are written, lists those that make the page in the service worker (src/offline). */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Precache, PrecachePlaceholder } from '../src/offline/precache';

const placeholder: PrecachePlaceholder = '%PRECACHE%';
export const serviceWorkerFile = 'serviceWorker.js';

/** Files that are served beside the page but that it does not load. */
function isOfPage(file: string): boolean {
  return (
    file !== serviceWorkerFile &&
    (!file.startsWith('data/') || file === 'data/catalogue.json' || file.startsWith('data/dragon/'))
  );
}

function precacheOf(folder: string): Precache {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter(isOfPage)
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(folder, file)));
  return {
    version: hash.digest('hex').slice(0, 12),
    // Some hosts redirect "index.html" to "./", and a redirected answer may not open a page.
    files: files.map((file) => (file === 'index.html' ? './' : file)),
  };
}

export function offlinePlugin(): Plugin {
  let folder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
    },
    // Public files are not in the bundle: only the written folder holds everything.
    writeBundle: () => {
      const path = join(folder, serviceWorkerFile);
      const source = readFileSync(path, 'utf8');
      // In whichever quotes the minifier left it.
      const quoted = new RegExp(`(["'\`])${placeholder}\\1`);
      if (!quoted.test(source)) throw new Error(`${serviceWorkerFile} has lost its ${placeholder}.`);
      const precache = JSON.stringify(JSON.stringify(precacheOf(folder)));
      writeFileSync(
        path,
        source.replace(quoted, () => precache),
      );
    },
  };
}
