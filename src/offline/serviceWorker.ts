/**
 * Keeps the page's own files, so that after the first visit it opens without a network. A version is one cache with
 * all its files: page, chunks and data never mix versions. A new version waits until the page asks for it or all
 * windows are closed (decision 0009). Runs in the service worker; imports types only, to stay one file.
 */
import type { Precache, PrecachePlaceholder, TakeOver } from './precache';

interface WaitingEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface RequestEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
/** The part of the service worker's scope used here; TypeScript's own would clash with that of the page. */
interface Scope {
  readonly registration: { readonly scope: string };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: WaitingEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: RequestEvent) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}
// The cast: this file runs in a service worker and nowhere else.
const scope = self as unknown as Scope;

const precache: PrecachePlaceholder = '%PRECACHE%';
const takeOver: TakeOver = 'take over';
// The cast: the build writes this text (scripts/offlinePlugin.ts).
const { version, files } = JSON.parse(precache) as Precache;
const home = scope.registration.scope;
// Caches belong to the origin, which may hold other pages, or this one under two paths.
const ownPrefix = `two-halo-explorer ${home} `;
const cacheName = ownPrefix + version;

/** Files under assets/ carry a hash of their content in their name: any copy with that name is right. */
async function fetched(address: string): Promise<Response> {
  const isHashed = address.startsWith('assets/');
  const url = new URL(address, home);
  const held = isHashed ? await caches.match(url) : undefined;
  const response = held ?? (await fetch(url, { cache: isHashed ? 'default' : 'reload' }));
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function install(): Promise<void> {
  const cache = await caches.open(cacheName);
  await Promise.all(files.map(async (address) => cache.put(new URL(address, home), await fetched(address))));
}

async function forgetOtherVersions(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(ownPrefix) && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
}

/** Every address of the page itself, with or without file name and query, is the same document. */
function documentOf(request: Request): string {
  const { origin, pathname } = new URL(request.url);
  const isPage = `${origin}${pathname}`.replace(/index\.html$/, '') === home;
  return request.mode === 'navigate' && isPage ? home : request.url;
}

async function answered(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName);
  return (await cache.match(documentOf(request))) ?? fetch(request);
}

scope.addEventListener('install', (event) => event.waitUntil(install()));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOtherVersions()));
scope.addEventListener('message', (event) => {
  if (event.data === takeOver) void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(home)) event.respondWith(answered(event.request));
});
