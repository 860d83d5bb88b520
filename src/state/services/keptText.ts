/**
 * One text in the browser's storage. Storage may be switched off (private windows, frames: asking for it throws, or gives
 * null) or full: then reading gives null and writing says so, and what was to be kept lasts as long as the page.
 */
export interface KeptText {
  read(): string | null;
  /** False if it could not be kept. */
  write(text: string): boolean;
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
  };
}
