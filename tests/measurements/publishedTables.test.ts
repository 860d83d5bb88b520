import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueFiles, dataFolder, dataReadme, readTables } from '../../scripts/readTables';
import { withTableList } from '../../scripts/tableList';
import { formatCatalogue, parseCatalogue, rowColumns } from '../../src/measurements/catalogue';
import { withDifferences } from '../../src/measurements/difference';
import { catalogueOf, tableById, tablesFor, tablesForView } from '../../src/measurements/tables';
import { type MeasuredTable, type Quantity, quantities } from '../../src/measurements/tableTypes';
import { publishedPoints } from './publishedPoints';

const catalogue = readTables(dataFolder);
const tables = catalogue.tables.map((table) => [table.id, table] as const);

/** Lithium and beryllium are published as fluxes too, but not among the tables here; nobody has 10Be/9Be of these experiments. */
const without: readonly Quantity[] = ['Li', 'Be', 'Be10/Be9', 'e- minus e+'];
const measured = quantities.filter((quantity) => !without.includes(quantity));

function table(id: string): MeasuredTable {
  const found = tableById(catalogue, id);
  if (!found) throw new Error(`There is no table ${id}.`);
  return found;
}

describe('the catalogue', () => {
  it('is what `npm run catalogue` writes from the tables of public/data, in two documents', () => {
    for (const document of catalogueFiles(catalogue))
      expect(readFileSync(document.file, 'utf8')).toBe(formatCatalogue(document.catalogue));
  });

  it('is listed in its description', () => {
    const readme = readFileSync(dataReadme, 'utf8');
    expect(withTableList(readme, catalogue)).toBe(readme);
  });

  it('keeps protons and electrons apart from what is fetched when it is shown', () => {
    const [start, nuclei] = catalogueFiles(catalogue).map((document) =>
      parseCatalogue(JSON.parse(readFileSync(document.file, 'utf8'))),
    );
    if (!start?.ok || !nuclei?.ok) throw new Error('A catalogue does not parse.');
    const kinds = (tables: readonly MeasuredTable[]) => [...new Set(tables.map((one) => one.quantity))];
    expect(kinds(start.value.tables)).toEqual(['p', 'e-', 'e+', 'e- + e+']);
    expect(kinds(nuclei.value.tables)).toEqual(
      quantities.filter((one) => catalogueOf(one) === 'catalogue-nuclei' && measured.includes(one)),
    );
    expect([...start.value.tables, ...nuclei.value.tables]).toEqual(catalogue.tables);
  });

  it('reads back as the tables it was written from', () => {
    expect(parseCatalogue(JSON.parse(formatCatalogue(catalogue)))).toEqual({ ok: true, value: catalogue });
  });

  it('has every table once, and the tests know each', () => {
    expect(tables.map(([id]) => id).sort()).toEqual(Object.keys(publishedPoints).sort());
  });

  it('draws by default what Jin, Guo & Hu 2016 compare with', () => {
    const complete = withDifferences(catalogue);
    if (!complete.ok) throw new Error(complete.reason);
    const drawn = (view: 'p' | 'e-') =>
      tablesForView(complete.value, view)
        .filter((one) => one.drawByDefault)
        .map((one) => one.id);
    expect(drawn('p')).toEqual([
      'kascade-2005-p-qgsjet01',
      'kascade-2005-p-sibyll21',
      'atic2-2009-p',
      'cream1-2011-p',
      'pamela-2011-p',
      'ams02-2015-p',
    ]);
    expect(drawn('e-')).toEqual(['ams02-2014-electron-minus-positron']);
  });

  it('draws one modern set of every other quantity by default, with what reaches to higher energies', () => {
    const drawn = (view: Quantity) =>
      tablesForView(catalogue, view)
        .filter((one) => one.drawByDefault)
        .map((one) => one.id);
    const others = measured.filter((one) => one !== 'p' && one !== 'e-');
    expect(Object.fromEntries(others.map((one) => [one, drawn(one)]))).toEqual({
      He: ['cream13-2017-he', 'ams02-2021-he', 'dampe-2021-he', 'calet-2023-he'],
      B: ['ams02-2021-b'],
      C: ['ams02-2021-c', 'dampe-2026-c'],
      N: ['ams02-2018-n'],
      O: ['ams02-2021-o', 'dampe-2026-o'],
      Ne: ['ams02-2020-ne'],
      Mg: ['ams02-2020-mg'],
      Si: ['ams02-2020-si'],
      'Li/C': ['ams02-2018-li-c'],
      'Be/C': ['ams02-2018-be-c'],
      'B/C': ['ams02-2021-b-c', 'calet-2022-b-c', 'dampe-2022-b-c'],
      pbar: ['ams02-2021-pbar'],
      'pbar/p': ['ams02-2021-pbar-p'],
      'e+': ['ams02-2019-positron'],
      'e- + e+': [
        'dampe-2017-electron-plus-positron',
        'ams02-2019-electron-plus-positron',
        'calet-2023-electron-plus-positron',
      ],
      'e+ fraction': ['ams02-2019-positron-fraction'],
    });
    // Among electrons they stay off, as the paper's figure has them.
    expect(drawn('e-')).toEqual([]);
  });

  it('gives the tables of one quantity', () => {
    expect(tablesFor(catalogue, 'p')).toHaveLength(15);
    expect(tablesFor(catalogue, 'e-').map((one) => one.id)).toEqual([
      'pamela-2011-electron',
      'ams02-2014-electron',
      'ams02-2019-electron',
      'ams02-2021-electron',
    ]);
  });
});

describe.each(tables)('%s', (id, measured) => {
  it('carries the published numbers', () => {
    const published = publishedPoints[id]!;
    expect(measured.points).toHaveLength(published.count);
    for (const row of published.points) {
      const point = measured.points.find((candidate) => candidate.x === row[0]);
      expect(rowColumns.map((column) => point?.[column])).toEqual(row);
    }
  });

  it('says what to cite and what to know', () => {
    const publication = measured.publications[0]!;
    expect(measured.publications).toHaveLength(1);
    expect(publication.doi).toMatch(/^10\./);
    expect(publication.bibcode).toHaveLength(19);
    // The bibcode begins with the year of the publication.
    expect(publication.bibcode.slice(0, 4)).toBe(String(measured.year));
    expect(publication.citation).toContain(`(${measured.year})`);
    expect(measured.notes.length).toBeGreaterThan(10);
  });

  it('has positive fluxes, ascending abscissae inside their bins, and complete errors or none', () => {
    for (const [index, point] of measured.points.entries()) {
      expect(point.y).toBeGreaterThan(0);
      expect(point.x).toBeGreaterThan(measured.points[index - 1]?.x ?? 0);
      expect(point.xLow ?? 0).toBeLessThan(point.x);
      expect(point.xHigh ?? Number.POSITIVE_INFINITY).toBeGreaterThan(point.x);
      expect(point.statLow !== null).toBe(measured.errors.startsWith('statistical'));
      const systematic = ['statistical and systematic', 'total only'].includes(measured.errors);
      expect(point.sysLow !== null).toBe(systematic);
      expect(point.sysHigh !== null).toBe(systematic);
    }
  });
});

describe('what to know before use is encoded', () => {
  it('the first AMS-02 2014 electron and positron bin is kept and left out of chi2', () => {
    for (const id of ['ams02-2014-electron', 'ams02-2014-positron']) {
      expect(
        table(id)
          .points.map((point) => point.leftOutOfChi2)
          .indexOf(true),
      ).toBe(0);
      expect(table(id).points.filter((point) => point.leftOutOfChi2)).toHaveLength(1);
    }
  });

  it('AMS-02 2021 electrons and positrons are duplicates of 2019: the same fluxes in the same bins', () => {
    for (const kind of ['electron', 'positron']) {
      const duplicate = table(`ams02-2021-${kind}`);
      const original = table(`ams02-2019-${kind}`);
      expect(duplicate.duplicateOf).toBe(original.id);
      expect(duplicate.drawByDefault).toBe(false);
      expect(duplicate.points.map((point) => point.y)).toEqual(original.points.map((point) => point.y));
    }
    expect(tables.filter(([, one]) => one.duplicateOf !== null)).toHaveLength(2);
  });

  it('only Voyager is compared with the interstellar curve', () => {
    const interstellar = tables.filter(([, one]) => one.compareWith === 'interstellar').map(([id]) => id);
    expect(interstellar).toHaveLength(5);
    expect(interstellar.every((id) => id.startsWith('voyager1-'))).toBe(true);
  });

  it('ATIC-2, KASCADE, CREAM-I, CREAM-III and Voyager 2013 carry statistical errors only, Voyager electrons none', () => {
    const withErrors = (errors: MeasuredTable['errors']) =>
      tables.filter(([, one]) => one.errors === errors).map(([id]) => id);
    expect(withErrors('statistical only').sort()).toEqual([
      'atic2-2009-p',
      'cream1-2011-he',
      'cream1-2011-p',
      'cream3-2017-he',
      'cream3-2017-p',
      'kascade-2005-he-qgsjet01',
      'kascade-2005-he-sibyll21',
      'kascade-2005-p-qgsjet01',
      'kascade-2005-p-sibyll21',
      'voyager1-2013-he',
      'voyager1-2013-p',
    ]);
    expect(withErrors('total only').sort()).toEqual([
      'ams02-2018-be-c',
      'ams02-2018-li-c',
      'ams02-2018-n',
      'ams02-2020-mg',
      'ams02-2020-ne',
      'ams02-2020-si',
      'pamela-2013-pbar',
      'pamela-2013-pbar-p',
    ]);
    expect(withErrors('none')).toEqual(['voyager1-2016-electron-plus-positron']);
  });

  it('air-shower results name their hadronic model', () => {
    const models = tables.filter(([id]) => id.startsWith('kascade')).map(([, one]) => one.hadronicModel);
    expect(models).toEqual(['QGSJET-01', 'SIBYLL 2.1', 'QGSJET-01', 'SIBYLL 2.1']);
  });

  it('PAMELA protons lie 5 to 6 % above AMS-02 at 50 to 100 GV', () => {
    const mean = (id: string) => {
      const scaled = table(id)
        .points.filter((point) => point.x >= 50 && point.x <= 100)
        .map((point) => point.y * point.x ** 2.8);
      return scaled.reduce((sum, value) => sum + value, 0) / scaled.length;
    };
    const excess = mean('pamela-2011-p') / mean('ams02-2015-p') - 1;
    expect(excess).toBeGreaterThan(0.045);
    expect(excess).toBeLessThan(0.065);
  });

  it('nitrogen, neon, magnesium and silicon stand at the Lafferty-Wyatt points of bins that leave no gap', () => {
    for (const id of ['ams02-2018-n', 'ams02-2020-ne', 'ams02-2020-mg', 'ams02-2020-si']) {
      for (const [index, { x, xLow, xHigh }] of table(id).points.entries()) {
        const [low, high] = [xLow ?? Number.NaN, xHigh ?? Number.NaN];
        expect(low).toBe(table(id).points[index - 1]?.xHigh ?? 2.15);
        // The mean of x^-2.7 over the bin is taken on at x; seven digits are kept.
        const mean = (low ** -1.7 - high ** -1.7) / (1.7 * (high - low));
        expect(Math.abs(mean ** (-1 / 2.7) / x - 1)).toBeLessThan(1e-6);
      }
    }
    // The bins of nitrogen are those of boron, of the seven years and their wide last one: recovered, not printed.
    const edges = (id: string) => table(id).points.map((point) => point.xHigh);
    expect(edges('ams02-2018-n')).toEqual(edges('ams02-2021-b').slice(1));
  });

  it('misprinted errors of DAMPE are drawn and left out of chi2', () => {
    for (const id of ['dampe-2026-c', 'dampe-2026-o']) {
      const left = table(id).points.filter((point) => point.leftOutOfChi2);
      expect(left).toHaveLength(1);
    }
  });
});

/** Power law between the two neighbours. */
function valueAt(id: string, x: number): number {
  const { points } = table(id);
  const above = points.findIndex((point) => point.x >= x);
  const [low, high] = [points[above - 1]!, points[above]!];
  return low.y * (high.y / low.y) ** (Math.log(x / low.x) / Math.log(high.x / low.x));
}

describe('tables of one experiment hang together', () => {
  it('elements have the ratios to oxygen at 21 GV that abundances are tuned to', () => {
    // As quoted for AMS-02, to two or three digits; the five-year tables lie up to 2.3 % from those of seven years.
    const quoted = [
      ['ams02-2021-he', 31.3],
      ['ams02-2021-c', 0.98],
      ['ams02-2018-n', 0.24],
      ['ams02-2020-ne', 0.17],
      ['ams02-2020-mg', 0.21],
      ['ams02-2020-si', 0.165],
    ] as const;
    for (const [id, ratio] of quoted)
      expect(Math.abs(valueAt(id, 21) / valueAt('ams02-2021-o', 21) / ratio - 1)).toBeLessThan(0.025);
  });

  it('a published ratio is that of the published fluxes within its systematic error', () => {
    for (const rigidity of [3, 10, 21, 50, 100, 200]) {
      const over = (one: string, other: string) => valueAt(one, rigidity) / valueAt(other, rigidity);
      // The systematic errors of B/C, pbar/p and the fraction at these rigidities are 2 to 5 %.
      const within = 0.035;
      expect(
        Math.abs(over('ams02-2021-b', 'ams02-2021-c') / valueAt('ams02-2021-b-c', rigidity) - 1),
      ).toBeLessThan(within);
      expect(
        Math.abs(over('ams02-2021-pbar', 'ams02-2021-p') / valueAt('ams02-2021-pbar-p', rigidity) - 1),
      ).toBeLessThan(within);
      expect(
        Math.abs(
          over('ams02-2019-positron', 'ams02-2019-electron-plus-positron') /
            valueAt('ams02-2019-positron-fraction', rigidity) -
            1,
        ),
      ).toBeLessThan(within);
    }
  });
});
