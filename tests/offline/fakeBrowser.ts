/** A cache storage, a network and windows for tests of the service worker, without a browser. */
import type { Caches } from '../../src/offline/olderVersions';
import type { Precache } from '../../src/offline/precache';
import { fingerprint } from '../../src/offline/rightFile';

type Kept = Map<string, Response>;

const textOf = (request: RequestInfo | URL) => (request instanceof Request ? request.url : String(request));

/** As much of a `Cache` as the service worker uses. */
function fakeCache(entries: Kept): Cache {
  const cache: Partial<Cache> = {
    match: async (request) => entries.get(textOf(request))?.clone(),
    put: async (request, response) => void entries.set(textOf(request), response),
    delete: async (request) => entries.delete(textOf(request)),
  };
  // The cast: what is missing would throw.
  return cache as Cache;
}

export function fakeCaches(): Caches & { readonly named: Map<string, Kept> } {
  const named = new Map<string, Kept>();
  return {
    named,
    keys: async () => [...named.keys()],
    delete: async (name) => named.delete(name),
    match: async (request, options) =>
      named
        .get(options?.cacheName ?? '')
        ?.get(textOf(request))
        ?.clone(),
    open: async (name) => {
      const entries: Kept = named.get(name) ?? new Map();
      named.set(name, entries);
      return fakeCache(entries);
    },
  };
}

const types: readonly (readonly [RegExp, string])[] = [
  [/\.js$/, 'text/javascript'],
  [/\.css$/, 'text/css'],
  [/\.json$/, 'application/json'],
  [/\/$/, 'text/html; charset=utf-8'],
];

export function answered(address: string, content: string, init: ResponseInit = {}): Response {
  const [, type = 'text/plain'] = types.find(([pattern]) => pattern.test(address)) ?? [];
  return new Response(content, { ...init, headers: { 'content-type': type, ...init.headers } });
}

/** A host with files, by address below `home`; what is not there answers 404, or nothing without a network. */
export function fakeHost(home: string, files: Record<string, string>) {
  const contents = new Map(Object.entries(files));
  const instead = new Map<string, () => Response | Promise<Response>>();
  const asked: string[] = [];
  let isReached = true;
  return {
    contents,
    /** Answers in the place of the files. */
    instead,
    asked,
    disconnect: () => {
      isReached = false;
    },
    load: async (url: string): Promise<Response> => {
      const address = url.slice(home.length) || './';
      asked.push(address);
      if (!isReached) throw new TypeError('Failed to fetch');
      const content = contents.get(address);
      return (
        instead.get(address)?.() ??
        (content === undefined
          ? new Response('Not here', { status: 404, headers: { 'content-type': 'text/html' } })
          : answered(address, content))
      );
    },
  };
}

/** The build's list of these files. */
export async function listOf(version: string, files: Record<string, string>): Promise<Precache> {
  const prints = Object.entries(files).map(
    async ([address, content]) => [address, await fingerprint(new TextEncoder().encode(content))] as const,
  );
  return { version, files: Object.fromEntries(await Promise.all(prints)) };
}
