/**
 * The text of a file, in whichever encoding it was saved: UTF-8, or UTF-16 as Windows writes it, with a byte order mark
 * or known by the empty bytes between ASCII letters.
 */

function encodingOf([first = 0, second = 0]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first !== 0 && second === 0) return 'utf-16le';
  return first === 0 && second !== 0 ? 'utf-16be' : 'utf-8';
}

/** Null: the bytes are no text. A byte order mark is not part of the text. */
export function textOfBytes(bytes: Uint8Array<ArrayBuffer>): string | null {
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
