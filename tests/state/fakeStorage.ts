/** A browser's storage that several windows share, for tests. What one writes, the others hear of. */
import type { KeptText } from '../../src/state/keptText';

export interface SharedText {
  text: string | null;
  isFull: boolean;
  /** The storage as one window has it. */
  openWindow(): KeptText;
}

export function sharedText(text: string | null = null): SharedText {
  const listeners = new Map<number, () => void>();
  let windows = 0;
  const shared: SharedText = {
    text,
    isFull: false,
    openWindow: () => {
      windows += 1;
      const own = windows;
      return {
        read: () => shared.text,
        write: (written) => {
          if (shared.isFull) return false;
          shared.text = written;
          for (const [other, listener] of listeners) if (other !== own) listener();
          return true;
        },
        onChange: (listener) => void listeners.set(own, listener),
      };
    },
  };
  return shared;
}
