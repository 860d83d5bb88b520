// @vitest-environment happy-dom
/** What a person is told of the curves: how good they are, how far off, why there are none, and whether to try again helps. */
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Tier } from '../../src/model/propagated';
import { finestRefinement } from '../../src/model/tiers';
import type { LaneError } from '../../src/state/explorerState';
import { laneKey } from '../../src/state/laneKeys';
import { laneSpecies, type SpeciesLaneId, speciesLaneIds } from '../../src/state/lanes';
import { agreementReport } from '../../src/state/selectors/agreement';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { AgreementTable } from '../../src/ui/figure/AgreementTable';
import { GhostChips } from '../../src/ui/figure/GhostChips';
import { StatusLine } from '../../src/ui/figure/StatusLine';
import { PrintSheet } from '../../src/ui/print/PrintSheet';
import { AccuracyNote } from '../../src/ui/understand/AccuracyNote';
import { propagated } from '../state/fakes';

let store: ExplorerStore;
beforeEach(() => {
  store = createExplorerStore();
});
afterEach(cleanup);

interface Report {
  readonly tier?: Tier;
  readonly errorEstimate?: number;
  readonly refinement?: number;
}

function solve(lane: SpeciesLaneId, { tier = 'settled', ...report }: Report = {}) {
  const { parameters, actions } = store.getState();
  actions.updateLane(lane, {
    curve: {
      propagated: propagated(laneSpecies[lane], tier, 5, report),
      key: laneKey(lane, parameters),
      order: 1,
    },
    error: null,
  });
}
function fail(lane: SpeciesLaneId, error: Partial<LaneError>) {
  const { parameters, actions } = store.getState();
  actions.updateLane(lane, { error: { key: laneKey(lane, parameters), message: 'Why.', ...error } });
}

function status() {
  const { container } = render(
    <ExplorerProvider value={store}>
      <StatusLine />
    </ExplorerProvider>,
  );
  const text = (part: string) => container.querySelector(part)?.textContent;
  return {
    state: container.querySelector('.status')?.getAttribute('data-status'),
    message: text('.status-message'),
    solved: text('.status-solved'),
    isAlert: screen.queryByRole('alert') !== null,
    canRetry: screen.queryByRole('button', { name: 'Retry' }) !== null,
  };
}

describe('the status line', () => {
  beforeEach(() => {
    for (const lane of speciesLaneIds) solve(lane);
  });

  it('of good curves tells within what they are, the worst of those shown', () => {
    solve('cm:p', { errorEstimate: 0.0061 });
    solve('thm:e-', { errorEstimate: 0.2 });
    expect(status()).toMatchObject({ state: 'fresh', message: 'Up to date' });
    expect(screen.getByText(/^within 0.7 % · settled · grid 1 × 1 × 57/)).toBeTruthy();
  });

  it.each([
    ['that will be refined', { errorEstimate: 0.031 }, 'refining', 'Curves off by up to 4 %: refining'],
    [
      'of the finest grid',
      { errorEstimate: 0.031, refinement: finestRefinement },
      'inaccurate',
      'Curves off by up to 4 % on the finest grid',
    ],
    [
      'without an estimate',
      { errorEstimate: Number.NaN },
      'refining',
      'Curves off by an unknown amount: refining',
    ],
    ['of the live tier, as ever', { tier: 'live', errorEstimate: 0.2 }, 'fresh', 'Up to date'],
  ] as const)('of a curve %s', (_, report, state, message) => {
    solve('thm:p', report);
    const told = status();
    expect(told).toMatchObject({ state, message, isAlert: false, canRetry: false });
    if (state !== 'fresh') expect(told.solved).not.toContain('within');
  });

  it('under the hand tells how far off settled curves are, whatever their values', () => {
    solve('thm:p', { errorEstimate: 0.031 });
    const { actions } = store.getState();
    actions.beginDrag('delta0');
    expect(status().message).toBe('Following; off by up to 4 %');
    cleanup();
    actions.change('delta0', 0.3);
    expect(status().message).toBe('Following; off by up to 4 %');
    cleanup();
    solve('thm:p', { errorEstimate: 0.003 });
    expect(status().message).toBe('Following');
  });

  it('of a refused model gives the reason and nothing to retry', () => {
    fail('thm:p', { isRefused: true });
    expect(status()).toMatchObject({
      state: 'refused',
      message: 'Two halos: Why.',
      isAlert: true,
      canRetry: false,
    });
  });

  it('of a failure has its Retry, also beside a refusal', () => {
    fail('thm:p', { isRefused: true });
    fail('cm:p', {});
    expect(status()).toMatchObject({ state: 'error', message: 'Why.', isAlert: true, canRetry: true });
  });
});

describe('elsewhere', () => {
  beforeEach(() => {
    for (const lane of speciesLaneIds) solve(lane);
  });

  const printed = () =>
    render(<PrintSheet state={store.getState()} link="" />).container.querySelector('header')?.textContent;

  it('paper says how good its curves are, or how far off', () => {
    expect(printed()).toContain('Estimated numerical error of the curves: 0.2 %');
    solve('thm:p', { errorEstimate: 0.031, refinement: finestRefinement });
    expect(printed()).toContain('Curves off by up to 4 % on the finest grid.');
    fail('thm:p', { isRefused: true });
    expect(printed()).toMatch(/Two halos: Why\.$/);
  });

  it('χ² of curves that are off says so', () => {
    const shown = () => {
      cleanup();
      return render(<AgreementTable report={agreementReport(store.getState(), 'p')} />).container.textContent;
    };
    expect(shown()).not.toContain('off by');
    solve('cm:p', { errorEstimate: 0.031 });
    expect(shown()).toContain('The curves themselves are off by up to 4 %');
  });

  it('a frozen curve and a view’s solves say so', async () => {
    solve('thm:p', { errorEstimate: 0.031, refinement: finestRefinement });
    store.getState().actions.freeze('rough');
    render(
      <ExplorerProvider value={store}>
        <GhostChips />
      </ExplorerProvider>,
    );
    // happy-dom has no popovers: what the browser tells when it opens one.
    const panel = screen.getByRole('dialog', { name: 'Frozen curves rough', hidden: true });
    act(() => {
      panel.dispatchEvent(Object.assign(new Event('beforetoggle'), { newState: 'open' }));
    });
    expect(document.body.textContent).toContain('These curves are off by up to 4 %.');
    cleanup();
    const good = propagated('p');
    expect(render(<AccuracyNote solved={[good]} />).container.textContent).toBe('');
    const off = propagated('p', 'settled', 5, { errorEstimate: 0.031 });
    expect(render(<AccuracyNote solved={[good, off]} />).container.textContent).toContain('off by up to 4 %');
  });
});
