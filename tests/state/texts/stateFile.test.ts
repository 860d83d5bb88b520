import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../../src/model/presets';
import { readCatalogue } from '../../../src/state/services/readCatalogue';
import { createExplorerStore } from '../../../src/state/store';
import { formatStateFile, parseStateFile, readStateFile } from '../../../src/state/texts/stateFile';

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));

function changed() {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setCatalogue(catalogue);
  actions.change('delta0', 0.123456789);
  actions.freeze('with "quotes", and commas');
  actions.change('profile', 'step');
  actions.freeze('second');
  actions.setView({
    tab: 'both',
    residuals: 'ratio',
    cm: false,
    agreementRange: { p: [45, 1e5], 'e-': [20, 300] },
  });
  actions.setTableVisible('dampe-2019-p', true);
  return store;
}

describe('a state file', () => {
  it('brings back parameters, view and frozen curves', () => {
    const store = changed();
    const { parameters, view, ghosts } = store.getState();
    const parsed = parseStateFile(formatStateFile(store.getState()));
    if (!parsed.ok) throw new Error(parsed.reason);
    expect(parsed.value.parameters).toEqual(parameters);
    expect(parsed.value.view).toEqual(view);
    const named = ghosts.map(({ name, parameters: own }) => ({ name, parameters: own }));
    expect(parsed.value.ghosts).toEqual(named);
    const other = createExplorerStore();
    other.getState().actions.open(parsed.value);
    expect(other.getState().parameters).toEqual(parameters);
    expect(other.getState().ghosts.map((ghost) => ghost.name)).toEqual(named.map((one) => one.name));
    other.getState().actions.undo();
    expect(other.getState().parameters).toEqual(paperExplorer);
  });

  it('names the DOIs of the data that are shown', () => {
    const { data } = JSON.parse(formatStateFile(changed().getState()));
    expect(data).toContainEqual({ id: 'ams02-2015-p', doi: ['10.1103/PhysRevLett.114.171103'] });
    expect(data.map((one: { id: string }) => one.id)).toContain('dampe-2019-p');
  });

  const edited = (edit: (file: Record<string, never>) => void) => {
    const file = JSON.parse(formatStateFile(changed().getState()));
    edit(file);
    const parsed = parseStateFile(JSON.stringify(file));
    return parsed.ok ? 'accepted' : parsed.reason;
  };

  it('is refused with the field and what it can be', () => {
    expect(parseStateFile('no json')).toEqual({
      ok: false,
      reason: 'It is not a state file of the Two-Halo Explorer.',
    });
    const set = (path: readonly string[], value: unknown) => (file: Record<string, never>) => {
      const last = path.at(-1) ?? '';
      const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), file);
      Reflect.set(Object(parent), last, value);
    };
    expect(edited(set(['version'], 9))).toContain('version 9; this page reads version 1');
    expect(edited(set(['parameters', 'xi'], 7))).toMatch(/parameters\.xi: can be 0\.\d+ to 0\.\d+/);
    expect(edited(set(['parameters', 'profile'], 'flat'))).toContain('smooth, step or uniform');
    expect(edited(set(['parameters', 'what'], 1))).toBe('parameters.what: is not known here.');
    expect(edited(set(['view', 'tab'], 'none'))).toContain('view.tab: can be protons, electrons, both');
    expect(edited(set(['ghosts', '0', 'name'], ''))).toContain('ghosts.0.name');
    expect(edited(() => undefined)).toBe('accepted');
  });
});

describe('a state file as people have it', () => {
  const text = formatStateFile(changed().getState());
  const windowsText = text.replaceAll('\n', '\r\n');
  const utf16 = (of: string, bigEndian: boolean) => {
    const view = new DataView(new ArrayBuffer(2 * of.length));
    for (let at = 0; at < of.length; at++) view.setUint16(2 * at, of.charCodeAt(at), !bigEndian);
    return view.buffer;
  };
  const reasonOf = async (parts: BlobPart[]) => {
    const read = await readStateFile(new Blob(parts));
    return read.ok ? 'read' : read.reason;
  };

  it.each([
    ['UTF-8', [text]],
    ['UTF-8 with a byte order mark', ['\ufeff', text]],
    ['lines of Windows', [windowsText]],
    ['UTF-16, little end first, with its mark', [utf16(`\ufeff${windowsText}`, false)]],
    ['UTF-16, big end first, with its mark', [utf16(`\ufeff${text}`, true)]],
    ['UTF-16 without a mark', [utf16(text, false)]],
    ['UTF-16 without a mark, big end first', [utf16(text, true)]],
  ])('is read from %s', async (_, parts) => {
    const { parameters, ghosts } = changed().getState();
    const read = await readStateFile(new Blob(parts));
    if (!read.ok) throw new Error(read.reason);
    expect(read.value.parameters).toEqual(parameters);
    expect(read.value.ghosts.map((ghost) => ghost.name)).toEqual(ghosts.map((ghost) => ghost.name));
  });

  it('is refused in words when it is empty, too large, no text, no JSON, another file, or gone', async () => {
    expect(await reasonOf([])).toBe('It is empty.');
    expect(await reasonOf(['\ufeff \r\n'])).toBe('It is empty.');
    expect(await reasonOf([new Uint8Array(1_200_000)])).toBe('It has 1.2 MB; a state file has 1 MB at most.');
    for (const bytes of [
      [0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13],
      [0xff, 0xd8, 0xff],
      [0, 0, 0, 0],
      [0xff, 0xfe, 0x41],
    ])
      expect(await reasonOf([new Uint8Array(bytes)])).toMatch(/^It is not text/);
    for (const other of ['{"format":', '[1,2]', 'null', '{}', '<html></html>', text.slice(0, -20)])
      expect(await reasonOf([other])).toBe('It is not a state file of the Two-Halo Explorer.');
    const gone = Object.assign(new Blob(['{}']), { arrayBuffer: () => Promise.reject(new Error('gone')) });
    expect(await readStateFile(gone)).toMatchObject({
      ok: false,
      reason: expect.stringContaining('could not read it'),
    });
  });

  it('has names that can be drawn, whatever its names hold', () => {
    const named = (name: string) => {
      const file = JSON.parse(text);
      file.ghosts[0].name = name;
      return parseStateFile(JSON.stringify(file));
    };
    const read = named('nul\0 half\ud800 \u202eturned\u2028line');
    expect(read.ok && read.value.ghosts[0]?.name).toBe('nul half turned line');
    expect(named('\0')).toMatchObject({
      ok: false,
      reason: expect.stringContaining('name: must hold a character'),
    });
    expect(named('x'.repeat(41))).toMatchObject({
      ok: false,
      reason: expect.stringContaining('40 characters at most'),
    });
  });
});
