// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { CopyLink } from '../../src/ui/topBar/CopyLink';

const writeText = vi.fn<(text: string) => Promise<void>>();

/** The button beside a field that takes over what is typed when it is left, as a number box does. */
function opened() {
  const store = createExplorerStore();
  render(
    <ExplorerProvider value={store}>
      <input
        aria-label="xi"
        onBlur={(event) => store.getState().actions.change('xi', Number(event.target.value))}
      />
      <CopyLink />
    </ExplorerProvider>,
  );
  return store;
}

beforeEach(() => {
  vi.stubGlobal('navigator', { clipboard: { writeText } });
  // happy-dom has no popovers.
  HTMLElement.prototype.showPopover = vi.fn();
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  writeText.mockReset();
});

test('the link holds what is still being typed', async () => {
  writeText.mockResolvedValue();
  opened();
  const field = screen.getByRole('textbox', { name: 'xi' });
  field.focus();
  fireEvent.change(field, { target: { value: '0.25' } });
  // A tap does not move the focus on every phone: only the click comes.
  fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('Link copied.'));
  expect(writeText).toHaveBeenCalledWith(expect.stringMatching(/#v1&xi=0\.25$/));
});

test('where copying is not allowed the link is shown, selected', async () => {
  writeText.mockRejectedValue(new DOMException('Denied', 'NotAllowedError'));
  const store = opened();
  store.getState().actions.change('xi', 0.2);
  fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  const field = screen.getByLabelText<HTMLInputElement>(/This is the link/);
  await waitFor(() => expect(field.value).toMatch(/#v1&xi=0\.2$/));
  expect(HTMLElement.prototype.showPopover).toHaveBeenCalled();
  expect(field.selectionEnd).toBe(field.value.length);
});

test('without a clipboard too', async () => {
  vi.stubGlobal('navigator', {});
  opened();
  fireEvent.click(screen.getByRole('button', { name: 'Copy link' }));
  await waitFor(() => expect(HTMLElement.prototype.showPopover).toHaveBeenCalled());
});
