import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { ghostTrace, plainText } from '../../src/plot/marks/ghostTrace';
import { marksPath } from '../../src/plot/marks/residuals';
import { palettes } from '../../src/plot/palette';
import { panels } from '../../src/plot/panels';
import { residualMarks, residualScale } from '../../src/plot/residualPanel';
import { figureState } from '../../src/state/selectors/figureState';
import { ghostCurves } from '../../src/state/selectors/ghostCurves';
import { laneSpectrum } from '../../src/state/selectors/spectra';
import { figureTables } from '../../src/state/selectors/tables';
import { readCatalogue } from '../../src/state/services/readCatalogue';
import { createExplorerStore } from '../../src/state/store';
import { propagated } from '../state/fakes';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const spectrum = laneSpectrum('thm:p', propagated('p'), paperExplorer);
const ams = figureTables({ catalogue }, 'p').filter((table) => table.id === 'ams02-2015-p');

const onEnergy = { observable: 'p', abscissa: 'energy' } as const;

describe('the residual panel', () => {
  it('draws a pull at its value, and one beyond the scale at the edge with its value kept', () => {
    const [bottom, top] = residualScale.pulls.ends;
    const marks = residualMarks(spectrum, ams, 'pulls', onEnergy);
    expect(marks).toHaveLength(72);
    for (const mark of marks) {
      if (mark.beyond === 0) expect(mark.y).toBe(mark.value);
      else expect(mark.beyond > 0 ? mark.value > top : mark.value < bottom).toBe(true);
      expect(mark.y).toBeGreaterThanOrEqual(bottom);
      expect(mark.y).toBeLessThanOrEqual(top);
    }
    expect(marks.some((mark) => mark.beyond !== 0)).toBe(true);
  });

  it('lies on the abscissa of the figure', () => {
    const onRigidity = residualMarks(spectrum, ams, 'ratio', { ...onEnergy, abscissa: 'rigidity' }).map(
      (mark) => mark.x,
    );
    for (const [index, x] of onRigidity.entries()) expect(x).toBeCloseTo(ams[0]!.points[index]!.x, 6);
    expect(residualMarks(spectrum, ams, 'ratio', onEnergy)[0]!.x).toBeLessThan(onRigidity[0]!);
  });

  it('is there by itself only where there is room', () => {
    const store = createExplorerStore();
    const kind = (hasRoom: boolean) => figureState(store.getState(), 'p', 'light', hasRoom).residuals?.kind;
    expect([kind(true), kind(false)]).toEqual(['pulls', undefined]);
    store.getState().actions.setView({ residuals: 'ratio' });
    expect(kind(false)).toBe('ratio');
    store.getState().actions.setView({ residuals: 'off' });
    expect(kind(true)).toBeUndefined();
  });

  it('has its live marks where Plotly has them', () => {
    const area = panels({ width: 694, height: 572 }, false, true).residuals!;
    const marks = residualMarks(spectrum, ams, 'ratio', onEnergy).slice(0, 1);
    const path = marksPath('thm', marks, { kind: 'ratio' }, { area, x: [-1, 5] });
    const [x, y] = path.slice(1).split('m')[0]!.split(',').map(Number);
    expect(x).toBeCloseTo(((Math.log10(marks[0]!.x) + 1) / 6) * 600, 0);
    expect(y).toBeCloseTo((1.5 - marks[0]!.y) * area.height, 0);
  });
});

describe('frozen curves in the figure', () => {
  it('are drawn for the models that are shown, with a pattern and a name', () => {
    const store = createExplorerStore();
    const { actions } = store.getState();
    actions.freeze('<i>mine</i>');
    actions.setGhostCurve(store.getState().ghosts[0]!.id, 'thm:p', propagated('p'));
    const choice = { observable: 'p', abscissa: 'energy', power: 2.7 } as const;
    const curves = ghostCurves(store.getState().ghosts, choice, { thm: true, cm: true });
    expect(curves.map((curve) => curve.model)).toEqual(['thm']);
    expect(ghostCurves(store.getState().ghosts, choice, { thm: false, cm: true })).toEqual([]);
    const trace = ghostTrace(curves[0]!, choice, [0, 5], palettes.light) as unknown as {
      text: string[];
      line: { dash: string };
    };
    expect(trace.text.filter((text) => text !== '')).toEqual([plainText('<i>mine</i>')]);
    expect(plainText('<i>')).toBe('&lt;i>');
    expect(trace.line.dash).toMatch(/^\d/);
  });
});
