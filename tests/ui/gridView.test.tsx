// @vitest-environment happy-dom
/** "What a grid hides" compares like with like: beside DRAGON's curves ours is of the paper's parameters, unless asked. */
import { readFileSync } from 'node:fs';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseDragonCurves } from '../../src/measurements/dragonCurves';
import { paperExplorer } from '../../src/model/presets';
import type { Variation } from '../../src/state/services/variations';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { GridView } from '../../src/ui/understand/GridView';

/** What the view asks to be solved. */
let wanted: readonly Variation[] = [];
vi.mock('../../src/state/services/variations', () => ({
  useVariations: (all: readonly Variation[]) => {
    wanted = all;
    return new Map();
  },
}));
vi.mock('../../src/state/services/dragon', () => ({
  loadDragonCurves: async () =>
    parseDragonCurves(JSON.parse(readFileSync('public/data/dragon/curves.json', 'utf8'))),
}));
vi.mock('../../src/ui/understand/PlotFigure', () => ({
  PlotFigure: ({ label }: { readonly label: string }) => <div role="img" aria-label={label} />,
}));

let store: ExplorerStore;
beforeEach(async () => {
  store = createExplorerStore();
  await act(async () => {
    render(
      <ExplorerProvider value={store}>
        <GridView />
      </ExplorerProvider>,
    );
  });
});
afterEach(cleanup);

const change = (id: 'Delta' | 'e.alpha1', value: number) =>
  act(() => store.getState().actions.change(id, value));
const solvedDelta = () => wanted.map(({ parameters }) => parameters.Delta);

describe('our curve beside DRAGON’s', () => {
  it('is of the paper’s parameters though the sliders are not, and the view says in what they differ', () => {
    expect(document.body.textContent).toContain('which the sliders have now');
    change('Delta', 0.6);
    expect(new Set(solvedDelta())).toEqual(new Set([paperExplorer.Delta]));
    expect(document.body.textContent).toContain('which differ in Δ.');
    expect(document.body.textContent).toContain('with the paper’s parameters, per cent');
  });

  it('is of the sliders’ values when asked, and then that is said', () => {
    change('Delta', 0.6);
    fireEvent.click(screen.getByRole('radio', { name: 'the sliders’ values' }));
    expect(new Set(solvedDelta())).toEqual(new Set([0.6]));
    expect(document.body.textContent).toContain('it differs from DRAGON’s by them as well as by the grid');
    expect(document.body.textContent).toContain('with the sliders’ values, per cent');
  });

  it('knows of parameters that move no curve shown here nothing', () => {
    change('e.alpha1', 2.5);
    expect(document.body.textContent).toContain('which the sliders have now');
  });

  it('can be made the same by one step, which undo takes back', () => {
    change('Delta', 0.6);
    fireEvent.click(screen.getByRole('button', { name: 'Set the sliders to the paper’s values' }));
    expect(store.getState().parameters).toEqual(paperExplorer);
    expect(screen.queryByRole('radio', { name: 'the sliders’ values' })).toBeNull();
    act(() => store.getState().actions.undo());
    expect(store.getState().parameters.Delta).toBe(0.6);
  });
});
