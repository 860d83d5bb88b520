import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { withParameterTables } from '../../scripts/parameterTables';
import { parameterHelp } from '../../src/model/parameters/parameterHelp';
import { type ExplorerParameterId, explorerTable } from '../../src/model/parameters/values';

const document = readFileSync(new URL('../../docs/model.md', import.meta.url), 'utf8');

it('the parameter table of docs/model.md is current (else: npm run docs)', () => {
  expect(withParameterTables(document)).toBe(document);
});

it('documents every parameter with its definition and source', () => {
  for (const { id } of explorerTable) {
    const { definition, source } = parameterHelp[id as ExplorerParameterId];
    const lines = document
      .replaceAll('\\|', '|')
      .split('\n')
      .filter((text) => text.startsWith(`| \`${id}\` |`));
    expect(lines.some((line) => line.includes(definition) && line.includes(source))).toBe(true);
  }
});

it('a document without the marked block is refused', () => {
  expect(() => withParameterTables('# Model')).toThrow(/needs the lines/);
});
