/** A reader of RFC 4180, written without the writer; `separator` as in the country of the spreadsheet. */
export function recordsOf(text: string, separator = ','): string[][] {
  const records: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') cell += text[at++];
      else quoted = false;
    } else if (character === '"' && cell === '') quoted = true;
    else if (character === separator || character === '\n') {
      records.at(-1)!.push(cell);
      cell = '';
      if (character === '\n') records.push([]);
    } else cell += character;
  }
  return records.slice(0, -1);
}
