/**
 * The page's side of the service worker: registers it once the page is at rest, and knows when a newer version waits.
 * Where service workers are not to be had (plain http, some frames and private windows) the page works as before.
 */
import type { TakeOver } from './precache';

const takeOver: TakeOver = 'take over';
const listeners = new Set<() => void>();
let waiting: ServiceWorker | null = null;

function announce(worker: ServiceWorker): void {
  waiting = worker;
  for (const listener of listeners) listener();
}

function watch(registration: ServiceWorkerRegistration, container: ServiceWorkerContainer): void {
  // Without a controller this is the first visit: nothing older is on screen.
  if (registration.waiting !== null && container.controller !== null) announce(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      if (worker.state === 'installed' && container.controller !== null) announce(worker);
    });
  });
}

/** Undefined over plain http; a frame without allow-same-origin throws at the question already. */
function serviceWorkers(): ServiceWorkerContainer | undefined {
  try {
    return navigator.serviceWorker;
  } catch {
    return undefined;
  }
}

/** After the first curves: filling the cache must not compete with them. */
const patienceMilliseconds = 2500;

/** Call once, in a built page. `address` is that of the service worker, beside index.html. */
export function startOffline(address: string): void {
  const container = serviceWorkers();
  if (container === undefined) return;
  const register = () =>
    container
      .register(address, { updateViaCache: 'none' })
      .then((registration) => watch(registration, container))
      .catch(() => undefined);
  const begin = () => setTimeout(register, patienceMilliseconds);
  if (document.readyState === 'complete') begin();
  else window.addEventListener('load', begin, { once: true });
}

export function subscribeToUpdates(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function isUpdateWaiting(): boolean {
  return waiting !== null;
}

/** Puts the waiting version in charge and opens the page in it. The address holds the state. */
export function reloadIntoUpdate(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => window.location.reload(), {
    once: true,
  });
  waiting?.postMessage(takeOver);
}
