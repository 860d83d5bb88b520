/** A browser's storage that several windows share, for tests. */
import type { KeptText } from '../../src/state/services/keptText';

export interface SharedText {
  text: string | null;
  isFull: boolean;
  /** The storage as one window has it. */
  openWindow(): KeptText;
}

export function sharedText(text: string | null = null): SharedText {
  const shared: SharedText = {
    text,
    isFull: false,
    openWindow: () => ({
      read: () => shared.text,
      write: (written) => {
        if (shared.isFull) return false;
        shared.text = written;
        return true;
      },
    }),
  };
  return shared;
}
