import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueFile, dataFolder, readTables } from '../../scripts/readTables';
import { formatCatalogue, parseCatalogue, rowColumns } from '../../src/measurements/catalogue';
import { withDifferences } from '../../src/measurements/difference';
import { tableById, tablesFor, tablesForView } from '../../src/measurements/tables';
import type { MeasuredTable } from '../../src/measurements/tableTypes';
import { publishedPoints } from './publishedPoints';

const catalogue = readTables(dataFolder);
const tables = catalogue.tables.map((table) => [table.id, table] as const);

function table(id: string): MeasuredTable {
  const found = tableById(catalogue, id);
  if (!found) throw new Error(`There is no table ${id}.`);
  return found;
}

describe('the catalogue', () => {
  it('is what `npm run catalogue` writes from the tables of public/data', () => {
    expect(readFileSync(catalogueFile, 'utf8')).toBe(formatCatalogue(catalogue));
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
      expect(point.statLow !== null).toBe(measured.errors !== 'none');
      expect(point.sysLow !== null).toBe(measured.errors === 'statistical and systematic');
      expect(point.sysHigh !== null).toBe(measured.errors === 'statistical and systematic');
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
    expect(interstellar).toHaveLength(3);
    expect(interstellar.every((id) => id.startsWith('voyager1-'))).toBe(true);
  });

  it('ATIC-2, KASCADE, CREAM-I, CREAM-III and Voyager 2013 carry statistical errors only, Voyager electrons none', () => {
    const withErrors = (errors: MeasuredTable['errors']) =>
      tables.filter(([, one]) => one.errors === errors).map(([id]) => id);
    expect(withErrors('statistical only').sort()).toEqual([
      'atic2-2009-p',
      'cream1-2011-p',
      'cream3-2017-p',
      'kascade-2005-p-qgsjet01',
      'kascade-2005-p-sibyll21',
      'voyager1-2013-p',
    ]);
    expect(withErrors('none')).toEqual(['voyager1-2016-electron-plus-positron']);
  });

  it('air-shower results name their hadronic model', () => {
    const models = tables.filter(([id]) => id.startsWith('kascade')).map(([, one]) => one.hadronicModel);
    expect(models).toEqual(['QGSJET-01', 'SIBYLL 2.1']);
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
});
