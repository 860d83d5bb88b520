/** The map of sensitivities and its lines. */
import { describe, expect, test } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import {
  colourPlace,
  type SensitivityInput,
  sensitivityLines,
  sensitivityMap,
  sensitivityText,
} from '../../../src/plot/understand/sensitivityFigure';
import { sensitivityGroups } from '../../../src/state/selectors/sensitivities';

const parameters = sensitivityGroups(paperExplorer, 'thm:p')
  .flatMap(({ label, parameters: own }) => own.map((parameter) => ({ parameter, group: label })))
  .filter(({ parameter: { id } }) => ['D0', 'delta0', 'p.norm'].includes(id));

const input: SensitivityInput = {
  rangeGeV: [0.3, 1e7],
  measure: 'd ln Φ / d ln parameter',
  energyGeV: 100,
  theme: 'light',
  sensitivities: {
    energiesGeV: Float64Array.of(1, 100, 1e4),
    rows: [
      { ...parameters[0]!, values: Float64Array.of(-1, 0, 0.5) },
      { ...parameters[1]!, values: null },
      { ...parameters[2]!, values: Float64Array.of(1, 1, Number.NaN) },
    ],
  },
};

describe('the map', () => {
  const { data, layout } = sensitivityMap(input);
  const heat = data[0] as { z: (number | null)[][]; zmin: number; zmax: number; colorscale: unknown[] };

  test('has a colour scale that is symmetric about zero', () => {
    expect(heat.zmin).toBe(-heat.zmax);
    expect(heat.colorscale).toHaveLength(9);
    expect(colourPlace(0)).toBe(0);
    expect(colourPlace(-3)).toBe(-colourPlace(3));
  });

  test('leaves what is not solved or not known empty', () => {
    expect(heat.z[0]).toEqual([-1, 0, 0.5].map(colourPlace));
    expect(heat.z[1]).toEqual([null, null, null]);
    expect(heat.z[2]![2]).toBeNull();
  });

  test('lists the parameters downwards, parts the groups and marks the energy', () => {
    expect(layout.yaxis!.ticktext).toEqual(['D₀', 'δ₀', 'Φ<sub>p</sub>']);
    const [top, bottom] = layout.yaxis!.range as [number, number];
    expect(top).toBeGreaterThan(bottom);
    expect(layout.shapes).toHaveLength(2);
    expect(layout.shapes![0]).toMatchObject({ y0: 1.5, y1: 1.5 });
    expect(layout.shapes![1]).toMatchObject({ x0: 100, x1: 100 });
  });
});

describe('the lines', () => {
  test('are those chosen and solved, on an axis symmetric about zero', () => {
    const { data, layout } = sensitivityLines(input, ['D0', 'delta0']);
    expect(data.map(({ name }) => name)).toEqual(['D₀']);
    const [low, high] = layout.yaxis!.range as [number, number];
    expect(low).toBe(-high);
    expect(high).toBeGreaterThan(1);
  });

  test('none chosen is an empty figure with an axis', () => {
    const { data, layout } = sensitivityLines(input, []);
    expect(data).toEqual([]);
    expect((layout.yaxis!.range as [number, number])[1]).toBeGreaterThan(0);
  });
});

test('a sensitivity in words', () => {
  expect([-1, 0, 0.00001, 0.5, -12.34].map(sensitivityText)).toEqual(['−1.000', '0', '0', '+0.500', '−12.3']);
  expect(sensitivityText(Number.NaN)).toBe('not known');
});
