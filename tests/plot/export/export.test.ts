import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertTable } from '../../../src/measurements/axes';
import { parseCatalogue } from '../../../src/measurements/catalogue';
import type { SpeciesKey } from '../../../src/model/particles';
import { formatBibtex, publicationReference } from '../../../src/plot/export/bibtex';
import { formatFigureCsv } from '../../../src/plot/export/figureCsv';
import { inMillimetres } from '../../../src/plot/export/figureImage';
import { journalFigure } from '../../../src/plot/export/journalFigure';
import { withResolution } from '../../../src/plot/export/pngResolution';
import { dataBase, paper } from '../../../src/plot/export/references';
import { smoothCurve } from '../../../src/plot/export/smoothCurve';
import { titleOf } from '../../../src/plot/export/titles';
import type { AxisRanges } from '../../../src/plot/vocabulary';
import type { ExplorerState } from '../../../src/state/explorerState';
import { laneKey } from '../../../src/state/laneKeys';
import { laneSpecies, speciesLaneIds } from '../../../src/state/lanes';
import { figureNumbers } from '../../../src/state/selectors/figureNumbers';
import { figureState } from '../../../src/state/selectors/figureState';
import { laneSpectrum } from '../../../src/state/selectors/spectra';
import { visibleTables } from '../../../src/state/selectors/tables';
import { readCatalogue } from '../../../src/state/services/readCatalogue';
import { createExplorerStore } from '../../../src/state/store';
import { propagated } from '../../state/fakes';
import { recordsOf } from '../../text/readRecords';
import { rowsOf } from './readCsv';

function csvOf(state: ExplorerState, species: SpeciesKey): string {
  return formatFigureCsv(figureNumbers(state, species));
}

interface DrawnLine {
  readonly uid: string;
  readonly name: string;
  readonly showlegend: boolean;
  readonly x: readonly number[];
  readonly text: readonly string[] | undefined;
  readonly line: { readonly width: number; readonly simplify: boolean };
}

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const tables = catalogue.kind === 'ready' ? catalogue.tables : [];
const nuclei = parseCatalogue(JSON.parse(readFileSync('public/data/catalogue-nuclei.json', 'utf8')));
const everyTable = [...tables, ...(nuclei.ok ? nuclei.value.tables : [])];

function solved() {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setCatalogue(catalogue);
  for (const [order, lane] of speciesLaneIds.entries())
    actions.updateLane(lane, {
      curve: {
        propagated: propagated(laneSpecies[lane]),
        key: laneKey(lane, store.getState().parameters),
        order,
      },
    });
  return store;
}

describe('CSV of the figure', () => {
  it('says how far off its curves and the frozen ones may be', () => {
    const store = solved();
    const { actions } = store.getState();
    actions.freeze('before');
    const { curve } = store.getState().lanes['cm:p'];
    if (curve === null) throw new Error('not solved');
    const rough = propagated('p', 'settled', 5, { errorEstimate: 0.031, refinement: 3 });
    actions.updateLane('cm:p', { curve: { ...curve, propagated: rough } });
    const csv = csvOf(store.getState(), 'p');
    expect(csv).toMatch(/THM: settled, grid .*, residual .*, estimated error 0\.2 %/);
    expect(csv).toMatch(/CM: settled, grid .*, residual .*, estimated error 4 %/);
    expect(csv).toMatch(/frozen: before: .*; estimated error: THM 0\.2 %, CM 0\.2 %/);
  });

  it('reads back to the same numbers, curves and data', () => {
    const store = solved();
    const rows = rowsOf(csvOf(store.getState(), 'p'));
    const spectrum = laneSpectrum('thm:p', propagated('p'), store.getState().parameters);
    const thm = rows.filter((row) => row.name === 'Two halos (THM)');
    expect(thm.map((row) => Number(row.flux))).toEqual([...spectrum.modulated]);
    expect(thm.map((row) => Number(row.x))).toEqual([...spectrum.kineticEnergyGeV]);
    for (const table of visibleTables(store.getState(), 'p')) {
      const points = convertTable(table, 'EK').points;
      const own = rows.filter((row) => row.name === table.id);
      expect(own.map((row) => [Number(row.x), Number(row.flux)])).toEqual(
        points.map((point) => [point.x, point.y]),
      );
      expect(own.map((row) => (row.sys_high === '' ? null : Number(row.sys_high)))).toEqual(
        points.map((point) => point.sysHigh),
      );
    }
  });

  it('says what made it: every parameter, units, citations and DOIs', () => {
    const store = solved();
    store.getState().actions.change('delta0', 0.25);
    store.getState().actions.freeze('a, "b"');
    const csv = csvOf(store.getState(), 'p');
    expect(csv).toContain('# parameter: delta0 = 0.25\n');
    expect(csv).toMatch(/# parameter: D0 = 5\.5e\+28 cm/);
    expect(csv).toContain('Jin, Guo & Hu');
    expect(csv).toContain('doi:10.1103/PhysRevLett.114.171103');
    expect(csv).toContain('m^-2 s^-1 sr^-1 GeV^-1');
    expect(csv).toContain('# frozen: a, "b": delta0 = 0.25');
  });

  it('is ASCII by itself; with a name in other letters it says that it is UTF-8', () => {
    const store = solved();
    for (const species of ['p', 'e-'] as const)
      expect(csvOf(store.getState(), species)).toMatch(/^# \p{ASCII}*$/u);
    store.getState().actions.freeze('größer');
    expect(csvOf(store.getState(), 'p').startsWith('\ufeff# Two-Halo Explorer')).toBe(true);
    expect(rowsOf(csvOf(store.getState(), 'p')).map((row) => row.name)).toContain('größer (THM)');
  });

  it('gives a spreadsheet no formula by the name of a frozen curve', () => {
    for (const name of [
      '=1+1',
      '-10 % D0',
      '@SUM(A1)',
      '+cmd|" /C calc"!A0',
      '\t=1',
      'a\n=1',
      'a;=1',
      'x,"=1',
    ]) {
      const store = solved();
      store.getState().actions.freeze(name);
      const csv = csvOf(store.getState(), 'p');
      expect(rowsOf(csv).filter((row) => row.kind === 'frozen').length).toBeGreaterThan(0);
      for (const separator of [',', ';'])
        for (const cell of recordsOf(csv, separator).flat())
          if (!Number.isFinite(Number(cell))) expect(cell, name).not.toMatch(/^[\s"]*[=+\-@]/);
    }
  });

  it('follows the abscissa and never carries the power of the axis', () => {
    const store = solved();
    const flux = () => rowsOf(csvOf(store.getState(), 'p')).map((row) => row.flux);
    const before = flux();
    store.getState().actions.setView({ scaling: '2' });
    expect(flux()).toEqual(before);
    store.getState().actions.setView({ abscissa: 'rigidity' });
    expect(csvOf(store.getState(), 'p')).toContain('x: rigidity in GV');
    expect(flux()).not.toEqual(before);
  });
});

describe('BibTeX', () => {
  it('understands the citation of every publication of the catalogue', () => {
    for (const publication of everyTable.flatMap((table) => table.publications)) {
      const { key, fields } = publicationReference(publication);
      expect(fields, publication.citation).toHaveProperty('journal');
      expect(Reflect.get(fields, 'author')).not.toMatch(/[()]/);
      expect(key).toMatch(/^[\w.+]+$/);
      expect(Reflect.get(fields, 'doi')).toBe(publication.doi);
    }
  });

  it('holds each entry once, with balanced braces, the paper first', () => {
    const text = formatBibtex(everyTable);
    const keys = [...text.matchAll(/^@article\{([^,]+),$/gm)].map((match) => match[1]);
    expect(keys[0]).toBe(paper.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(
      new Set(everyTable.flatMap((t) => t.publications.map((one) => one.doi))).size + 2,
    );
    let depth = 0;
    for (const character of text) {
      depth += character === '{' ? 1 : character === '}' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
  });

  it('gives every entry its title, as published, with its capitals kept', () => {
    const text = formatBibtex(everyTable);
    expect(text).toMatch(/^\p{ASCII}*$/u);
    const entries = text.split('@article').slice(1);
    expect(entries.length).toBeGreaterThanOrEqual(36);
    for (const entry of entries) expect(entry).toMatch(/^ {2}title = \{\{[^\n]{20,}\}\},$/m);
    for (const { doi } of everyTable.flatMap((table) => table.publications)) {
      const title = titleOf(doi) ?? '';
      expect(title, doi).toBe(title.trim());
      expect(title.length, doi).toBeGreaterThan(20);
    }
    expect(text).toContain('title = {{Precision Measurement of the (e$^{+}$ + e$^{-}$) Flux in Primary');
    expect(text).toContain('Part II --- Results from the First Seven Years}}');
    expect(text).toContain('author = {{AMS Collaboration}}');
  });

  it('has no title for what it does not know, and makes none up', () => {
    const fields = publicationReference({
      citation: 'Nobody et al., A&A 1, 2 (2015)',
      doi: '10.1/unknown',
      bibcode: '2015A&A....24....1A',
    }).fields;
    expect(fields).not.toHaveProperty('title');
    expect(fields).toMatchObject({ journal: 'A\\&A', author: 'Nobody and others' });
    expect(titleOf('constructor')).toBeUndefined();
  });

  it('reads both forms in which a group and its authors are written', () => {
    const fields = (citation: string) =>
      publicationReference({ citation, doi: '10.1/x', bibcode: '2005A&A....24....1A' }).fields;
    expect(fields('KASCADE Collaboration (Antoni et al.), Astropart. Phys. 24, 1 (2005)')).toMatchObject({
      author: 'Antoni and others',
      collaboration: 'KASCADE',
      journal: 'Astropart. Phys.',
      volume: '24',
      pages: '1',
      year: '2005',
    });
    expect(fields('Choi et al. (ISS-CREAM), ApJ 940, 107 (2022)')).toMatchObject({
      author: 'Choi and others',
      collaboration: 'ISS-CREAM',
    });
    expect(fields('AMS Collaboration, Phys. Rep. 894, 1 (2021)')).toMatchObject({
      author: '{AMS Collaboration}',
    });
  });

  it('cites the same papers as CITATION.cff', () => {
    const citation = readFileSync('CITATION.cff', 'utf8');
    for (const { fields } of [paper, dataBase]) expect(citation).toContain(Reflect.get(fields, 'doi'));
  });
});

describe('journal figures', () => {
  it.each([85, 174] as const)('of %i mm have type of 7 to 8 points and their legend', (millimetres) => {
    const state = figureState(solved().getState(), 'p', 'dark', true);
    const { layout, width, height } = journalFigure(state, millimetres);
    expect(width).toBeCloseTo((millimetres / 25.4) * 96, 6);
    const points = (pixels: number | undefined) => ((pixels ?? 0) * 72) / 96;
    expect(points(layout.xaxis?.tickfont?.size)).toBeCloseTo(7);
    expect(points(layout.legend?.font?.size)).toBeGreaterThanOrEqual(6.5);
    expect(layout.showlegend).toBe(true);
    expect(layout.paper_bgcolor).toBe('#ffffff');
    expect(height).toBeGreaterThan(0.5 * width);
  });

  const lines = (traces: readonly object[]) =>
    // The cast: what Plotly calls a line, of whichever trace.
    (traces as readonly DrawnLine[]).filter((trace) => /^(curve|ghost)-/.test(trace.uid));

  it.each([85, 174] as const)(
    'of %i mm name a frozen curve once and draw it with 0.75 points',
    (millimetres) => {
      const store = solved();
      for (const name of ['before', 'after']) store.getState().actions.freeze(name);
      const { data } = journalFigure(figureState(store.getState(), 'p', 'dark', false), millimetres);
      const ghosts = lines(data).filter((trace) => trace.uid.startsWith('ghost-'));
      // Their conventional curves are the present one again, and would fill the gaps of its dashes.
      expect(ghosts.map((trace) => trace.uid)).toEqual(['ghost-thm-0', 'ghost-thm-1']);
      const named = ghosts.filter((trace) => trace.showlegend);
      expect(named.map((trace) => trace.name)).toEqual(['before (frozen)', 'after (frozen)']);
      for (const { text, line } of ghosts) {
        expect(text ?? []).toEqual([]);
        expect((line.width * 72) / 96).toBeGreaterThanOrEqual(0.75);
      }
      const frozenLines = () =>
        lines(journalFigure(figureState(store.getState(), 'p', 'dark', false), millimetres).data)
          .filter((trace) => trace.uid.startsWith('ghost-'))
          .map((trace) => [trace.uid, trace.showlegend]);
      store.getState().actions.change('cm.p.norm', 2 * store.getState().parameters['cm.p.norm']);
      expect(frozenLines()).toEqual([
        ['ghost-cm-0', false],
        ['ghost-thm-0', true],
        ['ghost-thm-1', true],
      ]);
      store.getState().actions.setView({ thm: false });
      expect(frozenLines()).toEqual([
        ['ghost-cm-0', true],
        ['ghost-cm-1', true],
      ]);
    },
  );

  it('have curves without corners, also where a decade is as wide as the figure', () => {
    const store = solved();
    const drawnAt = (zoom: AxisRanges | null) => {
      store.getState().actions.setView({ zoom: { p: zoom, 'e-': null } });
      return journalFigure(figureState(store.getState(), 'p', 'light', false), 85);
    };
    for (const zoom of [
      null,
      { x: [2, 3], y: [3.5, 4.5] } as const,
      { x: [2.1, 2.4], y: [4, 4.1] } as const,
    ]) {
      const { data, layout, width } = drawnAt(zoom);
      const [left, right] = layout.xaxis?.range ?? [];
      for (const { x, line } of lines(data)) {
        expect(line.simplify).toBe(false);
        const pieces = x.slice(1).map((at, index) => (width * Math.log10(at / x[index]!)) / (right - left));
        expect(Math.max(...pieces)).toBeLessThanOrEqual(1.001);
      }
    }
  });

  it('draw between the points of a solution what a smooth curve has there, and the points themselves', () => {
    const x = Array.from({ length: 60 }, (_, index) => 10 ** (index / 20));
    const flux = (energy: number) => energy ** -2.7 * (1 + (energy / 100) ** 2) ** 0.2;
    const smooth = smoothCurve({ x, y: x.map(flux) }, 5);
    expect(smooth.x.filter((_, index) => index % 5 === 0)).toEqual(x);
    smooth.x.forEach((at, index) => {
      expect(Math.abs((smooth.y[index] ?? 0) / flux(at) - 1)).toBeLessThan(1e-5);
    });
    expect(smoothCurve({ x: [1, 2], y: [1, 2] }, 5)).toEqual({ x: [1, 2], y: [1, 2] });
  });

  it('have numbers on both axes of a zoom that holds no power of ten', () => {
    const store = solved();
    const zoom = { p: { x: [2.1, 2.9], y: [4.02, 4.3] }, 'e-': null } as const;
    store.getState().actions.setView({ zoom });
    for (const millimetres of [85, 174] as const) {
      const { layout } = journalFigure(figureState(store.getState(), 'p', 'dark', true), millimetres);
      expect(layout.xaxis?.ticktext).toContain('200');
      expect(layout.yaxis?.ticktext).toContain('14000');
    }
  });

  it('have their size in millimetres', () => {
    const figure = { data: [], layout: {}, width: 321.26, height: 200 };
    const svg = inMillimetres(
      '<svg class="main-svg" width="321" height="200" viewBox="0 0 1 1"><g width="2"/></svg>',
      figure,
      85,
    );
    expect(svg).toContain('width="85mm" height="52.92mm" viewBox="0 0 321.26 200.00"');
    expect(svg).toContain('<g width="2"/>');
  });

  it('PNG carry their resolution with a sound checksum', () => {
    // The smallest PNG: one transparent pixel.
    const png = Uint8Array.from(
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    const view = new DataView(withResolution(png, 23622).buffer);
    expect(String.fromCharCode(...new Uint8Array(view.buffer, 37, 4))).toBe('pHYs');
    expect(view.getUint32(41)).toBe(23622);
    // CRC-32 of "pHYs", 23622, 23622, 1, by another implementation (zlib).
    expect(view.getUint32(50).toString(16)).toBe('14944341');
    expect(view.byteLength).toBe(png.length + 21);
  });
});
