/** Observables beside protons and electrons in the state: tabs and addresses, what is solved for them, what their figures show. */
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ObservableId } from '../../src/model/observables';
import type { SolveKey } from '../../src/model/propagated';
import { formatFigureCsv } from '../../src/plot/export/figureCsv';
import { plannedRanges } from '../../src/plot/figureState';
import { laneKey } from '../../src/state/laneKeys';
import {
  laneIds,
  laneOf,
  laneSolveKey,
  readTab,
  tabObservables,
  tabOf,
  tabSpecies,
  visibleLanes,
} from '../../src/state/lanes';
import { loadComposition } from '../../src/state/selectors/composition';
import { figureNumbers } from '../../src/state/selectors/figureNumbers';
import { figureState } from '../../src/state/selectors/figureState';
import { shownObservable } from '../../src/state/selectors/shownSpectra';
import { staleCurves } from '../../src/state/selectors/staleCurves';
import { createExplorerStore } from '../../src/state/store';
import { decodeHash } from '../../src/state/texts/hashCodec';
import { decodePlain, encodeHash, paperState } from '../../src/state/texts/plainHash';
import { formatStateFile, parseStateFile } from '../../src/state/texts/stateFile';
import { rangeOf } from '../../src/state/view';
import { fakeJobs, propagated, startCurves } from './fakes';

beforeAll(loadComposition);

function tab(text: string) {
  const read = readTab(text);
  if (read === null) throw new Error(`${text} is no tab`);
  return read;
}

const nuclei = { B10: 0.002, B11: 0.005, C12: 0.02, C13: 0.003 };

/** With solutions of power laws for every lane. */
function solvedStore(text: string) {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setView({ tab: tab(text) });
  for (const [order, lane] of laneIds.entries()) {
    const solve = laneSolveKey[lane];
    const alone = propagated(solve);
    const fluxes = (amounts: Readonly<Record<string, number>>) =>
      Object.fromEntries(
        Object.entries(amounts).map(([id, amount]) => [id, alone.flux.map((flux) => amount * flux)]),
      );
    const amounts = { nuclei, secondaries: { pbar: 1e-4, 'e+': 1e-3, 'secondary e-': 8e-4 } };
    const all = solve === 'p' || solve === 'e-' ? {} : { fluxes: fluxes(amounts[solve]) };
    actions.updateLane(lane, {
      curve: { propagated: { ...alone, ...all }, key: laneKey(lane, store.getState().parameters), order },
    });
  }
  return store;
}

describe('a tab', () => {
  it('is one of three words, or those of one to three observables', () => {
    expect(tabObservables('both')).toEqual(['p', 'e-']);
    expect(tabObservables(tab('b-c,pbar-p'))).toEqual(['B/C', 'pbar/p']);
    expect(tabObservables(tab('protons,b-c,positrons'))).toEqual(['p', 'B/C', 'e+']);
    expect(tabOf(['p', 'e-'])).toBe('both');
    expect(readTab('protons,electrons')).toBe('both');
    for (const none of ['', 'b/c', 'b-c,', 'b-c,b-c', 'b-c,c,o,he', 'both,b-c', 'neutrinos'])
      expect([none, readTab(none)]).toEqual([none, null]);
  });

  it('shows the lanes that its observables rest on, and goes on with the nearest particle', () => {
    expect(visibleLanes('protons')).toEqual(['thm:p', 'cm:p']);
    expect(visibleLanes(tab('b-c'))).toEqual(['thm:nuclei', 'cm:nuclei']);
    expect(visibleLanes(tab('pbar-p'))).toEqual(['thm:p', 'cm:p', 'thm:secondaries', 'cm:secondaries']);
    expect(tabSpecies(tab('b-c'))).toEqual(['p']);
    expect(tabSpecies(tab('positron-fraction'))).toEqual(['e-']);
    expect(tabSpecies(tab('b-c,electrons'))).toEqual(['e-']);
  });
});

describe('an address', () => {
  it.each(['protons', 'electrons', 'both', 'b-c', 'b-c,pbar-p', 'protons,he,be10-be9'])(
    'with tab=%s reads back',
    (text) => {
      const view = { ...paperState.view, tab: tab(text) };
      const hash = encodeHash({ ...paperState, view });
      expect(hash).toBe(text === 'protons' ? '' : `v1&tab=${text}`);
      expect(decodePlain(hash)?.view.tab).toBe(text);
      expect(decodeHash(`#${hash}`).view.tab).toBe(text);
    },
  );

  it('holds zoom and range of an observable under its word', () => {
    const view = {
      ...paperState.view,
      tab: tab('b-c'),
      zoom: { ...paperState.view.zoom, 'B/C': { x: [0, 3] as const, y: [-2, 0] as const } },
      agreementRange: { ...paperState.view.agreementRange, 'B/C': [2, 900] as const },
    };
    const hash = encodeHash({ ...paperState, view });
    expect(hash).toBe('v1&tab=b-c&fit.b-c=2,900&zoom.b-c=0,3,-2,0');
    expect(decodePlain(hash)?.view).toEqual(view);
    const file = formatStateFile({ ...createExplorerStore().getState(), view });
    const opened = parseStateFile(file);
    expect(opened.ok && opened.value.view).toEqual(view);
    expect(JSON.parse(file).view['fit.he']).toBeUndefined();
  });

  it('that names none says what there is', () => {
    const { refused } = decodeHash('#v1&tab=b-c,neutrinos');
    expect(refused[0]).toMatch(/tab can be protons, electrons, both, or up to 3.*b-c.*pbar-p/);
  });
});

describe('what is solved', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    return () => vi.useRealTimers();
  });

  it('is of nuclei and secondaries only what a figure shows, however quiet it is', async () => {
    const store = createExplorerStore();
    const jobs = fakeJobs();
    startCurves(store, jobs);
    const asked = new Set<SolveKey>();
    const answerAll = async () => {
      for (let round = 0; round < 20; round++) {
        for (const call of jobs.calls.splice(0)) {
          asked.add(call.request.species);
          await call.answer();
        }
        vi.advanceTimersByTime(600);
      }
    };
    await answerAll();
    expect([...asked].toSorted()).toEqual(['e-', 'p']);
    store.getState().actions.setView({ tab: tab('b-c') });
    await answerAll();
    expect(asked.has('nuclei')).toBe(true);
    expect(asked.has('secondaries')).toBe(false);
    expect(store.getState().lanes['cm:nuclei'].curve).not.toBeNull();
  });
});

describe('beside the explanations', () => {
  it('the curves that they are of come at once, as those that are shown', () => {
    const begun = (panel: 'spectra' | 'understand') => {
      const store = createExplorerStore();
      store.getState().actions.setView({ tab: tab('b-c'), panel });
      const jobs = fakeJobs();
      startCurves(store, jobs);
      return jobs.calls.map(({ lane }) => lane).toSorted();
    };
    expect(begun('spectra')).toEqual(['cm:nuclei', 'thm:nuclei']);
    expect(begun('understand')).toEqual(['cm:nuclei', 'cm:p', 'thm:nuclei', 'thm:p']);
  });
});

describe('a figure of an observable', () => {
  it('that nobody has measured has axes all the same, once its data are no longer awaited', () => {
    const store = solvedStore('be10-be9');
    const ranges = () => plannedRanges(figureState(store.getState(), 'Be10/Be9', 'light', false));
    expect(ranges()).toBeNull();
    store.getState().actions.setCatalogue({ kind: 'ready', tables: [], nuclei: 'missing' });
    expect(ranges()?.y).toEqual([-2, 0]);
  });

  it('draws what its particles make, the same object for the same state', () => {
    const store = solvedStore('b-c');
    const spectrum = shownObservable(store.getState(), 'thm', 'B/C');
    expect(spectrum?.interstellar[30]).toBeCloseTo(7 / 23, 9);
    expect(shownObservable(store.getState(), 'thm', 'B/C')).toBe(spectrum);
    store.getState().actions.change('e.norm', 2);
    expect(shownObservable(store.getState(), 'thm', 'B/C')).toBe(spectrum);
    store.getState().actions.change('phi.p', 300);
    expect(shownObservable(store.getState(), 'thm', 'B/C')).not.toBe(spectrum);
    const { curves, choice, isComplete } = figureState(store.getState(), 'B/C', 'light', false);
    expect(curves.map(({ id }) => id)).toEqual(['cm', 'thm']);
    expect(choice.power).toBe(0);
    expect(isComplete).toBe(true);
  });

  it('has isotopes at equal rigidity on that axis', () => {
    const store = solvedStore('b-c');
    const at = (abscissa: 'energy' | 'rigidity') => {
      store.getState().actions.setView({ abscissa });
      const { curves } = figureState(store.getState(), 'B/C', 'light', false);
      return curves.at(-1)?.points.y.at(-1) ?? 0;
    };
    expect(at('energy')).toBeCloseTo(7 / 23, 3);
    expect(at('rigidity') / at('energy')).toBeGreaterThan(1.03);
  });

  it('goes with the scale of the protons, and is stale with any of its solves', () => {
    const store = solvedStore('c');
    const flux = () => shownObservable(store.getState(), 'thm', 'C')?.interstellar[30] ?? 0;
    const before = flux();
    store.getState().actions.change('p.norm', 2 * store.getState().parameters['p.norm']);
    expect(flux() / before).toBeCloseTo(2, 9);
    const stale = (id: ObservableId) => Object.fromEntries(staleCurves(store.getState(), id));
    store.getState().actions.updateLane(laneOf('thm', 'nuclei'), { stale: true });
    expect(stale('C')).toEqual({ thm: true, cm: false });
    expect(stale('pbar')).toEqual({ thm: false, cm: false });
  });

  it('has chi2 over a range of its own until a person says otherwise', () => {
    const { view } = createExplorerStore().getState();
    expect(rangeOf(view, 'p')).toEqual([10, 1e6]);
    expect(rangeOf(view, 'B/C')[0]).toBeLessThan(10);
  });

  it('freezes with the curves that are shown', () => {
    const store = solvedStore('b-c');
    store.getState().actions.freeze('now');
    const { ghosts } = figureState(store.getState(), 'B/C', 'light', false);
    expect(ghosts.map(({ model, named }) => [model, named])).toEqual([
      ['cm', false],
      ['thm', true],
    ]);
  });

  it('is saved as numbers, with what they are', () => {
    const store = solvedStore('c,b-c');
    const csv = (id: ObservableId) => formatFigureCsv(figureNumbers(store.getState(), id));
    expect(csv('B/C')).toMatch(/observable: b-c/);
    expect(csv('B/C')).toMatch(/x: kinetic energy per nucleon in GeV\/n; Boron over carbon, a ratio/);
    expect(csv('C')).toMatch(/flux and errors in m\^-2 s\^-1 sr\^-1 \(GeV\/n\)\^-1/);
    expect(csv('C')).toMatch(/THM, nuclei: settled/);
  });
});
