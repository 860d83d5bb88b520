import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { axisRanges, drawnTable } from '../../src/plot/axes';
import { firstSightMarkup } from '../../src/plot/firstSight';
import { figureTables } from '../../src/state/selectors/tables';
import { readCatalogue } from '../../src/state/services/readCatalogue';

const catalogue = readCatalogue(
  JSON.parse(readFileSync(new URL('../../public/data/catalogue.json', import.meta.url), 'utf8')),
);
const allTables = figureTables({ catalogue }, 'p');
const tables = allTables.filter((table) => table.drawByDefault);
const choice = { observable: 'p', abscissa: 'energy', power: 2.7 } as const;
const input = {
  choice,
  tables,
  allTables,
  theme: 'light',
  ranges: axisRanges(tables, choice),
  size: { width: 1000, height: 600 },
  narrow: false,
  withResiduals: true,
} as const;

describe('the figure before Plotly', () => {
  it('has a marker for each published point and an error bar for each table', () => {
    const markup = firstSightMarkup(input);
    const points = tables.reduce((sum, table) => sum + drawnTable(table, choice).points.length, 0);
    expect(points).toBeGreaterThan(100);
    expect(markup.match(/transform="translate\([\d.-]+ [\d.-]+\)"/g)).toHaveLength(points);
    expect(markup.match(/d="M[\d.-]+,[\d.-]+V/g)).toHaveLength(tables.length);
    expect(markup).not.toMatch(/NaN|Infinity|undefined/);
  });

  it('labels each decade in view once', () => {
    const labels = firstSightMarkup(input).match(/font-size="15"/g) ?? [];
    const { x, y } = input.ranges;
    const inView = ([from, to]: readonly [number, number]) => Math.floor(to) - Math.ceil(from) + 1;
    expect(labels).toHaveLength(inView(x) + inView(y));
  });

  it('has numbers on both axes of a zoom that holds no power of ten', () => {
    const markup = firstSightMarkup({ ...input, ranges: { x: [2.1, 2.9], y: [4.02, 4.3] } });
    for (const number of ['200', '500', '12000', '18000']) expect(markup).toContain(`>${number}</text>`);
    expect(firstSightMarkup({ ...input, ranges: { x: [2.1, 2.9], y: [-9.31, -9.3] } })).toContain(
      '>×10<tspan',
    );
  });

  it('draws nothing where there is no room', () => {
    expect(firstSightMarkup({ ...input, size: { width: 0, height: 0 } })).toBe('');
  });
});
