/**
 * Parts of the program that come when they are asked for. Every `import()` of the page goes through `loadPart`, so that a
 * part which does not come is one kind of error, in words that can be shown, and can be asked for again.
 */

import { PartMissing } from './partMissing';

export { PartMissing };

/** Came without a single rule: the answer was no style sheet, which browsers take without a word. */
function isEmpty(sheet: CSSStyleSheet): boolean {
  try {
    return sheet.href !== null && sheet.cssRules.length === 0;
  } catch {
    // Somebody else's, which may not be read.
    return false;
  }
}

function emptySheets(): readonly CSSStyleSheet[] {
  return typeof document === 'undefined' ? [] : [...document.styleSheets].filter(isEmpty);
}

/** A link that stays in the page would be taken for loaded at the next attempt. */
function forgetLinks(address: string): void {
  for (const link of document.querySelectorAll('link')) if (link.href === address) link.remove();
}

/** Asks for the file itself: the error of an import does not say why it failed. */
async function isGone(address: string): Promise<boolean> {
  try {
    const { ok, status, headers } = await fetch(address, { cache: 'no-store' });
    return ok ? !/javascript|css/.test(headers.get('content-type') ?? '') : status < 500;
  } catch {
    return false;
  }
}

async function missing(error: unknown): Promise<PartMissing> {
  const [address] = /https?:\/\/[^\s"')]+/.exec(String(error)) ?? [];
  // It came, and is no program of ours: browsers keep it for as long as the page lives. What fails on its way is a TypeError.
  if (address === undefined || typeof document === 'undefined')
    return new PartMissing(!(error instanceof TypeError), error);
  forgetLinks(address);
  return new PartMissing(await isGone(address), error);
}

/**
 * The module that `load` imports: `loadPart(() => import('./part'))`. Rejects with a `PartMissing` only. Asking again is
 * a new request: Chromium forgets an import that failed on its way.
 */
export async function loadPart<Module extends object>(load: () => Promise<Module>): Promise<Module> {
  const before = emptySheets();
  try {
    const part = await load();
    // For the browser an empty answer is a program as well.
    if (Object.keys(part).length === 0) throw new SyntaxError('An empty program.');
    const [empty] = emptySheets().filter((sheet) => !before.includes(sheet));
    if (empty !== undefined) throw new Error(`No style sheet: ${empty.href}`);
    return part;
  } catch (error) {
    throw await missing(error);
  }
}

/** Why something that needed a part did not work, for a message. */
export function reasonOf(error: unknown): string {
  return error instanceof PartMissing ? error.message : 'Reload the page and try again.';
}
