// @vitest-environment happy-dom
/** The claims of the papers that followed ask for nuclei and secondaries of both models once they are shown, and say what is known. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { followUpClaims } from '../../src/inference/followUpClaims';
import type { SolveKey } from '../../src/model/particles';
import type { Variation } from '../../src/state/services/variations';
import { createExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { showsClaims, standardView } from '../../src/state/view';
import { FollowUps } from '../../src/ui/understand/FollowUps';

let wanted: readonly Variation<SolveKey>[] = [];
vi.mock('../../src/state/services/variations', () => ({
  useVariations: (all: readonly Variation<SolveKey>[]) => {
    wanted = all;
    return new Map();
  },
}));

afterEach(cleanup);

it('asks for both models on the first grid, with the sliders’ values', () => {
  const store = createExplorerStore();
  render(
    <ExplorerProvider value={store}>
      <FollowUps tables={[]} />
    </ExplorerProvider>,
  );
  const keys = ['thm:nuclei', 'thm:secondaries', 'cm:nuclei', 'cm:secondaries'];
  expect(wanted.map(({ key }) => key)).toEqual(keys);
  expect(wanted.map(({ refinement }) => refinement)).toEqual([0, 0, 0, 0]);
  act(() => store.getState().actions.change('Delta', 0.6));
  expect(wanted[0]?.parameters.Delta).toBe(0.6);
  expect(wanted[2]?.parameters.profile).toBe('uniform');
});

it('says where each is claimed, and that nothing is solved yet', () => {
  const store = createExplorerStore();
  render(
    <ExplorerProvider value={store}>
      <FollowUps tables={[]} />
    </ExplorerProvider>,
  );
  const links = screen.getAllByRole('link').map((link) => link.getAttribute('href'));
  expect(links).toEqual(followUpClaims.map(({ arxiv }) => `https://arxiv.org/abs/${arxiv}`));
  expect(screen.getAllByText('Not known')).toHaveLength(followUpClaims.length);
  expect(document.body.textContent).toContain('Their parameters were not found');
});

it('what they need comes with the page of claims, and with no other', () => {
  expect(showsClaims(standardView)).toBe(false);
  expect(showsClaims({ ...standardView, topic: 'paper' })).toBe(false);
  expect(showsClaims({ panel: 'understand', topic: 'paper' })).toBe(true);
});
