/**
 * A version that takes over may find windows open that were loaded from an older one. They go on: the older caches
 * stay until the last of those windows is closed or reloaded. Which they are is noted in the new version's own cache,
 * because browsers end an idle service worker and start it again without its memory.
 */

/** The part of the browser's cache storage used here and in keptVersion.ts. */
export type Caches = Pick<CacheStorage, 'open' | 'match' | 'keys' | 'delete'>;

/** The windows that are open now, by the ids that service workers know them by. */
export type OpenWindows = () => Promise<readonly string[]>;

export interface OlderVersions {
  readonly windows: readonly string[];
  /** Names of caches, the oldest first. */
  readonly caches: readonly string[];
}

const noOlder: OlderVersions = { windows: [], caches: [] };

/** Two paragraphs of lines: a note that has turned into garbage names windows and caches that are not there. */
function write({ windows, caches }: OlderVersions): string {
  return [windows, caches].map((lines) => lines.join('\n')).join('\n\n');
}

function parse(note: string): OlderVersions {
  const [windows = [], caches = []] = note.split('\n\n').map((paragraph) => paragraph.split('\n'));
  return { windows, caches };
}

/** `ownPrefix` begins the names of all caches of this page; `cacheName` is that of the version in charge. */
export function olderVersions(
  caches: Caches,
  openWindows: OpenWindows,
  ownPrefix: string,
  cacheName: string,
  home: string,
) {
  const noteAddress = new URL('older-versions.txt', home).href;

  /** What is noted; nothing where it cannot be read. */
  async function older(): Promise<OlderVersions> {
    try {
      const kept = await caches.match(noteAddress, { cacheName });
      return kept === undefined ? noOlder : parse(await kept.text());
    } catch {
      return noOlder;
    }
  }

  /** Call when this version takes charge. */
  async function note(): Promise<void> {
    const names = (await caches.keys()).filter((name) => name.startsWith(ownPrefix) && name !== cacheName);
    const found = write({ windows: await openWindows(), caches: names });
    await (await caches.open(cacheName)).put(noteAddress, new Response(found));
  }

  /** Deletes the older caches if no window needs them. Never one that came later: it may be filling at this moment. */
  async function letGo(): Promise<void> {
    const { windows, caches: names } = await older();
    if ((await openWindows()).some((id) => windows.includes(id))) return;
    await Promise.all(names.map((name) => caches.delete(name)));
    await (await caches.open(cacheName)).delete(noteAddress);
  }

  return { older, note, letGo };
}
