/**
 * One text in the browser's storage. Storage may be switched off (private windows, frames: asking for it throws, or gives
 * null) or full: then reading gives null and writing says so, and what was to be kept lasts as long as the page.
 */
export interface KeptText {
  read(): string | null;
  /** False if it could not be kept. */
  write(text: string): boolean;
  /** Calls when another window of this page has changed it. */
  onChange(listener: () => void): void;
}

export function keptText(kind: 'local' | 'session', key: string): KeptText {
  const storage = () => (kind === 'local' ? localStorage : sessionStorage);
  return {
    read: () => {
      try {
        return storage().getItem(key);
      } catch {
        return null;
      }
    },
    write: (text) => {
      try {
        storage().setItem(key, text);
        return true;
      } catch {
        return false;
      }
    },
    onChange: (listener) => {
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
    },
  };
}

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
