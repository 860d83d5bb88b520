import { describe, expect, it } from 'vitest';
import { dataFolder, readTables } from '../../scripts/readTables';
import { electronMinusPositron, withDifferences } from '../../src/measurements/difference';
import { tableById } from '../../src/measurements/tables';

const published = readTables(dataFolder);
const complete = withDifferences(published);
if (!complete.ok) throw new Error(complete.reason);
const catalogue = complete.value;

function table(id: string) {
  const found = tableById(catalogue, id);
  if (!found) throw new Error(`There is no table ${id}.`);
  return found;
}

describe('electron minus positron, AMS-02 2014', () => {
  const difference = table('ams02-2014-electron-minus-positron');

  it('covers the 72 common bins from 0.5 to 500 GeV', () => {
    expect(difference.points).toHaveLength(72);
    expect(difference.points.at(0)?.xLow).toBe(0.5);
    expect(difference.points.at(-1)?.xHigh).toBe(500);
  });

  it('is the published electron flux less the positron flux, statistical errors in quadrature', () => {
    // 0.65-0.82 GeV: electrons 24.3 +- 0.2 +- 1.6, positrons 2.32 +- 0.08 +- 0.27.
    const point = difference.points[1]!;
    expect(point.y).toBeCloseTo(21.98, 12);
    expect(point.statLow).toBeCloseTo(Math.sqrt(0.2 ** 2 + 0.08 ** 2), 12);
    expect(point.sysHigh).toBeCloseTo(Math.sqrt(1.6 ** 2 + 0.27 ** 2), 12);
  });

  it('leaves the low first bin out of chi2', () => {
    expect(difference.points.map((point) => point.leftOutOfChi2).indexOf(true)).toBe(0);
    expect(difference.points.filter((point) => point.leftOutOfChi2)).toHaveLength(1);
  });

  it('says where it comes from and is positive everywhere', () => {
    expect(difference.derivedFrom).toEqual(['ams02-2014-electron', 'ams02-2014-positron']);
    expect(difference.publications.map((one) => one.doi)).toEqual(['10.1103/PhysRevLett.113.121102']);
    expect(difference.notes).toMatch(/upper estimate/);
    expect(difference.points.every((point) => point.y > 0)).toBe(true);
  });
});

describe('electron minus positron, AMS-02 2019', () => {
  const difference = table('ams02-2019-electron-minus-positron');

  it('joins all 74 common bins, although one edge is printed with other rounding', () => {
    expect(difference.points).toHaveLength(74);
    expect(difference.points.at(-1)?.xHigh).toBe(1000);
  });

  it('cites both papers', () => {
    expect(difference.publications.map((one) => one.doi)).toEqual([
      '10.1103/PhysRevLett.122.101101',
      '10.1103/PhysRevLett.122.041102',
    ]);
  });
});

describe('a difference that cannot be formed', () => {
  const labels = { id: 'x', drawByDefault: false };
  it.each([
    [
      'of two electron tables',
      'ams02-2014-electron',
      'ams02-2019-electron',
      /not an electron and a positron table/,
    ],
    ['on different axes', 'ams02-2014-electron', 'ams02-2021-positron', /different axes/],
    ['without bin edges', 'pamela-2011-electron', 'pamela-2013-positron', /no bin in common/],
  ])('%s is refused with a reason', (_, electrons, positrons, reason) => {
    const refused = electronMinusPositron(table(electrons), table(positrons), labels);
    expect(refused).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it('for lack of a table names the table', () => {
    const tables = published.tables.filter((one) => one.id !== 'ams02-2019-positron');
    expect(withDifferences({ tables })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/ams02-2019-positron/),
    });
  });
});
