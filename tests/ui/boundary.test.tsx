// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { Boundary, Panel } from '../../src/ui/Boundary';
import { lazyPart } from '../../src/ui/lazyPart';

const store = createExplorerStore();
const { actions } = store.getState();
const page = (children: ReactNode) =>
  render(
    <ExplorerProvider value={store}>
      <p>The figure</p>
      {children}
    </ExplorerProvider>,
  );

beforeEach(() => {
  // React tells the console what a boundary has caught.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.stubGlobal('fetch', async () => new Response('Not found', { status: 404 }));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

function Table({ rows }: { readonly rows: number }) {
  return <table aria-label={`${rows} rows`} />;
}

/** A part whose import fails as often as `failures` says. */
function part(failures: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= failures)
      throw new TypeError('Failed to fetch dynamically imported module: http://localhost/assets/Table.js');
    return { Table };
  });
  return { load, Lazy: lazyPart(load, ({ Table }) => Table) };
}

it('a part that does not come says so, the rest stays; it comes when asked for again', async () => {
  const { load, Lazy } = part(2);
  page(
    <Panel name="The table" waits="Loading">
      <Lazy rows={3} />
    </Panel>,
  );
  for (const attempt of [1, 2]) {
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The table: This part belongs to an older',
    );
    expect(screen.getByText('The figure')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeTruthy();
    expect(load).toHaveBeenCalledTimes(attempt);
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  }
  expect(await screen.findByRole('table', { name: '3 rows' })).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(3);
});

it('a part that did not come is asked for anew when it is opened anew', async () => {
  const { load, Lazy } = part(1);
  const panel = (
    <Panel name="The table">
      <Lazy rows={3} />
    </Panel>
  );
  const first = page(panel);
  await screen.findByRole('alert');
  first.unmount();
  page(panel);
  expect(await screen.findByRole('table')).toBeTruthy();
  expect(load).toHaveBeenCalledTimes(2);
});

it('what throws is stopped in its place, and comes back when other values are chosen', () => {
  let mayDraw = false;
  function Fragile() {
    if (!mayDraw) throw new Error('a value it cannot draw');
    return <p>Drawn</p>;
  }
  page(
    <Boundary name="The table" place="agreements" as="li">
      <Fragile />
    </Boundary>,
  );
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('The table: stopped by an error. Your parameters are kept.');
  expect(alert.title).toContain('a value it cannot draw');
  expect(alert.parentElement?.tagName).toBe('LI');
  expect(alert.parentElement?.className).toBe('problem agreements');
  act(() => actions.change('delta0', 0.3));
  expect(screen.queryByText('Drawn')).toBeNull();
  mayDraw = true;
  act(() => actions.change('delta0', 0.4));
  expect(screen.getByText('Drawn')).toBeTruthy();
});

it('what nobody asked for fails without a word', () => {
  function Broken(): ReactNode {
    throw new Error('broken');
  }
  page(
    <Boundary name="Updates" quiet>
      <Broken />
    </Boundary>,
  );
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByText('The figure')).toBeTruthy();
});
