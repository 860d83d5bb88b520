/**
 * Names that people choose, or that come in other people's files: only what can be shown, drawn, printed and written
 * into any file. Applied where a name enters, so that no place behind need think of it.
 */

/** Controls that are a blank to a reader: a name from a table or a PDF file holds tabs and line breaks. */
const blanks = /[\s\u0085]+/g;
/**
 * Neither seen nor allowed in XML, or able to turn the text around them about: halves of surrogate pairs, controls,
 * code points that are no characters, marks of direction, blanks of no width. Joiners stay: scripts and emoji need them.
 */
const unseen =
  /[\p{Surrogate}\p{Control}\p{Noncharacter_Code_Point}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]/gu;

/** A text as a name of one line, at most `longest` UTF-16 units long (what an input's `maxlength` counts); may be empty. */
export function safeName(text: string, longest: number): string {
  const clean = text.normalize('NFC').replace(blanks, ' ').replace(unseen, '').replace(/ +/g, ' ').trim();
  return startOf(clean, longest).trimEnd();
}

/** The beginning of a text, no character cut in two. */
export function startOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return cut.replace(/\p{Surrogate}$/u, '');
}
