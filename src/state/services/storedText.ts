/** Stored texts as what they hold, and hearing of what other windows store. Not part of the page's first load. */

/** A stored text as JSON; undefined if it is none. */
export function parsedText(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whether something stored is an object with named entries. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Calls when another window of this page has changed what is stored under a key. */
export function onStored(key: string, listener: () => void): void {
  // Node, where tests run, has no window.
  if (typeof window === 'undefined') return;
  window.addEventListener('storage', (event) => {
    // Null: everything was cleared.
    if (event.key === key || event.key === null) listener();
  });
  // A window that was put aside (Back, Forward) has heard of nothing.
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) listener();
  });
}
