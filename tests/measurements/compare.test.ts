import { describe, expect, it } from 'vitest';
import { dataFolder, readTables } from '../../scripts/readTables';
import { bandRatio, electronNormalisation, protonNormalisation, pull } from '../../src/measurements/compare';
import { withDifferences } from '../../src/measurements/difference';
import { scaledByPower, totalError } from '../../src/measurements/scaling';
import { tableById } from '../../src/measurements/tables';
import type { MeasuredPoint, MeasuredTable } from '../../src/measurements/tableTypes';

const complete = withDifferences(readTables(dataFolder));
if (!complete.ok) throw new Error(complete.reason);
const catalogue = complete.value;

function point(changes: Partial<MeasuredPoint> = {}): MeasuredPoint {
  const errors = { statLow: 3, statHigh: 6, sysLow: 4, sysHigh: 8 };
  return { x: 10, xLow: null, xHigh: null, y: 100, leftOutOfChi2: false, ...errors, ...changes };
}

function tableOf(points: readonly MeasuredPoint[]): MeasuredTable {
  return { ...catalogue.tables[0]!, points };
}

describe('errors', () => {
  it('add in quadrature on each side', () => {
    expect(totalError(point())).toEqual({ low: 5, high: 10 });
  });

  it('are the statistical ones alone where no others are published, and none where none are', () => {
    expect(totalError(point({ sysLow: null, sysHigh: null }))).toEqual({ low: 3, high: 6 });
    const bare = point({ statLow: null, statHigh: null, sysLow: null, sysHigh: null });
    expect(totalError(bare)).toEqual({ low: null, high: null });
  });

  it('scale with E^k like the flux', () => {
    expect(scaledByPower(point({ sysHigh: null }), 2)).toMatchObject({
      x: 10,
      y: 1e4,
      statLow: 300,
      sysHigh: null,
    });
  });
});

describe('the pull of a point', () => {
  it('uses the upper error for a model above the point and the lower one for a model below', () => {
    expect(pull(() => 120, point())).toBe(2);
    expect(pull(() => 80, point())).toBe(-4);
  });

  it('is none where a point is left out, or has no error on a side', () => {
    const without = { sysLow: null, sysHigh: null };
    expect(pull(() => 120, point({ leftOutOfChi2: true }))).toBeNull();
    expect(pull(() => 120, point({ ...without, statLow: null, statHigh: null }))).toBeNull();
    // A model below has an error there: whether the point counts must not depend on the model.
    for (const model of [80, 120])
      expect(pull(() => model, point({ ...without, statHigh: null }))).toBeNull();
  });

  it('is zero for a model that goes through every point', () => {
    for (const table of catalogue.tables) {
      const through = (x: number) => table.points.find((one) => one.x === x)!.y;
      for (const one of table.points) expect(Math.abs(pull(through, one) ?? 0)).toBe(0);
    }
  });

  it('shows a model that is not a number as such', () => {
    expect(pull(() => Number.NaN, point())).toBeNaN();
  });
});

describe('normalising to data', () => {
  it('takes the unweighted mean of model over data in the window', () => {
    const table = tableOf([
      point({ x: 9, y: 1 }),
      point({ x: 10, y: 100 }),
      point({ x: 20, y: 50 }),
      point({ x: 21, y: 1 }),
    ]);
    expect(bandRatio(() => 100, table, { low: 10, high: 20 })).toEqual({ ratio: 1.5, points: 2 });
  });

  it('skips points that are left out of chi2', () => {
    const table = tableOf([point({ x: 10, y: 100 }), point({ x: 11, y: 1, leftOutOfChi2: true })]);
    expect(bandRatio(() => 100, table, { low: 10, high: 20 })).toEqual({ ratio: 1, points: 1 });
  });

  it.each([protonNormalisation, electronNormalisation])(
    'brings the ratio in $tableId to one',
    ({ tableId, band }) => {
      const table = tableById(catalogue, tableId)!;
      const model = (x: number) => 3 * x ** -2.8;
      const factor = 1 / bandRatio(model, table, band)!.ratio;
      const ratio = bandRatio((x) => factor * model(x), table, band)!;
      expect(ratio.ratio).toBeCloseTo(1, 12);
      expect(ratio.points).toBeGreaterThan(8);
    },
  );

  it('has no answer where there are no points or no positive model', () => {
    const table = tableOf([point()]);
    expect(bandRatio(() => 1, table, { low: 20, high: 30 })).toBeNull();
    expect(bandRatio(() => Number.NaN, table, { low: 1, high: 30 })).toBeNull();
  });
});
