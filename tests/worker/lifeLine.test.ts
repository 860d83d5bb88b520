/** A worker's end is noticed by the lock that the browser takes back. */
import { describe, expect, it, vi } from 'vitest';
import { holdLifeLine, type Ready, watchLifeLine } from '../../src/worker/lifeLine';
import { unavailableMessage, whyNoWorkers } from '../../src/worker/spawn';

/** Locks as a browser keeps them: one holder each, the others wait. */
function fakeLocks() {
  const holders = new Map<string, () => void>();
  const waiting: { name: string; take: () => void }[] = [];
  const request = (name: string, second: object, third?: () => unknown): Promise<unknown> =>
    new Promise((settle, reject) => {
      const [{ signal }, work] =
        third === undefined
          ? [{} as { signal?: AbortSignal }, second as () => unknown]
          : [second as { signal?: AbortSignal }, third];
      const take = () => {
        holders.set(name, () => settle(undefined));
        void Promise.resolve(work()).then(settle);
      };
      signal?.addEventListener('abort', () => {
        waiting.splice(
          waiting.findIndex((one) => one.take === take),
          1,
        );
        reject(new Error('aborted'));
      });
      if (holders.has(name)) waiting.push({ name, take });
      else take();
    });
  /** The worker that holds a lock ends. */
  const end = (name: string) => {
    holders.delete(name);
    waiting.find((one) => one.name === name)?.take();
  };
  // The cast: the part of the interface that is used.
  return { locks: { request } as unknown as LockManager, end };
}

function startedWorker(locks?: LockManager): Promise<Ready> {
  return new Promise((settle) =>
    holdLifeLine({
      // The cast: it is the first thing that a worker says.
      postMessage: (message) => settle(message as Ready),
      navigator: locks === undefined ? {} : { locks },
    }),
  );
}

describe('a life line', () => {
  it('tells the page of the end, and of no end before', async () => {
    const { locks, end } = fakeLocks();
    const [one, other] = [await startedWorker(locks), await startedWorker(locks)];
    expect(one.ready).toBeTypeOf('string');
    expect(one.ready).not.toBe(other.ready);
    const onEnd = vi.fn();
    watchLifeLine(one.ready!, onEnd, locks);
    end(other.ready!);
    expect(onEnd).not.toHaveBeenCalled();
    end(one.ready!);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('is let go of by a page that ends the worker itself', async () => {
    const { locks, end } = fakeLocks();
    const { ready } = await startedWorker(locks);
    const onEnd = vi.fn();
    watchLifeLine(ready!, onEnd, locks)();
    end(ready!);
    expect(onEnd).not.toHaveBeenCalled();
  });

  it('is not to be had everywhere, which is said and no fault', async () => {
    const forbidden = { request: () => Promise.reject(new Error('denied')) } as unknown as LockManager;
    expect(await startedWorker()).toEqual({ ready: null });
    expect(await startedWorker(forbidden)).toEqual({ ready: null });
    expect(() => watchLifeLine('any', () => undefined, forbidden)).not.toThrow();
  });
});

describe('where there are no workers', () => {
  const page = { hasWorkers: true, origin: 'https://example.org', protocol: 'https:' };

  it.each([
    [{ ...page, origin: 'null' }, /allow-same-origin.*sandbox/],
    [{ ...page, origin: 'null', protocol: 'file:' }, /web server/],
    [{ ...page, hasWorkers: false }, /no workers/],
  ])('%o: what is missing is said', (place, text) => {
    expect(whyNoWorkers(place)).toMatch(text);
  });

  it('elsewhere nothing speaks against them', () => {
    expect(whyNoWorkers(page)).toBeNull();
    expect(unavailableMessage('blocked')).not.toBe('');
  });
});
