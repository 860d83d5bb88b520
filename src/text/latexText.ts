/** Plain text as LaTeX and BibTeX read it in any input encoding. */

/** Accents that Unicode writes behind a letter and LaTeX before it. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u ',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r ',
  '\u030b': 'H ',
  '\u030c': 'v ',
  '\u0327': 'c ',
  '\u0328': 'k ',
};

const characters: Readonly<Record<string, string>> = {
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  // BibTeX counts braces, also behind a backslash.
  '{': '$\\lbrace$',
  '}': '$\\rbrace$',
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '⁺': '$^{+}$',
  '⁻': '$^{-}$',
  '−': '$-$',
  '—': '---',
  '–': '--',
  ß: '{\\ss}',
  ø: '{\\o}',
  Ø: '{\\O}',
  ł: '{\\l}',
  Ł: '{\\L}',
  æ: '{\\ae}',
  Æ: '{\\AE}',
};

/** Its braces are balanced, so that it may stand in a BibTeX field. What has no command of its own stays. */
export function latexText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\\&%$#_{}~^]|[^\p{ASCII}]/gu, (character) => characters[character] ?? character)
    .replace(/([A-Za-z])(\p{Nonspacing_Mark})/gu, (both, letter: string, mark: string) => {
      const accent = accents[mark];
      return accent === undefined ? both : `{\\${accent}${letter}}`;
    })
    .normalize('NFC');
}
