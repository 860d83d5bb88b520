/** Which of the built files are the page, and their fingerprints: what the service worker takes, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Precache } from '../src/offline/precache.ts';
import { fingerprint } from '../src/offline/rightFile.ts';

export const serviceWorkerFile = 'serviceWorker.js';
export const precacheFile = 'precache.js';

/** What the page loads besides what is bundled; a public file that it does not load is not listed. */
const publicFilesOfPage = [
  /^manifest\.webmanifest$/,
  /^icons\/[\w-]+\.(svg|png)$/,
  /^data\/catalogue(-nuclei)?\.json$/,
  /^data\/dragon\/[\w-]+\.json$/,
];

/** No source maps, no licence texts, and whatever else a bundler may write. */
const bundledFilesOfPage = /^(index\.html|assets\/[^/.][^/]*\.(js|css|json|svg|png|woff2|wasm))$/;

/** Named, not excluded: what a system or a host puts beside the page (.DS_Store, .htaccess, _headers) cannot come in. */
export function filesOfPage(bundled: readonly string[], publicFiles: readonly string[]): string[] {
  return [
    ...bundled.filter((name) => bundledFilesOfPage.test(name)),
    ...publicFiles.filter((name) => publicFilesOfPage.some((pattern) => pattern.test(name))),
  ].sort();
}

/** Of files under `folder`. */
export async function precacheOf(folder: string, names: readonly string[]): Promise<Precache> {
  const files: Record<string, string> = {};
  for (const name of names) {
    // Some hosts redirect "index.html" to "./".
    const address = name === 'index.html' ? './' : name;
    files[address] = await fingerprint(readFileSync(join(folder, name)));
  }
  const version = await fingerprint(new TextEncoder().encode(JSON.stringify(files)));
  return { version, files };
}

/** The script that gives the service worker its list. */
export function precacheScript(precache: Precache): string {
  return `self.precache=${JSON.stringify(precache)}`;
}
