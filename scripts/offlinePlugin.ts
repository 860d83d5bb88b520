/**
 * A Vite plugin: once all files are written, lists those that make the page, with a fingerprint of each, beside the
 * service worker (src/offline).
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { VersionPlaceholder } from '../src/offline/precache.ts';
import { filesOfPage, precacheFile, precacheOf, precacheScript, serviceWorkerFile } from './precacheList.ts';

const placeholder: VersionPlaceholder = '%VERSION%';

function publicFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    );
}

export function offlinePlugin(): Plugin {
  let folder = '';
  let publicFolder = '';
  return {
    name: 'offline',
    apply: 'build',
    configResolved: (config) => {
      folder = resolve(config.root, config.build.outDir);
      publicFolder = config.publicDir;
    },
    // By their content as written: what is sent is what is checked.
    writeBundle: async (_options, bundle) => {
      const worker = bundle[serviceWorkerFile];
      if (worker?.type !== 'chunk' || worker.imports.length > 0 || worker.exports.length > 0)
        throw new Error(`${serviceWorkerFile} must be one file: it shares code with the page.`);
      const path = join(folder, serviceWorkerFile);
      const source = readFileSync(path, 'utf8');
      if (!source.includes(placeholder)) throw new Error(`${serviceWorkerFile} has lost its ${placeholder}.`);
      const precache = await precacheOf(folder, filesOfPage(Object.keys(bundle), publicFiles(publicFolder)));
      writeFileSync(join(folder, precacheFile), precacheScript(precache));
      writeFileSync(path, source.replace(placeholder, precache.version));
    },
  };
}
