import { describe, expect, test } from 'vitest';
import { dataFolder, readTables } from '../../../scripts/readTables';
import { withDifferences } from '../../../src/measurements/difference';
import { presets } from '../../../src/model/presets';
import { propagate } from '../../../src/model/propagate';
import { spectrumOf } from '../../../src/model/spectrum';
import { paperFigure, tablesOfPaper } from '../../../src/plot/understand/paperFigures';

const complete = withDifferences(readTables(dataFolder));
if (!complete.ok) throw new Error(complete.reason);
const { tables } = complete.value;

interface Drawn {
  readonly name: string;
  readonly mode: string;
  readonly x: number[];
  readonly y: number[];
}

describe('the figures of the paper', () => {
  test('every table they need is in the catalogue', () => {
    expect(tablesOfPaper(tables, 'p').map(({ experiment }) => experiment)).toEqual(
      expect.arrayContaining(['AMS-02', 'PAMELA', 'ATIC-2', 'CREAM-I', 'KASCADE']),
    );
    expect(tablesOfPaper(tables, 'p')).toHaveLength(7);
    expect(tablesOfPaper(tables, 'e-')).toHaveLength(1);
  });

  test('show both models over the data, within the axes', () => {
    const solved = (model: 'thm' | 'cm') => {
      const { parameters } = presets[model];
      return spectrumOf(propagate({ parameters, species: 'p', tier: 'live' }), parameters);
    };
    const models = { thm: solved('thm'), cm: solved('cm') };
    const { data, layout } = paperFigure({ species: 'p', models, tables, theme: 'light' });
    const traces = data as unknown as Drawn[];
    expect(traces).toHaveLength(9);
    expect(traces.slice(-2).map(({ name }) => name)).toEqual(['Conventional (CM)', 'Two halos (THM)']);
    const [low, high] = layout.yaxis!.range as [number, number];
    for (const { x, y } of traces)
      for (const [i, flux] of y.entries())
        if (x[i]! > 2 && x[i]! < 1e6) {
          expect(Math.log10(flux)).toBeGreaterThan(low);
          expect(Math.log10(flux)).toBeLessThan(high);
        }
  });

  test('stand with data alone', () => {
    const models = { thm: null, cm: null };
    expect(paperFigure({ species: 'e-', models, tables, theme: 'dark' }).data).toHaveLength(1);
  });
});
