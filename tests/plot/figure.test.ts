import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { abscissaTitle, axisRanges, ordinateTitle } from '../../src/plot/axes';
import { modelCurves } from '../../src/plot/curves';
import { experimentColour } from '../../src/plot/experimentColours';
import { buildFigure, type FigureInput, figureConfig } from '../../src/plot/figure';
import { markerOf } from '../../src/plot/markers';
import type { AxisChoice } from '../../src/plot/vocabulary';
import { laneSpectrum } from '../../src/state/selectors/spectra';
import { figureTables, visibleTables } from '../../src/state/selectors/tables';
import { readCatalogue } from '../../src/state/services/readCatalogue';
import { standardView } from '../../src/state/view';
import { propagated } from '../state/fakes';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const shown = { catalogue, view: standardView };
const protons: AxisChoice = { observable: 'p', abscissa: 'energy', power: 2.7 };
const electrons: AxisChoice = { observable: 'e-', abscissa: 'energy', power: 3 };

function figure(choice: AxisChoice, other: Partial<FigureInput> = {}) {
  const spectrum = laneSpectrum(
    choice.observable === 'p' ? 'thm:p' : 'thm:e-',
    propagated(choice.observable === 'p' ? 'p' : 'e-'),
    paperExplorer,
  );
  const curves = modelCurves({
    ...choice,
    thm: spectrum,
    cm: spectrum,
    volumes: { thm: null, cm: null },
    interstellar: true,
    analytic: (rigidity) => rigidity ** -2,
  });
  return buildFigure({
    choice,
    curves,
    tables: visibleTables(shown, choice.observable),
    allTables: figureTables(shown, choice.observable),
    ghosts: [],
    residuals: null,
    zoom: null,
    theme: 'light',
    narrow: false,
    touch: false,
    ...other,
  });
}

/** The parts of a trace that a reader of the figure sees. */
function outline(choice: AxisChoice) {
  return figure(choice).data.map((trace) => {
    const { name, mode, line, marker, x } = trace as unknown as {
      name: string;
      mode: string;
      line?: { color: string; dash: string; width: number };
      marker?: { symbol: string; color: string };
      x: number[];
    };
    const style = line ? `${line.color} ${line.dash} ${line.width}` : `${marker?.color} ${marker?.symbol}`;
    return `${name} | ${mode} | ${style} | ${x.length} points`;
  });
}

describe('the figure', () => {
  it('shows the paper’s proton data under both models', () => expect(outline(protons)).toMatchSnapshot());
  it('shows electrons minus positrons by default', () => expect(outline(electrons)).toMatchSnapshot());

  it('has numbers on both axes of a zoom that holds no power of ten, whatever lies under it', () => {
    const zoom = { x: [2.1, 2.9], y: [4.02, 4.3] } as const;
    const { layout } = figure(protons, { zoom, residuals: { kind: 'pulls', series: [] } });
    expect(layout.xaxis?.ticktext).toEqual(['200', '300', '400', '500', '700']);
    expect(layout.yaxis?.ticktext).toEqual(['12000', '14000', '16000', '18000']);
  });

  it('is built fresh each time', () => {
    const first = figure(protons);
    const second = figure(protons);
    expect(first).toEqual(second);
    expect(first.layout.xaxis).not.toBe(second.layout.xaxis);
    expect(first.data[0]).not.toBe(second.data[0]);
  });

  it('draws no error bar where none is published, and total errors elsewhere', () => {
    const ams = figure(protons).data.find((trace) => trace.name?.startsWith('AMS-02 2015')) as unknown as {
      error_y: { array: number[]; arrayminus: number[] };
    };
    expect(ams.error_y.array.every((value) => value > 0)).toBe(true);
    for (const trace of figure(protons).data) {
      const { error_y: errors } = trace as unknown as { error_y?: { array: unknown[] } };
      for (const value of errors?.array ?? []) expect(value).toEqual(expect.any(Number));
    }
  });

  it('names value, errors, experiment, year and DOI on hover', () => {
    const ams = figure(protons).data.find((trace) => trace.name?.startsWith('AMS-02 2015')) as unknown as {
      hovertemplate: string;
      customdata: string[][];
    };
    expect(ams.hovertemplate).toContain('AMS-02 2015');
    expect(ams.hovertemplate).toContain('doi:10.1103/PhysRevLett.114.171103');
    expect(ams.customdata[0]?.[1]).toMatch(/± .* stat, ± .* sys/);
  });

  it('shows the zoom of the state, and the data where there is none', () => {
    const zoomed = figure(protons, { zoom: { x: [1, 2], y: [3, 4] } }).layout;
    expect([zoomed.xaxis?.range, zoomed.yaxis?.range]).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(figure(protons).layout.xaxis?.range).toEqual([-0.1, 7.15]);
    // Plotly keeps a zoom of its own only while these are equal.
    expect(zoomed.xaxis?.uirevision).not.toBe(figure(protons).layout.xaxis?.uirevision);
  });

  it('offers no button that sends anything anywhere', () => {
    const { displaylogo, modeBarButtons, plotlyServerURL } = figureConfig(false, () => undefined);
    expect(displaylogo).toBe(false);
    expect(plotlyServerURL).toBe('');
    const names = (modeBarButtons || [])
      .flat()
      .map((button) => (typeof button === 'string' ? button : button.name));
    expect(names).toEqual(['zoom2d', 'pan2d', 'zoomIn2d', 'zoomOut2d', 'wholeRange']);
  });
});

describe('axes', () => {
  it('always carry their units', () => {
    expect(abscissaTitle({ abscissa: 'energy', observable: 'p' })).toContain('(GeV)');
    expect(abscissaTitle({ abscissa: 'rigidity', observable: 'p' })).toContain('(GV)');
    expect(ordinateTitle(protons)).toContain('(GeV<sup>1.7</sup> m<sup>−2</sup>');
    expect(ordinateTitle({ ...protons, power: 0 })).toContain('(GeV<sup>−1</sup> m<sup>−2</sup>');
    expect(ordinateTitle({ ...protons, power: 2, abscissa: 'rigidity' })).toContain('(GV m<sup>−2</sup>');
    expect(ordinateTitle({ ...protons, observable: 'C' })).toContain('((GeV/n)<sup>1.7</sup> m<sup>−2</sup>');
    expect(ordinateTitle({ observable: 'B/C', abscissa: 'energy', power: 0 })).toBe('B/C');
    // A low figure has room for less.
    expect(ordinateTitle(protons, 125)).not.toContain('m<sup>');
  });

  it('follow the data, never the curves', () => {
    const { x, y } = axisRanges(visibleTables(shown, 'p'), protons);
    expect(x).toEqual([-0.1, 7.15]);
    expect(y[0]).toBeGreaterThan(2);
    expect(y[1]).toBeLessThan(5);
  });

  it('open to the left for interstellar data', () => {
    const voyager = figureTables(shown, 'p').filter((table) => table.experiment === 'Voyager 1');
    expect(axisRanges(voyager, protons).x[0]).toBeLessThan(-2);
  });
});

describe('markers', () => {
  it.each(['p', 'e-'] as const)(
    'tell any two tables of the %s figure apart without colour or by colour',
    (species) => {
      const tables = figureTables(shown, species);
      const looks = tables.map((table) =>
        JSON.stringify([markerOf(table, tables), experimentColour(table.experiment, 'light')]),
      );
      expect(new Set(looks).size).toBe(looks.length);
    },
  );
});
