// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

class FakeWorker extends EventTarget {
  readonly said: unknown[] = [];
  state: ServiceWorkerState = 'installing';
  postMessage(message: unknown): void {
    this.said.push(message);
  }
  become(state: ServiceWorkerState): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  active: FakeWorker | null = null;
  find(): FakeWorker {
    this.installing = new FakeWorker();
    this.dispatchEvent(new Event('updatefound'));
    return this.installing;
  }
}

class FakeContainer extends EventTarget {
  controller: FakeWorker | null = null;
  readonly registration = new FakeRegistration();
  register = vi.fn(async () => this.registration);
  hears(data: unknown): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data }));
  }
}

let container: FakeContainer;
const reload = vi.fn<() => void>();
/** A fresh page: the module keeps what it knows for the page's life. */
let page: typeof import('../../src/offline/updates');

beforeEach(async () => {
  vi.useFakeTimers();
  container = new FakeContainer();
  reload.mockClear();
  vi.spyOn(window.location, 'reload').mockImplementation(reload);
  Object.defineProperty(navigator, 'serviceWorker', { configurable: true, get: () => container });
  vi.resetModules();
  page = await import('../../src/offline/updates');
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function started(): Promise<void> {
  page.startOffline('./serviceWorker.js');
  window.dispatchEvent(new Event('load'));
  await vi.advanceTimersByTimeAsync(3000);
}

/** A page that an older version serves, and a newer one that waits. */
async function updateWaits(): Promise<FakeWorker> {
  container.controller = new FakeWorker();
  await started();
  const worker = container.registration.find();
  worker.become('installed');
  expect(page.offlineNews().update).toBe('waiting');
  return worker;
}

describe('a newer version', () => {
  it('is not told at the first visit, when nothing older is on screen', async () => {
    await started();
    container.registration.find().become('installed');
    expect(page.offlineNews()).toEqual({ update: 'none', failure: null, isKept: false });
  });

  it('waits, takes over when called, and the page reloads once', async () => {
    const worker = await updateWaits();
    expect(reload).not.toHaveBeenCalled();
    page.reloadIntoUpdate();
    expect(worker.said).toEqual(['take over']);
    container.dispatchEvent(new Event('controllerchange'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('that has been in charge since another window called it is told, and nothing reloads by itself', async () => {
    const worker = await updateWaits();
    worker.become('activated');
    container.controller = worker;
    container.dispatchEvent(new Event('controllerchange'));
    expect(page.offlineNews().update).toBe('replaced');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reload).not.toHaveBeenCalled();
    page.reloadIntoUpdate();
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['is gone when Reload is pressed', (worker: FakeWorker) => worker.become('redundant'), () => undefined],
    ['goes while it takes over', () => undefined, (worker: FakeWorker) => worker.become('redundant')],
    ['never answers', () => undefined, () => undefined],
  ])('the page reloads if it %s', async (_what, before, after) => {
    const worker = await updateWaits();
    before(worker);
    page.reloadIntoUpdate();
    after(worker);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('is told that this window has what it started with', async () => {
    const active = new FakeWorker();
    container.registration.active = active;
    await started();
    expect(active.said).toEqual(['at rest']);
  });
});

describe('a copy that could not be made', () => {
  it('is told with its reason, from the first moment on, and can be dismissed', async () => {
    page.startOffline('./serviceWorker.js');
    container.hears({ kind: 'not kept', reason: 'a.js answered 404' });
    expect(page.offlineNews()).toEqual({ update: 'none', failure: 'a.js answered 404', isKept: false });
    page.dismissFailure();
    expect(page.offlineNews().failure).toBeNull();
  });

  it('is told by its reason alone, whichever word comes first', async () => {
    await started();
    container.registration.find().become('redundant');
    expect(page.offlineNews().failure).toBeNull();
    container.hears({ kind: 'not kept', reason: 'a.js answered 404' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.offlineNews().failure).toBe('a.js answered 404');
  });

  it('is told when the browser ends the worker without a word', async () => {
    await started();
    container.registration.find().become('redundant');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.offlineNews().failure).toBe('the browser stopped it');
  });

  it('an update that was ready and is replaced by a newer one is no failure', async () => {
    const worker = await updateWaits();
    worker.become('redundant');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(page.offlineNews().failure).toBeNull();
  });

  it.each([
    ['answers 404', () => new Response('', { status: 404 }), 'serviceWorker.js answered 404'],
    [
      'comes as a sign-in page',
      () => new Response('<form>', { headers: { 'content-type': 'text/html' } }),
      'serviceWorker.js came as text/html',
    ],
    [
      'does not arrive',
      () => {
        throw new TypeError('Failed to fetch');
      },
      'serviceWorker.js did not arrive',
    ],
    // The script is there: this window may not have service workers, and the page works as before.
    [
      'comes, in a window that may not have it',
      () => new Response('', { headers: { 'content-type': 'text/javascript' } }),
      null,
    ],
  ])('a service worker whose script %s', async (_what, answer, failure) => {
    container.register.mockRejectedValue(new TypeError('refused'));
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => answer()),
    );
    await started();
    vi.unstubAllGlobals();
    expect(page.offlineNews().failure).toBe(failure);
  });

  it('messages of others are none', () => {
    page.startOffline('./serviceWorker.js');
    for (const message of ['not kept', null, 5, {}, { kind: 'other' }]) container.hears(message);
    expect(page.offlineNews().failure).toBeNull();
  });
});

it('where the mere look at service workers throws, as in a sandboxed frame, nothing happens', async () => {
  Object.defineProperty(navigator, 'serviceWorker', {
    configurable: true,
    get: () => {
      throw new DOMException('The context is sandboxed', 'SecurityError');
    },
  });
  await expect(started()).resolves.toBeUndefined();
  expect(() => page.reloadIntoUpdate()).not.toThrow();
});
