// @vitest-environment happy-dom
/** The card of a step: what is set already does not do it, and starting over starts over. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lessons } from '../../src/state/lessons/lessons';
import { addressWriter } from '../../src/state/services/addressWriter';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { LessonPanel } from '../../src/ui/lessons/LessonPanel';

let store: ExplorerStore;

/** The panel under an address; the hash keeps it from setting the step up. */
function open(search: string) {
  window.history.replaceState(null, '', `/${search}#v1`);
  addressWriter(window).mend({ search, hash: '#v1' });
  render(
    <ExplorerProvider value={store}>
      <LessonPanel />
    </ExplorerProvider>,
  );
}

const status = () => screen.getByRole('status').textContent;

beforeEach(() => {
  localStorage.clear();
  store = createExplorerStore();
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a step that is met by what is set when it is opened', () => {
  it('is not done until it is done by hand', () => {
    const { actions } = store.getState();
    actions.setView({ panel: 'understand', topic: 'slope' });
    open('?lesson=break-rigidity&step=4');
    expect(status()).not.toContain('Done');
    expect(status()).toContain('What is set meets this already');
    act(() => actions.setView({ tab: 'electrons' }));
    expect(status()).not.toContain('Done');
    fireEvent.click(screen.getByRole('button', { name: 'Set it up' }));
    expect(status()).not.toContain('Done');
    act(() => actions.setView({ panel: 'understand', topic: 'slope' }));
    expect(status()).toContain('Done');
  });
});

describe('starting over', () => {
  it('forgets the number that was typed', () => {
    expect(lessons.find(({ id }) => id === 'break-rigidity')?.steps[0]?.check.kind).toBe('number');
    open('?lesson=break-rigidity&step=1');
    const type = (text: string) => {
      fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
      fireEvent.click(screen.getByRole('button', { name: 'Check' }));
    };
    type('281');
    expect(status()).toContain('Done');
    fireEvent.click(screen.getByRole('button', { name: 'Start over' }));
    expect(status()).toBe('');
    type('200');
    expect(status()).toContain('Not yet');
    type('281');
    expect(status()).toContain('Done');
  });
});
