/**
 * Keeps the page's own files, so that after the first visit it opens without a network. A version is one cache with
 * all its files: page, chunks and data never mix versions. A new version waits until the page asks for it or all
 * windows are closed (decisions 0009 and 0017). Here the browser's events meet what answers them; runs in the service
 * worker, and is built into one file with no imports left.
 */
import { keptVersion } from './keptVersion';
import type { NotKept, Precache, VersionPlaceholder, Wish } from './precache';
import { WrongFile } from './rightFile';

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface WishEvent extends MessageEvent<unknown> {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends Event {
  readonly request: Request;
  readonly clientId: string;
  /** The window that a navigation opens; empty for other requests. */
  readonly resultingClientId: string;
  respondWith(response: Promise<Response>): void;
}
interface WindowClient {
  readonly id: string;
  readonly url: string;
  postMessage(message: NotKept): void;
}
/** The part of the service worker's scope used here; TypeScript's own would clash with that of the page. */
interface Scope {
  /** Written by the build (scripts/offlinePlugin.ts) into a file of its own. */
  readonly precache?: Precache;
  readonly registration: { readonly scope: string };
  readonly clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly WindowClient[]>;
  };
  importScripts(address: string): void;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: WishEvent) => void): void;
}
// The cast: this file runs in a service worker and nowhere else.
const scope = self as unknown as Scope;
const home = scope.registration.scope;
// In the script itself, so that a browser that compares nothing else sees a new version.
const version: VersionPlaceholder = '%VERSION%';

/** The build's list, which the browser keeps with this script. Throws if it is not there or of another version. */
function listOfFiles(): Precache {
  try {
    scope.importScripts('precache.js');
  } catch {
    throw new WrongFile('precache.js did not arrive');
  }
  const { precache } = scope;
  if (precache?.version !== version) throw new WrongFile('precache.js is of another version');
  return precache;
}

async function openWindows(): Promise<readonly WindowClient[]> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => url.startsWith(home));
}

function kept() {
  return keptVersion({
    caches,
    home,
    precache: listOfFiles(),
    load: (url, cache) => fetch(url, { cache }),
    openWindows: async () => (await openWindows()).map(({ id }) => id),
  });
}

/** An installation fails aloud: the windows say why, and the browser drops this worker. */
async function fail(error: unknown): Promise<never> {
  const reason = error instanceof WrongFile ? error.message : 'this browser has no room for it';
  for (const window of await openWindows()) window.postMessage({ kind: 'not kept', reason });
  throw error;
}

/** Windows whose page came past this version: all they ask for does, lest page and data be of two versions. */
const strangers = new Set<string>();

function serve({ install, answer, note, letGo }: ReturnType<typeof keptVersion>): void {
  async function respond({ request, clientId, resultingClientId }: RequestEvent): Promise<Response> {
    const response = await answer(request, clientId);
    if (response === undefined && request.mode === 'navigate') strangers.add(resultingClientId);
    return response ?? fetch(request);
  }
  scope.addEventListener('install', (event) => event.waitUntil(install().catch(fail)));
  scope.addEventListener('activate', (event) => event.waitUntil(note().then(letGo)));
  scope.addEventListener('message', (event) => {
    // The cast: anything may come, and is compared with the two wishes.
    const wish = event.data as Wish;
    if (wish === 'take over') event.waitUntil(scope.skipWaiting());
    if (wish === 'at rest') event.waitUntil(letGo());
  });
  scope.addEventListener('fetch', (event) => {
    const { method, url } = event.request;
    const isOurs = method === 'GET' && url.startsWith(home) && !strangers.has(event.clientId);
    if (isOurs) event.respondWith(respond(event));
  });
}

try {
  serve(kept());
} catch (error) {
  scope.addEventListener('install', (event) => event.waitUntil(fail(error)));
}
