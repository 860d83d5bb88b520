// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { loadPart, PartMissing, reasonOf } from '../../src/parts/loadPart';
import { loadPart as loadPartInWorker } from '../../src/parts/loadPartInWorker';

const address = 'http://localhost:3000/assets/Table-abc.js';
const failed = () => Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${address}`));

function answers(response: () => Promise<Response>): void {
  vi.stubGlobal('fetch', vi.fn(response));
}
afterEach(() => {
  vi.unstubAllGlobals();
  document.head.replaceChildren();
});

async function missing(load: () => Promise<object>): Promise<PartMissing> {
  const error = await loadPart(load).catch((reason: unknown) => reason);
  if (!(error instanceof PartMissing)) throw new Error(`Not a PartMissing: ${String(error)}`);
  return error;
}

it('gives what was imported', async () => {
  expect(await loadPart(() => Promise.resolve({ Table: 1 }))).toEqual({ Table: 1 });
});

it('a file that is gone, or a page in its place, is of an older version: reload', async () => {
  answers(async () => new Response('Not found', { status: 404 }));
  expect(await missing(failed)).toMatchObject({ isGone: true, message: expect.stringContaining('Reload') });
  answers(async () => new Response('<!doctype html>', { headers: { 'content-type': 'text/html' } }));
  expect((await missing(failed)).isGone).toBe(true);
  // A page served as a program: the browser keeps what it could not read.
  expect((await missing(() => Promise.reject(new SyntaxError("Unexpected token '<'")))).isGone).toBe(true);
});

it('what came and is no program of ours only a reload replaces', async () => {
  // "Forbidden", served as a program, is run as one.
  expect((await missing(() => Promise.reject(new ReferenceError('Forbidden is not defined')))).isGone).toBe(
    true,
  );
  expect((await missing(() => Promise.resolve({}))).isGone).toBe(true);
  // Safari's word for a failure on the way, which names no address.
  expect(
    (await missing(() => Promise.reject(new TypeError('Importing a module script failed.')))).isGone,
  ).toBe(false);
});

it('without a connection, or with a server in trouble, it may be tried again', async () => {
  answers(() => Promise.reject(new TypeError('Failed to fetch')));
  const error = await missing(failed);
  expect(error.isGone).toBe(false);
  expect(reasonOf(error)).toContain('Check the connection');
  answers(async () => new Response('', { status: 503 }));
  expect((await missing(failed)).isGone).toBe(false);
});

it('a style sheet that failed is asked for again the next time', async () => {
  answers(() => Promise.reject(new TypeError('Failed to fetch')));
  const link = document.createElement('link');
  link.href = 'http://localhost:3000/assets/Table-abc.css';
  document.head.append(link);
  await missing(() => Promise.reject(new Error(`Unable to preload CSS for ${link.href}`)));
  expect(document.querySelector('link')).toBeNull();
});

it('in a worker it is the same kind of error, in the same words', async () => {
  expect(await loadPartInWorker(() => Promise.resolve({ Table: 1 }))).toEqual({ Table: 1 });
  const told = (load: () => Promise<object>) => loadPartInWorker(load).catch(reasonOf);
  expect(await told(failed)).toContain('Check the connection');
  expect(await told(() => Promise.reject(new SyntaxError("Unexpected token '<'")))).toContain('Reload');
  expect(await told(() => Promise.resolve({}))).toContain('Reload');
});
