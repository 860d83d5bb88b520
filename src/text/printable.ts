/**
 * What came from outside, safe to print in a message: control characters would move a terminal's cursor, invisible
 * ones let a refused text look like an allowed one. Each is shown as its code, `<U+200B>`.
 */

/** Every blank but the space; controls, formats, halves of characters, what has no meaning; what draws nothing. */
const hidden = /[^\S ]|[\p{C}\p{DI}\u2800]/gu;

function code(mark: string): string {
  return `<U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}>`;
}

/** The first `longest` characters with everything hidden made visible; a cut is marked with "…". */
export function printable(text: string, longest = 80): string {
  // A character is one or two units, so this much of a long text is enough.
  const marks = [...text.slice(0, 2 * longest + 2)];
  const shown = marks.length > longest ? `${marks.slice(0, longest).join('')}…` : text;
  return shown.replace(hidden, code);
}

/** Any value as words. Calls none of its methods: those of a stranger may throw. */
export function printableValue(value: unknown): string {
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
  return typeof value === 'function' ? 'a function' : printable(String(value));
}
