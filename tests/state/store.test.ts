import { describe, expect, it } from 'vitest';
import { paperExplorer } from '../../src/model/presets';
import { parameterReach } from '../../src/state/selectors/parameterReach';
import { createExplorerStore } from '../../src/state/store';

function opened() {
  const store = createExplorerStore();
  return { store, actions: store.getState().actions, delta: () => store.getState().parameters.delta0 };
}

describe('history', () => {
  it('a drag is one step', () => {
    const { store, actions, delta } = opened();
    actions.beginDrag('delta0');
    for (const value of [0.2, 0.25, 0.3]) actions.change('delta0', value);
    actions.endDrag();
    expect(store.getState().history.past).toHaveLength(1);
    actions.undo();
    expect(delta()).toBe(0.19);
    actions.redo();
    expect(delta()).toBe(0.3);
  });

  it('a drag that ends where it began is no step', () => {
    const { store, actions } = opened();
    actions.beginDrag('delta0');
    actions.change('delta0', 0.2);
    actions.change('delta0', 0.19);
    actions.endDrag();
    expect(store.getState().history.past).toHaveLength(0);
  });

  it('a typed value and a reset are one step each, and a new step forgets what was undone', () => {
    const { store, actions, delta } = opened();
    actions.change('delta0', 0.4);
    actions.apply(paperExplorer);
    expect(store.getState().history.past).toHaveLength(2);
    actions.undo();
    expect(delta()).toBe(0.4);
    actions.change('delta0', 0.5);
    actions.redo();
    expect(delta()).toBe(0.5);
  });

  it('undo with nothing to undo changes nothing', () => {
    const { store, actions } = opened();
    actions.undo();
    actions.redo();
    expect(store.getState().parameters).toBe(paperExplorer);
  });
});

describe('which curves a parameter moves', () => {
  const reach = parameterReach(paperExplorer);

  it('follows the physics of each lane', () => {
    expect(reach.D0).toHaveLength(4);
    expect(reach.delta0).toEqual(['thm:p', 'thm:e-']);
    expect(reach['cm.delta']).toEqual(['cm:p', 'cm:e-']);
    expect(reach['p.norm']).toEqual(['thm:p']);
    expect(reach['cm.e.norm']).toEqual(['cm:e-']);
    expect(reach['phi.e']).toEqual(['thm:e-', 'cm:e-']);
    expect(reach.synchrotron).toEqual(['thm:e-', 'cm:e-']);
    expect(reach.fragmentation).toEqual(['thm:p', 'cm:p']);
  });

  it('is nothing for a parameter that other choices make idle', () => {
    expect(reach['p.alpha2']).toEqual([]);
    expect(parameterReach({ ...paperExplorer, 'p.secondBreak': 'on' })['p.alpha2']).toEqual([
      'thm:p',
      'cm:p',
    ]);
    expect(parameterReach({ ...paperExplorer, profile: 'uniform' }).Delta).toEqual([]);
    expect(parameterReach({ ...paperExplorer, reacceleration: 'off' }).vA).toEqual([]);
    const arms = { ...paperExplorer, sources: 'arms' } as const;
    expect(parameterReach({ ...arms, armContrast: 0 }).armWidth).toEqual([]);
    expect(parameterReach(arms).armWidth).not.toEqual([]);
  });
});
