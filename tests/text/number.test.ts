/** Numbers as people write them: read alike at every door, and never guessed. */
import { assert, double, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bothReadings, dataNumber, readNumber } from '../../src/text/number';

const read = (text: string, unit?: string) => {
  const result = readNumber(text, unit);
  return result.ok ? result.value : result.kind;
};

describe('a number', () => {
  it.each([
    ['5.5e28', 5.5e28],
    ['5,5E+28', 5.5e28],
    ['5.5 e28', 5.5e28],
    ['5.5D28', 5.5e28],
    ['5.5d-3', 5.5e-3],
    ['5.5×10^28', 5.5e28],
    ['5.5 × 10^28', 5.5e28],
    ['5.5x10^28', 5.5e28],
    ['5.5X10^{28}', 5.5e28],
    ['5.5*10^28', 5.5e28],
    ['5.5*10**28', 5.5e28],
    ['5,5·10^28', 5.5e28],
    ['5.5⋅10^28', 5.5e28],
    [String.raw`5.5\times10^{28}`, 5.5e28],
    ['5.5×10²⁸', 5.5e28],
    ['5.5×10⁻³', 5.5e-3],
    ['5.5×10^−3', 5.5e-3],
    ['10^28', 1e28],
    ['-10²', -100],
    ['0,5', 0.5],
    [',5', 0.5],
    ['.5', 0.5],
    ['5.', 5],
    ['+1', 1],
    ['−1', -1],
    ['‐1', -1],
    ['‑1', -1],
    ['–1', -1],
    ['—1', -1],
    ['－１', -1],
    ['１０００．５', 1000.5],
    ['５．５ｅ２８', 5.5e28],
    ['١٠٠٠', 1000],
    ['۱۰', 10],
    ['1 000', 1000],
    ['1\u00a0000', 1000],
    ['1\u2009000', 1000],
    ['1\u202f000', 1000],
    ['1\u2007000', 1000],
    ['12 345.6', 12345.6],
    ['12 345,678', 12345.678],
    ["1'000", 1000],
    ['1’000’000', 1e6],
    ['1_000', 1000],
    ['1,234,567', 1234567],
    ['1.234.567', 1234567],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['1,2345', 1.2345],
    ['1234,567', 1234.567],
    ['0,125', 0.125],
    ['1.234', 1.234],
    ['\u200b1000', 1000],
    ['1\u200b000\ufeff', 1000],
    ['\u2066-1\u2069', -1],
    ['550\r', 550],
    ['\t550\r\n', 550],
    ['-0', 0],
    ['˗1', -1],
    ['➖1', -1],
    ['﹘1', -1],
    ['5.5e 28', 5.5e28],
    ['5.5 E 28', 5.5e28],
    ['5.5 × 10 ^ 28', 5.5e28],
    ['5.5×10^(28)', 5.5e28],
    ['5.5⨯10^{-3}', 5.5e-3],
    ['١٢٫٥', 12.5],
    ['١٬٠٠٠', 1000],
  ])('%j is %f', (text, value) => {
    expect(read(text)).toBe(value);
  });

  it.each([
    ...['', ' ', '.', ',', '-', '--1', '+-1', '1e', 'e5', '1e5.5', '0x10', '0b1', '0o7', '1n'],
    ...['NaN', 'Infinity', '∞', '1e400', '-1e400', '0.3.3', '1,2,3', '1 2', '1  000', '1 00', '1 0000'],
    ...['0 125', '1 000 00', '1,00,000', "1'000 000", '1.000.', '1,234.', '5..6', '5-6', '5–6', '5±1'],
    ...['5.5×1028', '5.5×10 28', '5.5e^28', '6^28', '5.5×11^28', '5.5×10e28', '½', '<5', '≈5', '5%'],
    ...['\u202e0001', '1\u0000', '1\u00ad000', '1\n000', '1,000,5', '1.000.5', '1.234,567.8'],
  ])('%j is none', (text) => {
    expect(read(text)).toBe('notANumber');
  });

  it.each([
    ['1,000', ['1.000', '1000']],
    ['20,000', ['20.000', '20000']],
    ['−1,200', ['-1.200', '-1200']],
    ['５,５００e28', ['5.500e28', '5500e28']],
    ['5,500×10^28', ['5.500e28', '5500e28']],
  ])('%j has two readings and is refused with both', (text, readings) => {
    expect(readNumber(text)).toEqual({ ok: false, kind: 'ambiguous', readings });
    for (const reading of readings) expect(bothReadings(text)).toContain(reading);
    for (const reading of readings) expect(typeof read(reading)).toBe('number');
  });

  it('reads back every number that the program writes', () => {
    assert(
      property(
        double({ noNaN: true, noDefaultInfinity: true }),
        (value) => read(String(value)) === value + 0 && read(String(value).replace('e+', 'e')) === value + 0,
      ),
    );
  });

  it('never throws, and gives finite numbers only', () => {
    assert(
      property(string({ unit: 'binary' }), string({ unit: 'binary' }), (text, unit) => {
        const result = readNumber(text, unit);
        return !result.ok || Number.isFinite(result.value);
      }),
    );
  });
});

describe('a unit behind a number', () => {
  const flux = 'GeV⁻¹ m⁻² s⁻¹ sr⁻¹';
  it.each([
    ...[
      'cm²/s',
      'cm^2/s',
      'cm2/s',
      'cm**2/s',
      'cm^2 s^-1',
      'cm2 s-1',
      'cm² s⁻¹',
      'cm²·s⁻¹',
      'cm^{2} s^{-1}',
      'cm² / s',
      'cm²∕s',
      'cm²⁄s',
    ].map((spelling) => [spelling, 'cm²/s']),
    ...['kpc', '\u00a0kpc'].map((spelling) => [spelling, 'kpc']),
    ...['km/s', 'km s^-1', 'km·s⁻¹', 'km s−1'].map((spelling) => [spelling, 'km/s']),
    ...['°', 'deg', 'degrees', 'º'].map((spelling) => [spelling, '°']),
    ...[flux, 'm^-2 s^-1 sr^-1 GeV^-1', '/(GeV m² s sr)', '/GeV/m^2/s/sr', '(GeV m2 s sr)^-1'].map(
      (spelling) => [spelling, flux],
    ),
    ['erg', 'erg'],
    ['ＭＶ', 'MV'],
  ])('%j is %j', (spelling, unit) => {
    expect(read(`5.5e28 ${spelling}`, unit)).toBe(5.5e28);
    expect(read(`5.5×10²⁸${spelling}`, unit)).toBe(5.5e28);
    expect(read(`12 345.6 ${spelling}`, unit)).toBe(12345.6);
  });

  it.each([
    ['0.3 GV', 'MV'],
    ['300 mV', 'MV'],
    ['100 TeV', 'GeV'],
    ['5.5e28 m²/s', 'cm²/s'],
    ['5.5e28 cm²', 'cm²/s'],
    ['5.5e28 cm²/s²', 'cm²/s'],
    ['0.3 kpc', ''],
    ['16 %', ''],
    ['300 MV MV', 'MV'],
    ['300 MV!', 'MV'],
  ])('%j is not taken for a number in %j', (text, unit) => {
    expect(read(text, unit)).toBe('notANumber');
  });

  it('does not hide that a number has two readings', () => {
    expect(read('1,000 MV', 'MV')).toBe('ambiguous');
    expect(bothReadings('1,000 MV', 'MV')).toContain('1.000 or 1000');
  });
});

describe('a cell of a data file', () => {
  it.each(['1', '-1.5', '.5', '5.', '1e-3', '1E+3'])('may be %j', (text) => {
    expect(dataNumber(text)).toBe(Number(text));
  });
  it.each(['', '1,5', '−1', '1 000', '0x10', '1e400', '-1e400', 'NaN', '１'])('may not be %j', (text) => {
    expect(dataNumber(text)).toBeNull();
  });
});

describe('a text of two hundred thousand characters', () => {
  // A pattern that tries every way of sharing a run out takes minutes here; one that does not, milliseconds.
  const long = 200_000;
  const runs = [
    '1',
    ' ',
    ',',
    '.',
    "'",
    '-',
    '\u200b',
    '⁵',
    '^',
    '^{',
    '*',
    'x',
    '(',
    '1 ',
    '1,',
    '1.',
    '1e',
    'cm',
    'a^',
    ',000',
    ' 000',
  ];
  it.each(runs)('of %j is read in time that grows with its length', (run) => {
    const begun = performance.now();
    const body = run.repeat(long / run.length);
    for (const text of [body, `${body}!`, `1${body}!`, `1 ${body}`, `1 cm${body}!`]) {
      readNumber(text, 'cm²/s');
      dataNumber(text);
    }
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
