// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { createExplorerStore } from '../../src/state/store';
import { ExplorerProvider, useExplorer } from '../../src/state/useExplorer';
import { Notices } from '../../src/ui/notices/Notices';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('a selector that makes a new object each time is asked once for each state, and not for ever', () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const store = createExplorerStore();
  let drawn = 0;
  function Unsettled() {
    const { slope } = useExplorer(({ parameters }) => ({ slope: parameters.delta0 }));
    drawn += 1;
    return <p>{slope}</p>;
  }
  const { container } = render(
    <ExplorerProvider value={store}>
      <Unsettled />
    </ExplorerProvider>,
  );
  expect(drawn).toBe(1);
  act(() => store.getState().actions.change('delta0', 0.3));
  expect(container.textContent).toBe('0.3');
  expect(drawn).toBe(2);
  expect(complaints).not.toHaveBeenCalled();
});

test('a notice of what may go well at another try has a button for it, and goes with it', () => {
  const store = createExplorerStore();
  const { actions } = store.getState();
  actions.notify('problem', 'One that stays.');
  actions.notify('problem', 'The frozen curve could not be solved.', ['A worker was lost.'], true);
  render(
    <ExplorerProvider value={store}>
      <Notices />
    </ExplorerProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  expect(store.getState().retries).toBe(1);
  expect(screen.getByText('One that stays.')).toBeTruthy();
  expect(screen.queryByText(/could not be solved/)).toBeNull();
});
