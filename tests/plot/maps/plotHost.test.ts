// @vitest-environment happy-dom
/** A figure of maps and explanations whose drawing throws: told, cleared away, tried again with the next. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPlotHost, createTurns } from '../../../src/plot/maps/plotHost';

type Loader = Parameters<typeof createPlotHost>[1];
type Plotly = Awaited<ReturnType<Loader>>;

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

const moment = () => vi.advanceTimersByTimeAsync(100);
const figure = () => ({ data: [], layout: {} });

function host(react: () => Promise<unknown>, load?: Loader) {
  // The cast: the part of Plotly that a host calls.
  const plotly = { react, purge: vi.fn() } as unknown as Plotly;
  const told: boolean[] = [];
  const turns = createTurns();
  const element = document.createElement('div');
  const made = createPlotHost(element, load ?? (async () => plotly), (failed) => told.push(failed), turns);
  return { ...made, told, turns };
}

it('a drawing that throws or rejects does not stop the next', async () => {
  const react = vi
    .fn(async () => undefined as unknown)
    .mockRejectedValueOnce(new Error('rejected'))
    .mockImplementationOnce(() => {
      throw new Error('thrown');
    });
  const { draw, told } = host(react);
  for (const expected of [[true], [true, true], [true, true, false]]) {
    draw(figure);
    await moment();
    expect(told).toEqual(expected);
  }
});

it('a figure that cannot be made takes no turns from the others', async () => {
  const react = vi.fn(async () => undefined as unknown);
  const { draw, told, turns } = host(react);
  const other = vi.fn();
  await moment();
  draw(() => {
    throw new Error('no such figure');
  });
  turns.ask(other);
  await moment();
  expect(told).toEqual([true]);
  expect(other).toHaveBeenCalledTimes(1);
});

it('a Plotly that does not come is asked for again by hand', async () => {
  const react = vi.fn(async () => undefined as unknown);
  const load = vi.fn<Loader>().mockRejectedValueOnce(new Error('gone'));
  // The cast: the part of Plotly that a host calls.
  load.mockResolvedValue({ react, purge: vi.fn() } as unknown as Plotly);
  const { draw, retry, told } = host(react, load);
  draw(figure);
  await moment();
  expect(told).toEqual([true]);
  retry();
  await moment();
  expect(told).toEqual([true, false]);
  expect(react).toHaveBeenCalledTimes(1);
});
