import { describe, expect, it } from 'vitest';
import { parseCatalogue } from '../../src/measurements/catalogue';
import { parseTable } from '../../src/measurements/parseTable';

const header = {
  id: 'made-up-p',
  experiment: 'Made up',
  year: '2015',
  quantity: 'p',
  axis: 'R',
  xUnit: 'GV',
  fluxUnit: 'm^-2 s^-1 sr^-1 GV^-1',
  publication: 'Nobody, Journal 1, 1 (2015)',
  doi: '10.1000/example',
  bibcode: '2015PhRvL.114q1103A',
  database: 'none',
  abscissa: 'bin centre',
  errors: 'statistical and systematic',
  compareWith: 'modulated',
  drawByDefault: 'yes',
  notes: 'For tests.',
};
const columns = 'x,x_low,x_high,flux,stat_low,stat_high,sys_low,sys_high';
const rows = ['1.5,1,2,10,1,1.5,2,2', '2.5,,,5,0,0,1,1'];

function file(
  changes: Record<string, string | undefined> = {},
  body: readonly string[] = [columns, ...rows],
): string {
  const lines = Object.entries({ ...header, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `# ${key}: ${value}`);
  return [...lines, ...body, ''].join('\n');
}

describe('a table file', () => {
  it('is read with its header and points; an empty cell is null, a printed zero is zero', () => {
    const parsed = parseTable(file({ leaveOutOfChi2: '2.5', period: '2011-05 to 2013-11' }));
    expect(parsed).toMatchObject({
      ok: true,
      value: {
        id: 'made-up-p',
        year: 2015,
        drawByDefault: true,
        hadronicModel: null,
        duplicateOf: null,
        period: '2011-05 to 2013-11',
        derivedFrom: [],
        publications: [{ citation: 'Nobody, Journal 1, 1 (2015)', doi: '10.1000/example' }],
        points: [
          { x: 1.5, xLow: 1, xHigh: 2, y: 10, statLow: 1, statHigh: 1.5, sysLow: 2, leftOutOfChi2: false },
          { x: 2.5, xLow: null, xHigh: null, y: 5, statLow: 0, statHigh: 0, leftOutOfChi2: true },
        ],
      },
    });
  });

  it('may hold a ratio, with total errors in the columns of the systematic ones', () => {
    const ratio = { quantity: 'B/C', fluxUnit: '1', errors: 'total only' };
    expect(parseTable(file(ratio, [columns, '1.5,1,2,0.3,,,0.01,0.01']))).toMatchObject({
      ok: true,
      value: { quantity: 'B/C', points: [{ y: 0.3, statLow: null, sysLow: 0.01 }] },
    });
  });

  it('may have Windows line ends', () => {
    expect(parseTable(file().replaceAll('\n', '\r\n')).ok).toBe(true);
  });

  it.each([
    [
      'a header line without key',
      file({}, ['# no key here', columns, ...rows]),
      /^line 17: .*"# key: value"/,
    ],
    ['a key given twice', file({}, ['# year: 2016', columns, ...rows]), /^line 17: year is given twice/],
    ['an unknown key', file({ colour: 'red' }), /header: colour/],
    ['a missing key', file({ doi: undefined }), /header: doi/],
    ['a DOI that is none', file({ doi: 'Phys. Rev. Lett.' }), /header: doi: must be a DOI/],
    ['an unknown axis', file({ axis: 'E' }), /header: axis/],
    ['a unit that does not belong to the axis', file({ xUnit: 'GeV' }), /xUnit of axis R must be GV/],
    ['another order of columns', file({}, ['x,flux', ...rows]), /^line 17: the columns must be x,x_low/],
    ['no points', file({}, [columns]), /has no points/],
    ['a missing cell', file({}, [columns, '1,2,3']), /^line 18: 8 cells expected, 3 found/],
    [
      'text for a number',
      file({}, [columns, '1.5,1,2,ten,1,1,1,1']),
      /^line 18: flux must be a number or empty, not "ten"/,
    ],
    [
      'a number beyond all numbers as an error',
      file({}, [columns, '1.5,1,2,3,1e400,1,1,1']),
      /^line 18: stat_low must be a number or empty, not "1e400"/,
    ],
    ['such a number as abscissa', file({}, [columns, '1e400,,,3,1,1,1,1']), /^line 18: x must be a number/],
    ['such a number to leave out', file({ leaveOutOfChi2: '1e400' }), /leaveOutOfChi2.*must be a number/],
    ['a year that is none', file({ year: '2O15' }), /^header: year: must be a number/],
    [
      'a text with hidden characters for a number',
      file({}, [columns, '1.5,1,2,1\u200b0,1,1,1,1']),
      /not "1<U\+200B>0"/,
    ],
    ['an empty flux', file({}, [columns, '1.5,1,2,,1,1,1,1']), /^line 18: x and flux must not be empty/],
    ['a flux of zero', file({}, [columns, '1.5,1,2,0,1,1,1,1']), /point 1: flux must be positive/],
    ['a negative error', file({}, [columns, '1.5,1,2,3,-1,1,1,1']), /point 1: an error must not be negative/],
    ['half a bin', file({}, [columns, '1.5,1,,3,1,1,1,1']), /both edges or none/],
    ['an abscissa outside its bin', file({}, [columns, '3,1,2,3,1,1,1,1']), /must lie inside its bin 1 to 2/],
    ['descending abscissae', file({}, [columns, ...rows.toReversed()]), /point 2: x must ascend/],
    ['systematic errors it denies', file({ errors: 'statistical only' }), /has a systematic error/],
    ['a statistical error beside totals', file({ errors: 'total only' }), /has a statistical error/],
    ['no total errors', file({ errors: 'total only' }, [columns, '1.5,1,2,3,,,,']), /has no total error/],
    ['the unit of a flux for a ratio', file({ quantity: 'B/C' }), /fluxUnit of B\/C on axis R must be 1$/],
    ['errors it denies', file({ errors: 'none' }, [columns, '1.5,1,2,3,1,1,,']), /has a statistical error/],
    ['no errors it promises', file({}, [columns, '1.5,1,2,3,,,,']), /has no statistical error/],
    ['a left-out point that is not there', file({ leaveOutOfChi2: '7' }), /leaveOutOfChi2 names x = 7/],
  ])('with %s is refused with a reason', (_, text, reason) => {
    const parsed = parseTable(text);
    expect(parsed).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });
});

describe('a catalogue document', () => {
  it.each([
    ['that is no object', 'tables'],
    ['of another version', { version: 2, columns: [], tables: [] }],
    ['with a damaged table', { version: 1, columns: columns.split(','), tables: [{ id: 'made-up-p' }] }],
  ])('%s is refused with a reason', (_, json) => {
    expect(parseCatalogue(json)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/catalogue is damaged/),
    });
  });
});
