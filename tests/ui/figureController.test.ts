// @vitest-environment happy-dom
/** Plotly may be missing, throw or refuse: curves stay on the page, it is told once, and tried again without end or haste. */
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import '../../src/plot/dataLayers';
import '../../src/plot/figureDrawing';
import type { FigureProblem } from '../../src/plot/figureDrawing';
import { readCatalogue } from '../../src/state/services/readCatalogue';
import { createExplorerStore } from '../../src/state/store';
import { createFigureController } from '../../src/ui/figure/figureController';
import { propagated } from '../state/fakes';

type Loader = Parameters<typeof createFigureController>[3];
type Plotly = Awaited<ReturnType<Loader>>;

const catalogue = readCatalogue(JSON.parse(readFileSync('public/data/catalogue.json', 'utf8')));

class Observer {
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ResizeObserver', Observer);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const side of ['clientWidth', 'clientHeight'] as const)
    vi.spyOn(HTMLElement.prototype, side, 'get').mockReturnValue(600);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** What the figure asks of Plotly; `draw` may throw. */
function fakePlotly(draw: () => void) {
  const react = vi.fn((element: HTMLElement) => {
    // What a drawing that threw has left would make the next one throw.
    if ('_fullLayout' in element) throw new Error('half a figure is there');
    Object.assign(element, { _fullLayout: {} });
    draw();
    Reflect.deleteProperty(element, '_fullLayout');
    const layout = { xaxis: { range: [0, 3] }, yaxis: { range: [0, 4] } };
    return Promise.resolve(Object.assign(element, { layout, on: vi.fn() }));
  });
  const purge = vi.fn(() => {
    throw new Error('nothing to clear away');
  });
  // The cast: the part of Plotly that a figure calls.
  return { plotly: { react, purge, Plots: { resize: vi.fn() } } as unknown as Plotly, react };
}

async function figure(load: Loader) {
  const host = () => {
    const element = document.body.appendChild(document.createElement('div'));
    // Nothing is laid out here, and a figure without room draws nothing.
    for (const [name, value] of [
      ['clientWidth', 800],
      ['clientHeight', 500],
    ] as const)
      Object.defineProperty(element, name, { value });
    return element;
  };
  const layer = () => document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const hosts = { plot: host(), layer: layer(), residualLayer: layer(), range: host(), frame: host() };
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.setCatalogue(catalogue);
  const problems: (FigureProblem | null)[] = [];
  const view = createFigureController(hosts, store, 'p', load, (problem) => problems.push(problem));
  let order = 0;
  const solve = async () => {
    order += 1;
    for (const lane of ['thm:p', 'cm:p'] as const)
      actions.updateLane(lane, { curve: { propagated: propagated('p'), key: `${lane}${order}`, order } });
    await vi.advanceTimersByTimeAsync(1500);
  };
  await solve();
  const hasCurves = () =>
    hosts.layer.querySelector('path[data-curve="thm"]')?.getAttribute('d')?.startsWith('M');
  return { view, hosts, solve, problems, hasCurves };
}

it('one throw does not freeze the figure: it is drawn again by itself, and follows', async () => {
  let throws = 1;
  const { plotly, react } = fakePlotly(() => {
    throws -= 1;
    if (throws >= 0) throw new Error('Plotly, once');
  });
  const { solve, problems, view, hosts } = await figure(async () => plotly);
  expect(react).toHaveBeenCalledTimes(2);
  expect(hosts.plot.querySelector('.spectrum-first')).toBeNull();
  await solve();
  expect(react).toHaveBeenCalledTimes(3);
  expect(problems.filter((problem) => problem !== null)).toEqual([]);
  view.dispose();
});

it('while it throws, curves and data stay and follow; it is told, and tried at each change only', async () => {
  let throws = true;
  const { plotly, react } = fakePlotly(() => {
    if (throws) throw new Error('Plotly, always');
  });
  const { solve, problems, view, hosts, hasCurves } = await figure(async () => plotly);
  expect(problems.at(-1)).toBe('not drawn');
  expect(hosts.plot.querySelector('.spectrum-first')).not.toBeNull();
  expect(hasCurves()).toBe(true);
  const tried = react.mock.calls.length;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(react).toHaveBeenCalledTimes(tried);
  await solve();
  expect(react).toHaveBeenCalledTimes(tried + 1);
  throws = false;
  await solve();
  expect(problems.at(-1)).toBeNull();
  expect(hosts.plot.querySelector('.spectrum-first')).toBeNull();
  view.dispose();
});

it('a Plotly that does not come is told; curves follow without it until it is asked for again', async () => {
  const { plotly, react } = fakePlotly(() => undefined);
  const load = vi.fn<Loader>().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(plotly);
  const { solve, problems, view, hasCurves } = await figure(load);
  expect(problems).toEqual(['not loaded']);
  await solve();
  expect(load).toHaveBeenCalledTimes(1);
  expect(hasCurves()).toBe(true);
  view.retry();
  await vi.advanceTimersByTimeAsync(1000);
  expect(react).toHaveBeenCalledTimes(1);
  expect(problems.at(-1)).toBeNull();
  view.dispose();
});

it('what is drawn under the curves before Plotly may not come: curves do, and Plotly', async () => {
  vi.doMock('../../src/plot/dataLayers', () => {
    throw new Error('offline');
  });
  // Asked why a part does not come.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  const { plotly, react } = fakePlotly(() => undefined);
  let send: (loaded: Plotly) => void = () => undefined;
  const { view, hosts, hasCurves } = await figure(() => new Promise((resolve) => (send = resolve)));
  expect(hosts.plot.querySelector('.spectrum-first')).toBeNull();
  expect(hasCurves()).toBe(true);
  send(plotly);
  await vi.advanceTimersByTimeAsync(1500);
  expect(react).toHaveBeenCalledTimes(1);
  view.dispose();
  vi.doUnmock('../../src/plot/dataLayers');
});
