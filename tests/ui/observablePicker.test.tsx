// @vitest-environment happy-dom
/** The tabs, the button beside them, and the boxes that it opens: what is ticked is what is shown. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { observableIds } from '../../src/model/observables';
import { readTab } from '../../src/state/lanes';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { FigureTabs, panelNaming } from '../../src/ui/figure/FigureTabs';
import { ObservablePicker } from '../../src/ui/figure/ObservablePicker';
import { NearestNote } from '../../src/ui/NearestNote';

let store: ExplorerStore;
beforeEach(() => {
  store = createExplorerStore();
});
afterEach(cleanup);

const shown = () => store.getState().view.tab;

function show(text: string) {
  const tab = readTab(text);
  if (tab === null) throw new Error(`${text} is no tab`);
  act(() => store.getState().actions.setView({ tab }));
}

const draw = (part: React.ReactNode) => render(<ExplorerProvider value={store}>{part}</ExplorerProvider>);
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });

describe('the picker', () => {
  it('offers every observable once, in named groups', () => {
    draw(<ObservablePicker />);
    expect(screen.getAllByRole('checkbox')).toHaveLength(observableIds.length);
    const groups = screen.getAllByRole('group');
    expect(groups.map((group) => group.querySelector('legend')?.textContent)).toEqual([
      'Primaries',
      'Secondaries',
      'Antimatter and electrons',
    ]);
    expect(within(groups[1]!).getByRole('checkbox', { name: /Boron over carbon/ })).toBeDefined();
  });

  it('shows what is ticked, in that order, and takes away what is not', () => {
    draw(<ObservablePicker />);
    expect(box(/^Protons, p/).checked).toBe(true);
    fireEvent.click(box(/Boron over carbon/));
    expect(shown()).toBe('protons,b-c');
    fireEvent.click(box(/^Protons, p/));
    expect(shown()).toBe('b-c');
    fireEvent.click(box(/^Protons, p/));
    expect(shown()).toBe('b-c,protons');
  });

  it('keeps one figure at least, and three at most', () => {
    draw(<ObservablePicker />);
    expect(box(/^Protons, p/).disabled).toBe(true);
    show('b-c,pbar-p,he');
    const open = screen.getAllByRole<HTMLInputElement>('checkbox').filter(({ disabled }) => !disabled);
    expect(open.map(({ checked }) => checked)).toEqual([true, true, true]);
    expect(screen.getByRole('status').textContent).toContain('Three figures of at most 3');
  });
});

describe('the tabs', () => {
  const tabs = () => screen.getAllByRole('tab');
  const more = () => screen.getByRole('button');

  it('stand as they stood, with a button beside them that is no tab', () => {
    draw(<FigureTabs />);
    expect(tabs().map(({ textContent }) => textContent)).toEqual(['Protons', 'Electrons', 'Both']);
    expect(more().textContent).toBe('More');
    expect(more().closest('[role="tablist"]')).toBeNull();
    expect(panelNaming('both')).toEqual({ 'aria-labelledby': 'tab-both' });
  });

  it('are none of them chosen where others are shown, but reached by keyboard', () => {
    draw(<FigureTabs />);
    show('b-c,pbar-p');
    expect(tabs().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['false', 'false', 'false']);
    expect(tabs().map(({ tabIndex }) => tabIndex)).toEqual([0, -1, -1]);
    expect(more().textContent).toBe('B/C +1');
    expect(more().getAttribute('aria-label')).toContain('B/C +1');
    expect(panelNaming(shown())).toEqual({ 'aria-label': 'Boron over carbon, Antiprotons over protons' });
    fireEvent.keyDown(tabs()[0]!, { key: 'ArrowRight' });
    expect(shown()).toBe('electrons');
  });
});

describe('explanations that are of particles only', () => {
  it('say whose they are where other observables are shown', () => {
    const { container } = draw(<NearestNote what="Maps are" />);
    expect(container.textContent).toBe('');
    show('b-c,positrons');
    expect(container.textContent).toBe('Maps are of protons and electrons: of B/C and e⁺ there are none.');
    show('b-c,electrons');
    expect(container.textContent).toBe('Maps are of electrons: of B/C there are none.');
  });
});
