/** BibTeX of the paper, of the data that are shown, and of the data base they came through, in ASCII. Pure. */
import type { MeasuredTable, Publication } from '../../measurements/tableTypes';
import { latexText } from '../../text/latexText';
import { dataBase, paper, type Reference } from './references';
import { titleOf } from './titles';

/** "Antoni et al." and "KASCADE" of "KASCADE Collaboration (Antoni et al.)" or "Antoni et al. (KASCADE)". */
function authorFields(who: string): Readonly<Record<string, string>> {
  const [, outside = who, inside = ''] = /^(.*?)(?: \((.*)\))?$/.exec(who) ?? [];
  const isGroup = outside.endsWith(' Collaboration');
  const group = (isGroup ? outside : inside).replace(/ Collaboration$/, '');
  const people = (isGroup ? inside : outside).replace(/ et al\.$/, ' and others');
  // In braces, or BibTeX takes the last word for a family name.
  if (people === '') return { author: `{${latexText(outside)}}` };
  return { author: latexText(people), ...(group === '' ? {} : { collaboration: latexText(group) }) };
}

/** A citation of the form that public/data uses: "who, journal volume, page (year)". */
export function publicationReference({ citation, doi, bibcode }: Publication): Reference {
  const parts = /^(.+), ([^,]+) (\d+), (\S+) \((\d{4})\)$/.exec(citation);
  // A "&" in a key (2016A&A...) stops LaTeX.
  const key = bibcode.replaceAll('&', '+');
  const known = titleOf(doi);
  // In braces of its own: a style must not write "gev" and "international space station".
  const title: Readonly<Record<string, string>> =
    known === undefined ? {} : { title: `{${latexText(known)}}` };
  if (parts === null) return { key, fields: { ...title, note: latexText(citation), doi } };
  const [, who = '', journal = '', volume = '', pages = '', year = ''] = parts;
  return {
    key,
    fields: { ...authorFields(who), ...title, journal: latexText(journal), volume, pages, year, doi },
  };
}

function entry({ key, fields }: Reference): string {
  const lines = Object.entries(fields).map(([name, value]) => `  ${name} = {${value}}`);
  return `@article{${key},\n${lines.join(',\n')}\n}\n`;
}

export function formatBibtex(tables: readonly MeasuredTable[]): string {
  const publications = tables
    .flatMap((table) => table.publications)
    .filter((one, index, all) => all.findIndex((other) => other.doi === one.doi) === index);
  const usesDataBase = tables.some((table) => table.database === 'CRDB');
  const references = [paper, ...publications.map(publicationReference), ...(usesDataBase ? [dataBase] : [])];
  return references.map(entry).join('\n');
}
