import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { convertTable } from '../../../src/measurements/axes';
import { formatBibtex, publicationReference } from '../../../src/plot/export/bibtex';
import { formatFigureCsv } from '../../../src/plot/export/figureCsv';
import { inMillimetres } from '../../../src/plot/export/figureImage';
import { journalFigure } from '../../../src/plot/export/journalFigure';
import { withResolution } from '../../../src/plot/export/pngResolution';
import { dataBase, paper } from '../../../src/plot/export/references';
import { figureState } from '../../../src/plot/figureState';
import { readCatalogue } from '../../../src/state/catalogue';
import { laneIds, laneSpecies } from '../../../src/state/lanes';
import { laneSpectrum } from '../../../src/state/spectra';
import { createExplorerStore } from '../../../src/state/store';
import { visibleTables } from '../../../src/state/tables';
import { propagated } from '../../state/fakes';
import { rowsOf } from './readCsv';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));
const tables = catalogue.kind === 'ready' ? catalogue.tables : [];

function solved() {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setCatalogue(catalogue);
  for (const [order, lane] of laneIds.entries())
    actions.updateLane(lane, { curve: { propagated: propagated(laneSpecies[lane]), key: '', order } });
  return store;
}

describe('CSV of the figure', () => {
  it('reads back to the same numbers, curves and data', () => {
    const store = solved();
    const rows = rowsOf(formatFigureCsv(store.getState(), 'p'));
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
    const csv = formatFigureCsv(store.getState(), 'p');
    expect(csv).toContain('# parameter: delta0 = 0.25\n');
    expect(csv).toMatch(/# parameter: D0 = 5\.5e\+28 cm/);
    expect(csv).toContain('Jin, Guo & Hu');
    expect(csv).toContain('doi:10.1103/PhysRevLett.114.171103');
    expect(csv).toContain('m^-2 s^-1 sr^-1 GeV^-1');
    expect(csv).toContain('# frozen: a, "b": delta0 = 0.25');
  });

  it('follows the abscissa and never carries the power of the axis', () => {
    const store = solved();
    const flux = () => rowsOf(formatFigureCsv(store.getState(), 'p')).map((row) => row.flux);
    const before = flux();
    store.getState().actions.setView({ scaling: '2' });
    expect(flux()).toEqual(before);
    store.getState().actions.setView({ abscissa: 'rigidity' });
    expect(formatFigureCsv(store.getState(), 'p')).toContain('x: rigidity in GV');
    expect(flux()).not.toEqual(before);
  });
});

describe('BibTeX', () => {
  it('understands the citation of every publication of the catalogue', () => {
    for (const publication of tables.flatMap((table) => table.publications)) {
      const { key, fields } = publicationReference(publication);
      expect(fields, publication.citation).toHaveProperty('journal');
      expect(Reflect.get(fields, 'author')).not.toMatch(/[()]/);
      expect(key).toMatch(/^[\w.+]+$/);
      expect(Reflect.get(fields, 'doi')).toBe(publication.doi);
    }
  });

  it('holds each entry once, with balanced braces, the paper first', () => {
    const text = formatBibtex(tables);
    const keys = [...text.matchAll(/^@article\{([^,]+),$/gm)].map((match) => match[1]);
    expect(keys[0]).toBe(paper.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBe(new Set(tables.flatMap((t) => t.publications.map((one) => one.doi))).size + 2);
    let depth = 0;
    for (const character of text) {
      depth += character === '{' ? 1 : character === '}' ? -1 : 0;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
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
