/** Blocks of docs/model.md that a script writes, between a start and an end comment. */
import { readFileSync, writeFileSync } from 'node:fs';

const document = new URL('../docs/model.md', import.meta.url);

/** Replaces what stands between `<!-- name: written by command -->` and `<!-- end of name -->`. */
export function writeMarkedBlock(name: string, command: string, content: string): void {
  const start = `<!-- ${name}: written by ${command} -->`;
  const end = `<!-- end of ${name} -->`;
  const [before, rest] = readFileSync(document, 'utf8').split(start);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) {
    throw new Error(`docs/model.md lacks the lines ${start} and ${end}.`);
  }
  writeFileSync(document, `${before}${start}\n\n${content}\n\n${end}${after}`);
}
