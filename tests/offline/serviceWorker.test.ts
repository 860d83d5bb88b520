/** The service worker's events, with a scope that is a plain object. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Precache } from '../../src/offline/precache';
import { answered, fakeCaches, fakeHost, listOf } from './fakeBrowser';

const home = 'http://localhost/path/';
const files = { './': '<p>1</p>', 'assets/a.js': 'a()', 'data/c.json': '[1]' };

let host: ReturnType<typeof fakeHost>;
let caches: ReturnType<typeof fakeCaches>;
let listeners: Map<string, (event: unknown) => void>;
const told = vi.fn<(message: unknown) => void>();
const skipWaiting = vi.fn(async () => undefined);

beforeEach(() => {
  host = fakeHost(home, files);
  caches = fakeCaches();
  listeners = new Map();
  told.mockClear();
  skipWaiting.mockClear();
  vi.resetModules();
});
afterEach(() => vi.unstubAllGlobals());

/** Starts a service worker whose list is what the host has in the place of precache.js. */
async function start(precache: Precache | undefined): Promise<void> {
  const scope = {
    registration: { scope: home },
    clients: {
      matchAll: async () => [
        { id: 'own', url: `${home}#v1`, postMessage: told },
        { id: 'other page', url: 'http://localhost/elsewhere/', postMessage: told },
      ],
    },
    importScripts: () => {
      if (precache === undefined) throw new DOMException('404', 'NetworkError');
      Object.assign(scope, { precache });
    },
    skipWaiting,
    addEventListener: (type: string, listener: (event: unknown) => void) => listeners.set(type, listener),
  };
  vi.stubGlobal('self', scope);
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', (request: string | { url: string }) =>
    host.load(typeof request === 'string' ? request : request.url),
  );
  await import('../../src/offline/serviceWorker');
}

async function happens(type: string, event: object = {}): Promise<void> {
  const work: Promise<unknown>[] = [];
  listeners.get(type)?.({ ...event, waitUntil: (promise: Promise<unknown>) => work.push(promise) });
  await Promise.all(work);
}

/** The text that answers, or null where the browser is left to itself. */
async function asked(address: string, clientId: string, opens?: string): Promise<string | null> {
  let response: Promise<Response> | undefined;
  listeners.get('fetch')?.({
    request: { method: 'GET', url: `${home}${address}`, mode: opens === undefined ? 'cors' : 'navigate' },
    clientId,
    resultingClientId: opens ?? '',
    respondWith: (answer: Promise<Response>) => {
      response = answer;
    },
  });
  return response === undefined ? null : (await response).text();
}

it('installs, takes charge and answers', async () => {
  await start(await listOf('%VERSION%', files));
  await happens('install');
  await happens('activate');
  host.disconnect();
  expect(await asked('', '', 'window')).toBe('<p>1</p>');
  expect(await asked('data/c.json', 'window')).toBe('[1]');
  await expect(asked('data/other.csv', 'window')).rejects.toThrow('Failed to fetch');
  await happens('message', { data: 'something else' });
  expect(skipWaiting).not.toHaveBeenCalled();
  await happens('message', { data: 'take over' });
  expect(skipWaiting).toHaveBeenCalledTimes(1);
});

it.each([
  ['a file', async () => listOf('%VERSION%', { ...files, 'assets/b.js': 'b()' }), 'assets/b.js answered 404'],
  ['its list', async () => undefined, 'precache.js did not arrive'],
  ['the list of its own version', async () => listOf('another', files), 'precache.js is of another version'],
])(
  'an installation without %s fails, and the windows of this page are told why',
  async (_what, list, reason) => {
    await start(await list());
    await expect(happens('install')).rejects.toThrow(reason);
    expect(told.mock.calls).toEqual([[{ kind: 'not kept', reason }]]);
  },
);

it('a storage without room fails the installation too', async () => {
  await start(await listOf('%VERSION%', files));
  caches.open = async () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  await expect(happens('install')).rejects.toThrow('full');
  expect(told.mock.calls).toEqual([[{ kind: 'not kept', reason: 'this browser has no room for it' }]]);
});

it('a window whose page came past this version gets all its files past it', async () => {
  await start(await listOf('%VERSION%', files));
  await happens('install');
  await (await caches.open(`two-halo-explorer ${home} %VERSION%`)).put(home, answered('./', 'garbage'));
  host.contents.set('./', '<p>2</p>');
  expect(await asked('', '', 'newer')).toBe('<p>2</p>');
  expect(await asked('data/c.json', 'newer')).toBeNull();
  expect(await asked('data/c.json', 'older')).toBe('[1]');
});
