/**
 * One version of the page, kept for use without a network: a cache with all files of the build's list. Every copy is
 * held to its fingerprint whenever it is put in or given out (decision 0017), so nothing that is not the page's own
 * is ever served as if it were, and what is spoilt or lost comes again at the next load with a network.
 */
import { type Caches, type OpenWindows, olderVersions } from './olderVersions';
import type { Precache } from './precache';
import { fingerprintHeader, rightFile, WrongFile } from './rightFile';

export interface Surroundings {
  readonly caches: Caches;
  readonly openWindows: OpenWindows;
  /** Rejects where there is no network. */
  readonly load: (url: string, cache: RequestCache) => Promise<Response>;
  /** The address that the service worker rules over, with a slash at the end. */
  readonly home: string;
  readonly precache: Precache;
}

/** The part of a `Request` that decides what answers it. */
export type Asked = Pick<Request, 'url' | 'mode'>;

export function keptVersion({ caches, openWindows, load, home, precache }: Surroundings) {
  const files = new Map(Object.entries(precache.files));
  // Caches belong to the origin, which may hold other pages, or this one under two paths.
  const ownPrefix = `two-halo-explorer ${home} `;
  const cacheName = ownPrefix + precache.version;
  const { older, note, letGo } = olderVersions(caches, openWindows, ownPrefix, cacheName, home);
  const urlOf = (address: string) => new URL(address, home).href;

  /** The copy in the named cache, if it is right; without `expected`, if it is what its own keeper had checked. */
  async function held(name: string, address: string, expected?: string): Promise<Response | undefined> {
    try {
      const copy = await caches.match(urlOf(address), { cacheName: name, ignoreVary: true });
      const own = expected ?? copy?.headers.get(fingerprintHeader);
      return copy && own ? await rightFile(address, own, copy) : undefined;
    } catch {
      // Wrong, or a storage that cannot be read: as if it were not there.
      return undefined;
    }
  }

  async function fromNetwork(address: string, expected: string, cache: RequestCache): Promise<Response> {
    const response = await load(urlOf(address), cache).catch(() => {
      throw new WrongFile(`${address} did not arrive`);
    });
    return rightFile(address, expected, response);
  }

  /** The browser's own copy if it is right, which saves what the page has just loaded; else a new one. */
  function loaded(address: string, expected: string): Promise<Response> {
    return fromNetwork(address, expected, 'default').catch(() => fromNetwork(address, expected, 'reload'));
  }

  async function keep(address: string, file: Response): Promise<void> {
    const cache = await caches.open(cacheName);
    // A copy with another "Vary" would stay beside the new one.
    await cache.delete(urlOf(address), { ignoreVary: true });
    await cache.put(urlOf(address), file);
  }

  /** Fills the cache. Rejects, with a reason for people, unless every file is what the build meant. */
  async function install(): Promise<void> {
    const names = (await caches.keys()).filter((name) => name.startsWith(ownPrefix));
    const take = async ([address, expected]: [string, string]) => {
      for (const name of names) {
        const copy = await held(name, address, expected);
        if (copy !== undefined) return name === cacheName ? undefined : keep(address, copy);
      }
      return keep(address, await loaded(address, expected));
    };
    await Promise.all([...files].map(take));
  }

  /** Every address of the page itself, with or without file name and query, is the same document. */
  function addressOf({ url, mode }: Asked): string {
    const { origin, pathname } = new URL(url);
    const address = `${origin}${pathname}`.slice(home.length);
    return mode === 'navigate' && (address === '' || address === 'index.html') ? './' : address;
  }

  async function fromOlder(address: string, windowId: string): Promise<Response | undefined> {
    const { windows: olderWindows, caches: names } = await older();
    if (files.has(address) && !olderWindows.includes(windowId)) return undefined;
    for (const name of [...names].reverse()) {
      const copy = await held(name, address);
      if (copy !== undefined) return copy;
    }
    return undefined;
  }

  async function healed(address: string, expected: string): Promise<Response | undefined> {
    const file = await loaded(address, expected).catch(() => undefined);
    // Where the storage is full the page works all the same.
    if (file !== undefined) await keep(address, file.clone()).catch(() => undefined);
    return file;
  }

  /**
   * The file asked for, from this version, or from an older one for the windows that it still has. Nothing if neither
   * has the right file: then the network's own answer, whatever it is, is the honest one. Never rejects.
   */
  async function answer(asked: Asked, windowId: string): Promise<Response | undefined> {
    const address = addressOf(asked);
    const kept = asked.mode === 'navigate' ? undefined : await fromOlder(address, windowId);
    const expected = files.get(address);
    if (kept !== undefined || expected === undefined) return kept;
    return (await held(cacheName, address, expected)) ?? healed(address, expected);
  }

  return { install, answer, note, letGo };
}
