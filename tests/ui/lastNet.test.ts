// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { createExplorerStore } from '../../src/state/store';
import { startLastNet } from '../../src/ui/lastNet';

it('tells what nobody caught, once for each message; what is not of this page stays silent', () => {
  const store = createExplorerStore();
  startLastNet(store);
  const own = `${window.location.origin}/assets/page.js`;
  const fail = (message: string, filename: string) =>
    window.dispatchEvent(new ErrorEvent('error', { message, filename, error: new Error(message) }));
  const reject = (reason: unknown) =>
    window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
  fail('ResizeObserver loop completed with undelivered notifications.', own);
  fail('Script error.', '');
  fail('cannot read x', 'chrome-extension://abc/content.js');
  const foreign = new Error('of an extension');
  foreign.stack = 'Error: of an extension\n at moz-extension://abc/content.js:1';
  reject(foreign);
  expect(store.getState().notices).toEqual([]);
  fail('a is undefined', own);
  fail('a is undefined', own);
  reject('no reason');
  expect(store.getState().notices.map(({ details }) => details[0])).toEqual([
    expect.stringContaining('(a is undefined)'),
    expect.stringContaining('(no reason)'),
  ]);
});
