/**
 * The page's side of the service worker: registers it once the page is at rest, and knows what there is to tell: that
 * a newer version waits, that another window has put one in charge, that the page could not be kept. Where service
 * workers are not to be had (plain http, some frames and private windows) the page works as before, and nothing is told.
 */
import type { NotKept, Wish } from './precache';

export interface OfflineNews {
  /** "waiting": a newer version is here and waits. "replaced": another window has put one in charge of this one too. */
  readonly update: 'none' | 'waiting' | 'replaced';
  /** Why the last installation failed: a clause for people. */
  readonly failure: string | null;
  /** Whether this window opens without a network all the same, in the version it has. */
  readonly isKept: boolean;
}

let news: OfflineNews = { update: 'none', failure: null, isKept: false };
const listeners = new Set<() => void>();

export const offlineNews = (): OfflineNews => news;

export function subscribeToOfflineNews(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(change: Partial<OfflineNews>): void {
  news = { ...news, ...change };
  for (const listener of listeners) listener();
}

export function dismissFailure(): void {
  tell({ failure: null });
}

/** None in a frame with `sandbox` and without `allow-same-origin`, where the mere look at it throws. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return 'serviceWorker' in navigator ? navigator.serviceWorker : undefined;
  } catch {
    return undefined;
  }
}

const send = (worker: ServiceWorker | null, wish: Wish) => worker?.postMessage(wish);

let waiting: ServiceWorker | null = null;
let hasReported = false;
let wantsReload = false;
let isReloading = false;

function reload(): void {
  if (isReloading) return;
  isReloading = true;
  window.location.reload();
}

function isNotKept(message: unknown): message is NotKept {
  return typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'not kept';
}

function listen(container: ServiceWorkerContainer): void {
  container.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isNotKept(data)) return;
    hasReported = true;
    tell({ failure: data.reason, isKept: container.controller !== null });
  });
  container.addEventListener('controllerchange', () => {
    if (wantsReload) reload();
    else if (container.controller !== null) tell({ update: 'replaced' });
  });
}

/** In which a worker's own report comes, before or after the browser's word that it has failed. */
const reportMilliseconds = 2000;

function follow(worker: ServiceWorker, container: ServiceWorkerContainer): void {
  let before = worker.state;
  const failsSilently = () => {
    if (!hasReported) tell({ failure: 'the browser stopped it', isKept: container.controller !== null });
  };
  worker.addEventListener('statechange', () => {
    if (worker.state === 'installed') announce(worker, container);
    if (worker.state === 'redundant' && before === 'installing')
      setTimeout(failsSilently, reportMilliseconds);
    before = worker.state;
  });
}

function announce(worker: ServiceWorker, container: ServiceWorkerContainer): void {
  // Without a controller this is the first visit: nothing older is on screen.
  if (container.controller === null) return;
  waiting = worker;
  tell({ update: 'waiting', failure: null });
}

function watch(registration: ServiceWorkerRegistration, container: ServiceWorkerContainer): void {
  if (registration.waiting !== null) announce(registration.waiting, container);
  registration.addEventListener('updatefound', () => {
    hasReported = false;
    if (registration.installing !== null) follow(registration.installing, container);
  });
  send(registration.active, 'at rest');
}

/** Why the script was refused; null if it came, so that it is the window that may not have service workers. */
async function refusalOf(address: string): Promise<string | null> {
  const name = address.replace('./', '');
  try {
    const { status, headers } = await fetch(address, { cache: 'no-store' });
    if (status !== 200) return `${name} answered ${status}`;
    const type = headers.get('content-type') ?? 'no type';
    return /javascript/.test(type) ? null : `${name} came as ${type}`;
  } catch {
    return `${name} did not arrive`;
  }
}

async function register(address: string, container: ServiceWorkerContainer): Promise<void> {
  try {
    watch(await container.register(address, { updateViaCache: 'none' }), container);
  } catch {
    const failure = await refusalOf(address);
    if (failure !== null) tell({ failure, isKept: container.controller !== null });
  }
}

/** After the first curves: filling the cache must not compete with them. */
const patienceMilliseconds = 2500;

/** Call once, in a built page. `address` is that of the service worker, beside index.html. Never throws or rejects. */
export function startOffline(address: string): void {
  const container = serviceWorkers();
  if (container === undefined) return;
  // At once: the browser looks for a newer version when it opens the page, not when it is asked to.
  listen(container);
  const begin = () => setTimeout(() => void register(address, container), patienceMilliseconds);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

/** A worker that does not take over in this time will not: the browser has dropped it, or it hears nothing. */
const takeOverMilliseconds = 3000;

/**
 * Puts the waiting version in charge and opens the page in it. The address holds the state. If it waits no longer,
 * because another window has called it or the browser has dropped it, opens the page all the same.
 */
export function reloadIntoUpdate(): void {
  wantsReload = true;
  if (waiting?.state !== 'installed') {
    reload();
    return;
  }
  send(waiting, 'take over');
  setTimeout(reload, takeOverMilliseconds);
}
