import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { readCatalogue } from '../../src/state/catalogue';
import { formatStateFile, parseStateFile } from '../../src/state/stateFile';
import { createExplorerStore } from '../../src/state/store';

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
    fitRange: { p: [45, 1e5], 'e-': [20, 300] },
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
    expect(edited(set(['parameters', 'what'], 1))).toContain('what');
    expect(edited(set(['view', 'tab'], 'none'))).toContain('view.tab: can be protons, electrons, both');
    expect(edited(set(['ghosts', '0', 'name'], ''))).toContain('ghosts.0.name');
    expect(edited(() => undefined)).toBe('accepted');
  });
});
