import { beforeEach, describe, expect, it } from 'vitest';
import { keptVersion } from '../../src/offline/keptVersion';
import { answered, fakeCaches, fakeHost, listOf } from './fakeBrowser';

const home = 'http://localhost/some/path/';
const first = { './': '<p>1</p>', 'assets/a-1.js': 'a(1)', 'assets/s-1.css': 's{}', 'data/c.json': '[1]' };
const second = { './': '<p>2</p>', 'assets/a-2.js': 'a(2)', 'assets/s-1.css': 's{}', 'data/c.json': '[2]' };

let caches: ReturnType<typeof fakeCaches>;
let host: ReturnType<typeof fakeHost>;
let windows: string[];

beforeEach(() => {
  caches = fakeCaches();
  host = fakeHost(home, first);
  windows = [];
});

async function version(name: string, files: Record<string, string>, at = home) {
  return keptVersion({
    caches,
    openWindows: async () => windows,
    load: host.load,
    home: at,
    precache: await listOf(name, files),
  });
}

type Version = Awaited<ReturnType<typeof version>>;

async function text(kept: Version, address: string, windowId = '', mode: RequestMode = 'cors') {
  return (await kept.answer({ url: `${home}${address}`, mode }, windowId))?.text();
}

const opened = (kept: Version, address = '') => text(kept, address, '', 'navigate');

const cacheOf = (name: string) => {
  const entries = caches.named.get(`two-halo-explorer ${home} ${name}`);
  if (entries === undefined) throw new Error(`No cache ${name}.`);
  return entries;
};

/** The second version takes over from the first. */
async function updated(): Promise<Version> {
  await (await version('1', first)).install();
  for (const [address, content] of Object.entries(second)) host.contents.set(address, content);
  host.contents.delete('assets/a-1.js');
  const kept = await version('2', second);
  await kept.install();
  await kept.note();
  await kept.letGo();
  return kept;
}

describe('installing', () => {
  it('takes every file of the list, and opens the page without a network', async () => {
    const kept = await version('1', first);
    await kept.install();
    host.disconnect();
    expect(await opened(kept)).toBe('<p>1</p>');
    expect(await opened(kept, 'index.html?from=bookmark')).toBe('<p>1</p>');
    expect(await opened(kept, '?embed=1')).toBe('<p>1</p>');
    expect(await text(kept, 'assets/a-1.js')).toBe('a(1)');
    expect(await text(kept, 'assets/a-1.js?again=1')).toBe('a(1)');
  });

  it.each([
    ['a missing file', () => new Response('gone', { status: 404 }), 'answered 404'],
    ['half a file', () => answered('a.js', 'a(1)', { status: 206 }), 'answered 206'],
    ['a sign-in page', () => answered('./', '<form>'), 'came as text/html'],
    ['the right bytes as something else', () => answered('./', 'a(1)'), 'came as text/html'],
    [
      'the right bytes without a type',
      () => new Response(new TextEncoder().encode('a(1)')),
      'came as no type',
    ],
    ['other bytes', () => answered('a.js', 'a(1);tracker()'), 'is not as it was built'],
    ['nothing', () => Promise.reject(new TypeError('Failed to fetch')), 'did not arrive'],
  ])('fails aloud on %s', async (_what, instead, reason) => {
    const address = 'assets/a-1.js';
    host.instead.set(address, instead);
    const kept = await version('1', first);
    await expect(kept.install()).rejects.toThrow(`${address} ${reason}`);
    expect(caches.named.get(`two-halo-explorer ${home} 1`)?.has(`${home}${address}`) ?? false).toBe(false);
    // Mended, the next try passes.
    host.instead.clear();
    await kept.install();
    expect(await text(kept, address)).toBe('a(1)');
  });

  it('asks past a spoilt copy of the browser', async () => {
    let isFirst = true;
    host.instead.set('assets/a-1.js', () => {
      const content = isFirst ? 'spoilt' : 'a(1)';
      isFirst = false;
      return answered('a.js', content);
    });
    const kept = await version('1', first);
    await kept.install();
    expect(await text(kept, 'assets/a-1.js')).toBe('a(1)');
  });

  it('takes over what an older version holds only if it is right, and loads nothing twice', async () => {
    await (await version('1', first)).install();
    host.asked.length = 0;
    await (await version('2', second)).install().catch(() => undefined);
    expect(host.asked).not.toContain('assets/s-1.css');
    cacheOf('1').set(`${home}assets/s-1.css`, answered('s.css', 'garbage'));
    caches.named.delete(`two-halo-explorer ${home} 2`);
    for (const [address, content] of Object.entries(second)) host.contents.set(address, content);
    const next = await version('2', second);
    await next.install();
    expect(await text(next, 'assets/s-1.css')).toBe('s{}');
  });

  it('takes nothing from caches of others, and leaves them alone', async () => {
    const other = await caches.open(`two-halo-explorer ${home}deeper/ 1`);
    await other.put(`${home}assets/a-1.js`, answered('a.js', 'a(1)'));
    const kept = await version('1', first);
    await kept.install();
    expect(host.asked).toContain('assets/a-1.js');
    await kept.note();
    await kept.letGo();
    expect(caches.named.size).toBe(2);
  });

  it('keeps an answer with "Vary: *", which a cache refuses', async () => {
    host.instead.set('assets/a-1.js', () => answered('a.js', 'a(1)', { headers: { vary: '*' } }));
    const kept = await version('1', first);
    await kept.install();
    expect(cacheOf('1').get(`${home}assets/a-1.js`)?.headers.get('vary')).toBeNull();
  });
});

describe('garbage in the cache', () => {
  it.each([
    ['other bytes', answered('a.js', 'garbage')],
    ['a sign-in page', answered('./', '<form>')],
    ['an error', answered('a.js', 'a(1)', { status: 500 })],
    ['the right bytes as something else', answered('./', 'a(1)')],
    ['nothing', undefined],
  ])('%s: heals with a network, and stays healed without one', async (_what, garbage) => {
    const kept = await version('1', first);
    await kept.install();
    for (const address of ['assets/a-1.js', '']) {
      if (garbage === undefined) cacheOf('1').delete(`${home}${address}`);
      else cacheOf('1').set(`${home}${address}`, garbage.clone());
    }
    expect(await text(kept, 'assets/a-1.js')).toBe('a(1)');
    expect(await opened(kept)).toBe('<p>1</p>');
    host.disconnect();
    expect(await text(kept, 'assets/a-1.js')).toBe('a(1)');
    expect(await opened(kept)).toBe('<p>1</p>');
  });

  it('is never served as if it were right', async () => {
    const kept = await version('1', first);
    await kept.install();
    cacheOf('1').set(`${home}assets/a-1.js`, answered('a.js', 'garbage'));
    host.disconnect();
    expect(await text(kept, 'assets/a-1.js')).toBeUndefined();
  });

  it("is not replaced by what is not this version's: that is the network's to answer", async () => {
    const kept = await version('1', first);
    await kept.install();
    cacheOf('1').delete(home);
    host.contents.set('./', '<p>2</p>');
    expect(await opened(kept)).toBeUndefined();
    expect(cacheOf('1').has(home)).toBe(false);
  });

  it('a storage that throws is as if it were not there', async () => {
    const kept = await version('1', first);
    await kept.install();
    const full = async () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    caches.match = full;
    caches.open = full;
    expect(await text(kept, 'assets/a-1.js')).toBe('a(1)');
    expect(await opened(kept)).toBe('<p>1</p>');
  });
});

describe('windows of an older version', () => {
  it('go on with its files, and the new ones have theirs', async () => {
    windows = ['old'];
    const kept = await updated();
    windows = ['old', 'new'];
    expect(await text(kept, 'assets/a-1.js', 'old')).toBe('a(1)');
    expect(await text(kept, 'data/c.json', 'old')).toBe('[1]');
    expect(await text(kept, 'data/c.json', 'new')).toBe('[2]');
    // A worker of an old window has an id of its own.
    expect(await text(kept, 'assets/a-1.js', 'worker')).toBe('a(1)');
    expect(await opened(kept)).toBe('<p>2</p>');
  });

  it('hold its cache until they are closed, also when the browser has restarted the service worker', async () => {
    windows = ['old'];
    await updated();
    const restarted = await version('2', second);
    windows = ['old', 'new'];
    await restarted.letGo();
    expect(caches.named.size).toBe(2);
    expect(await text(restarted, 'data/c.json', 'old')).toBe('[1]');
    windows = ['new'];
    await restarted.letGo();
    expect([...caches.named.keys()]).toEqual([`two-halo-explorer ${home} 2`]);
    expect(await text(restarted, 'assets/a-1.js', 'new')).toBeUndefined();
  });

  it('get no garbage from it either', async () => {
    windows = ['old'];
    const kept = await updated();
    cacheOf('1').set(`${home}assets/a-1.js`, answered('a.js', 'garbage'));
    expect(await text(kept, 'assets/a-1.js', 'old')).toBeUndefined();
  });

  it('a version that is being installed keeps its cache when an older one is let go', async () => {
    windows = ['old'];
    const kept = await updated();
    await (await version('3', { 'assets/s-1.css': 's{}' })).install();
    windows = [];
    await kept.letGo();
    expect([...caches.named.keys()].map((name) => name.slice(-1))).toEqual(['2', '3']);
  });

  it('where there are none the older cache goes at once, also with a note that is garbage', async () => {
    await updated();
    expect(caches.named.size).toBe(1);
    cacheOf('2').set(`${home}older-versions.txt`, new Response('{"garbage":\n\n\n['));
    const kept = await version('2', second);
    expect(await text(kept, 'data/c.json', 'new')).toBe('[2]');
    await kept.letGo();
    expect(caches.named.size).toBe(1);
  });
});
