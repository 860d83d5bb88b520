import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CsvCell, csvCell, csvComment, csvFile, csvLine, withoutFormula } from '../../src/text/csvCell';
import { recordsOf } from './readRecords';

const formula = /^[\s"]*[=+\-@\uff1d\uff0b\uff0d\uff20]/;
const isNumber = (text: string) => text !== '' && Number.isFinite(Number(text));
/** Names as people choose them to do harm: what begins formulas, separates cells, quotes and breaks lines comes often. */
const wickedName = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '＝',
        '"',
        '""',
        "'",
        ',',
        ';',
        '|',
        '\t',
        '\r',
        '\n',
        '\0',
        ' ',
        '#',
        '\u2028',
      ),
      fc.constantFrom('1+1', 'SUM(A1)', 'cmd', 'é', '漢字', '\ud800', '😀'),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('a cell of a CSV file', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['-10 % D0', "'-10 % D0"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['+1', "'+1"],
    ['\t=1', "' =1"],
    ['＝1+1', "'＝1+1"],
    ['before, with a comma', '"before, with a comma"'],
    ['a "b"', '"a ""b"""'],
    ['D0 x 2', 'D0 x 2'],
    ['a;=1', '"a;\'=1"'],
  ])('%j is written as %s', (text, written) => {
    expect(csvCell(text)).toBe(written);
  });

  it('keeps numbers as numbers, negative ones too; what is none is empty', () => {
    expect([-1.5, 1e-300, 0.1 + 0.2, 0].map(csvCell)).toEqual(['-1.5', '1e-300', '0.30000000000000004', '0']);
    expect([Number.NaN, Number.POSITIVE_INFINITY, null].map(csvCell)).toEqual(['', '', '']);
  });

  it('reads back in its column and never begins a formula, whatever its name and the list separator', () => {
    const cells = fc.array(fc.oneof(wickedName, fc.double(), fc.constant(null)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(cells, (cells: readonly CsvCell[]) => {
        const row = ['frozen', ...cells];
        const line = csvLine(row);
        const [record, ...more] = recordsOf(line);
        expect(more).toEqual([]);
        expect(record).toHaveLength(row.length);
        row.forEach((cell, index) => {
          if (typeof cell === 'number')
            expect(record?.[index]).toBe(Number.isFinite(cell) ? String(cell) : '');
          if (typeof cell === 'string') expect(record?.[index]).toBe(withoutFormula(cell));
        });
        for (const separator of [',', ';', '|'])
          for (const cell of recordsOf(line, separator).flat())
            if (!isNumber(cell)) expect(cell).not.toMatch(formula);
      }),
    );
  });
});

describe('a comment of a CSV file', () => {
  it('stays one line, known by its first character, and holds no formula behind a separator', () => {
    expect(csvComment('frozen: a\n=1+1,@x')).toBe("# frozen: a =1+1,'@x\n");
    fc.assert(
      fc.property(wickedName, (name) => {
        const line = csvComment(`frozen: ${name}: delta0 = 0.3`);
        expect(line.startsWith('# ')).toBe(true);
        expect(line.trimEnd()).not.toMatch(/[\r\n\u2028\u2029]/);
        for (const separator of [',', ';', '|'])
          for (const cell of recordsOf(line, separator).flat()) expect(cell).not.toMatch(formula);
      }),
    );
  });
});

it('a file in ASCII begins with its first character; one with other letters says that it is UTF-8', () => {
  expect(csvFile('# a\n')).toBe('# a\n');
  expect(csvFile('# frozen: δ\n')).toBe('\ufeff# frozen: δ\n');
});
