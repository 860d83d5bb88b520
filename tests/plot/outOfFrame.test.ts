/** What is told of curves that run outside the frame, and the axes that are offered. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { axisRanges, drawnTable } from '../../src/plot/axes';
import type { CurveId, ModelCurve } from '../../src/plot/curves';
import { curvesOutside, outsideText, rangesThatHold } from '../../src/plot/outOfFrame';
import { figureTables } from '../../src/state/selectors/tables';
import { readCatalogue } from '../../src/state/services/readCatalogue';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const tables = figureTables({ catalogue }, 'p').filter((table) => table.drawByDefault);
const choice = { observable: 'p', abscissa: 'energy', power: 2.7 } as const;
const standard = axisRanges(tables, choice);

/** Level at 10^height, with a cutoff beyond 10^end. */
function curve(id: CurveId, height: number, end = 6.5): ModelCurve {
  const x = Array.from({ length: 160 }, (_, index) => 10 ** (-1 + 0.055 * index));
  return { id, name: id, points: { x, y: x.map((at) => 10 ** height * Math.exp(-at / 10 ** end)) } };
}

describe('a curve that leaves the frame', () => {
  it('is not told of a cutoff, which every spectrum has', () => {
    expect(curvesOutside([curve('thm', 4), curve('cm', 4, 6)], standard)).toEqual([]);
  });

  it('is told with its side, and told more strongly once it is gone', () => {
    const up = curvesOutside([curve('thm', 5.5)], standard);
    expect(up).toEqual([{ name: 'THM', side: 'above', isGone: true }]);
    expect(outsideText(up)).toBe('THM is out of the frame');
    const down = curvesOutside([curve('thm', 4, 4)], standard);
    expect(down).toEqual([{ name: 'THM', side: 'below', isGone: false }]);
    expect(outsideText(down)).toBe('THM leaves the frame');
  });

  it('is named together with others', () => {
    const names = (ids: readonly CurveId[]) =>
      outsideText(
        curvesOutside(
          ids.map((id) => curve(id, 0)),
          standard,
        ),
      );
    expect(names(['cm', 'thm'])).toBe('CM and THM are out of the frame');
    expect(names(['analytic', 'cm', 'thm'])).toBe('Eq. 4, CM and THM are out of the frame');
    expect(outsideText([])).toBe('');
  });

  it('is one that is a whole: a single source lies low by nature', () => {
    expect(curvesOutside([curve('thm-near-vela', -3), curve('thm-smooth', -3)], standard)).toEqual([]);
  });

  it('counts within the abscissae in view only', () => {
    const zoomed = { x: [1, 3], y: standard.y } as const;
    expect(curvesOutside([curve('thm', 4, 4.5)], zoomed)).toEqual([]);
    expect(curvesOutside([curve('thm', 4)], { x: [20, 30], y: standard.y })).toEqual([]);
  });
});

describe('the axes that are offered', () => {
  const far = [curve('thm', 5.5), curve('cm', 2)];

  it('hold the curves and the data, so that nothing is told any more', () => {
    expect(curvesOutside(far, standard)).toHaveLength(2);
    const held = rangesThatHold(far, tables, choice, standard.x)!;
    expect(curvesOutside(far, held)).toEqual([]);
    for (const { x, y } of tables.flatMap((table) => drawnTable(table, choice).points)) {
      if (Math.log10(x) < held.x[0] || Math.log10(x) > held.x[1]) continue;
      expect(Math.log10(y)).toBeGreaterThan(held.y[0]);
      expect(Math.log10(y)).toBeLessThan(held.y[1]);
    }
  });

  it('keep the abscissae, and do not follow a cutoff down', () => {
    const held = rangesThatHold([curve('thm', 4, 6)], tables, choice, [0, 7])!;
    expect(held.x).toEqual([0, 7]);
    expect(held.y[0]).toBeGreaterThan(-1);
  });

  it('are none where there is nothing to hold', () => {
    expect(rangesThatHold([], [], choice, [0, 7])).toBeNull();
  });
});
