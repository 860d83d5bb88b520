// @vitest-environment happy-dom
/** Whatever the size and whatever the axes, nothing that is no number reaches an attribute; little room goes to the spectrum. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decadeStep } from '../../src/plot/axes';
import { buildFigure } from '../../src/plot/figure';
import { firstSightMarkup } from '../../src/plot/firstSight';
import { createLiveLayer } from '../../src/plot/liveLayer';
import { createLiveMarks } from '../../src/plot/liveMarks';
import { faceOnFigure } from '../../src/plot/maps/mapFigure';
import { leavesRoom } from '../../src/plot/maps/plotHost';
import { curvePath } from '../../src/plot/marks/curve';
import { isDrawable, panels, spectrumKeeps } from '../../src/plot/panels';
import { svgNamespace } from '../../src/plot/svgLayer';
import { figureTables } from '../../src/state/selectors/tables';
import { readCatalogue } from '../../src/state/services/readCatalogue';
import { createRangeHandles } from '../../src/ui/figure/rangeHandles';
import { mapInput } from './maps/syntheticMaps';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const allTables = figureTables({ catalogue }, 'p');
const tables = allTables.filter((table) => table.drawByDefault).slice(0, 2);
const choice = { observable: 'p', abscissa: 'energy', power: 2.7 } as const;
const noNumber = /NaN|Infinity|undefined/;

/** Of elements: hidden, lower than their margins, large; and what no element ever says. */
const side = fc.oneof(
  fc.constantFrom(0, -1, 1, 10, 58, 72, 73, Number.NaN, Number.POSITIVE_INFINITY),
  fc.integer({ min: 0, max: 2000 }),
);
const size = fc.record({ width: side, height: side });
const end = fc.oneof(
  fc.constantFrom(0, 2, 1e-12, -300, 308, Number.NaN, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
  fc.double({ min: -20, max: 20, noNaN: true }),
);
const axis = fc.oneof(
  fc.tuple(end, end),
  end.map((at): [number, number] => [at, at]),
);
const value = fc.oneof(
  fc.constantFrom(0, -1, 5e-324, 1e308, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
);
const values = fc.array(value, { minLength: 3, maxLength: 12 });
const theme = 'light' as const;

describe('a drawing of any size on any axes', () => {
  it('has only numbers in the curves that move', () => {
    fc.assert(
      fc.property(size, axis, axis, values, values, (area, x, y, xs, ys) => {
        expect(curvePath({ x: xs, y: ys.slice(0, xs.length) }, { x, y }, area)).not.toMatch(noNumber);
      }),
    );
  });

  it('has only numbers in layers, residuals, the ends of the range, and the figure before Plotly', () => {
    fc.assert(
      fc.property(size, fc.boolean(), axis, axis, values, (element, withResiduals, x, y, numbers) => {
        const narrow = !(element.width >= 560);
        const { spectrum, residuals, all } = panels(element, narrow, withResiduals);
        const svg = () => document.createElementNS(svgNamespace, 'svg');
        const [layer, marks] = [svg(), svg()];
        const points = { x: numbers, y: numbers };
        createLiveLayer(layer).draw([{ id: 'thm', name: 'THM', points }], {
          area: spectrum,
          ranges: { x, y },
          theme,
        });
        const table = tables[0]!;
        const series = numbers.map((one) => ({ x: one, value: one, y: one, beyond: 0 as const, table }));
        createLiveMarks(marks).draw(
          { kind: 'pulls', series: [{ model: 'thm', marks: series }] },
          { area: residuals ?? all, x, theme },
        );
        const range = document.createElement('div');
        createRangeHandles(range, () => {}).place({ area: all, x, ends: [y[0], x[1]] });
        const input = { choice, tables, allTables, theme, ranges: { x, y }, size: element, narrow };
        const first = firstSightMarkup({ ...input, withResiduals });
        for (const markup of [layer.outerHTML, marks.outerHTML, range.outerHTML, first])
          expect(markup).not.toMatch(noNumber);
      }),
      // A residual so large that its place overflows.
      { numRuns: 60, examples: [[{ width: 92, height: 82 }, false, [0, 308], [0, 0], [0, 0, 1e308]]] },
    );
  });

  it('is not handed to Plotly where the margins leave nothing', () => {
    for (const height of [0, 30, 72, 90])
      expect(isDrawable(panels({ width: 400, height }, false, false).spectrum), String(height)).toBe(false);
    const input = mapInput();
    for (const height of [1, 40, 70]) {
      const element = { width: 600, height };
      expect(leavesRoom(element, faceOnFigure(input, 'galaxy', element)), String(height)).toBe(false);
    }
    const element = { width: 600, height: 400 };
    expect(leavesRoom(element, faceOnFigure(input, 'galaxy', element))).toBe(true);
  });
});

describe('the residuals under a spectrum', () => {
  const heights = (height: number) => {
    const { spectrum, residuals, all } = panels({ width: 900, height }, false, true);
    return { spectrum: spectrum.height, residuals: residuals!.height, all: all.height };
  };

  it('give way before the spectrum does', () => {
    for (let height = 420; height < 900; height += 10)
      expect(heights(height).spectrum, String(height)).toBeGreaterThanOrEqual(spectrumKeeps - 1e-9);
    expect(heights(400).residuals).toBeCloseTo(64, 0);
  });

  it('have a quarter of a tall figure, and never overlap', () => {
    expect(heights(772).residuals / heights(772).all).toBeCloseTo(0.24, 10);
    fc.assert(
      fc.property(fc.integer({ min: 73, max: 2000 }), (height) => {
        const { spectrum, residuals, all } = heights(height);
        expect(spectrum).toBeGreaterThan(0);
        expect(spectrum + residuals).toBeLessThan(all);
      }),
    );
  });

  it('lie in Plotly where the live layer has them', () => {
    const size = { width: 900, height: 430 };
    const { spectrum, all } = panels(size, false, true);
    const { layout } = buildFigure({
      choice,
      curves: [],
      tables: [],
      allTables: [],
      ghosts: [],
      residuals: { kind: 'pulls', series: [] },
      zoom: null,
      theme,
      narrow: false,
      touch: false,
      size,
    });
    const [bottom, top] = layout.yaxis?.domain ?? [];
    expect((top! - bottom!) * all.height).toBeCloseTo(spectrum.height, 6);
  });
});

describe('the numbers under an axis', () => {
  it('stand apart where a figure is narrow', () => {
    expect(decadeStep([-0.1, 7.15], 900)).toBe(1);
    expect(decadeStep([-0.1, 7.15], 127)).toBe(2);
    expect(decadeStep([-0.1, 7.15], 0)).toBe(1);
  });
});
