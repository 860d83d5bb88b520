/** Whatever hands do to sliders, each completed gesture is one undo step, and one that is taken back leaves no trace. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExplorerParameterId } from '../../src/model/parameters/values';
import { paperExplorer } from '../../src/model/presets';
import type { Hand } from '../../src/state/drag';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';

const first: Hand = 'pointer 1';
const second: Hand = 'pointer 2';

function opened() {
  const store = createExplorerStore();
  const { actions } = store.getState();
  return {
    store,
    actions,
    past: () => store.getState().history.past,
    now: () => store.getState().parameters,
  };
}

describe('one hand after another', () => {
  it('gives one step each, though the first slider loses the focus after the second is taken', () => {
    const { store, actions, past } = opened();
    actions.beginDrag('delta0', first);
    for (const value of [0.2, 0.3]) actions.change('delta0', value, first);
    actions.endDrag(first);
    actions.beginDrag('D0', first);
    // The blur of the first.
    actions.endDrag('keys');
    for (const value of [6e28, 7e28, 8e28]) actions.change('D0', value, first);
    expect(store.getState().drag).not.toBeNull();
    actions.endDrag(first);
    expect(past()).toHaveLength(2);
    expect(store.getState().drag).toBeNull();
  });

  it('a hand that takes another slider has done with what it held', () => {
    const { actions, past, now } = opened();
    actions.beginDrag('delta0', first);
    actions.change('delta0', 0.3, first);
    actions.beginDrag('D0', first);
    actions.change('delta0', 0.5, first);
    actions.change('D0', 7e28, first);
    actions.endDrag(first);
    expect(past()).toHaveLength(2);
    expect(now()).toMatchObject({ delta0: 0.3, D0: 7e28 });
  });
});

describe('two hands at once', () => {
  it('have a step each, which holds what their own hand did', () => {
    const { actions, past, now } = opened();
    actions.beginDrag('delta0', first);
    actions.change('delta0', 0.3, first);
    actions.beginDrag('D0', second);
    actions.change('D0', 7e28, second);
    actions.change('delta0', 0.4, first);
    actions.endDrag(first);
    actions.change('D0', 8e28, second);
    actions.endDrag(second);
    expect(past()).toHaveLength(2);
    actions.undo();
    expect(now()).toEqual({ ...paperExplorer, delta0: 0.4 });
    actions.undo();
    expect(now()).toEqual(paperExplorer);
  });

  it('on one slider: the second has it, and the first moves it no more', () => {
    const { actions, past, now } = opened();
    actions.beginDrag('delta0', first);
    actions.change('delta0', 0.3, first);
    actions.beginDrag('delta0', second);
    actions.change('delta0', 0.6, first);
    actions.change('delta0', 0.5, second);
    actions.endDrag(second);
    actions.endDrag(first);
    expect(now().delta0).toBe(0.5);
    expect(past()).toHaveLength(2);
  });

  it('one may be taken back while the other goes on', () => {
    const { actions, past, now } = opened();
    actions.beginDrag('delta0', first);
    actions.beginDrag('D0', second);
    actions.change('delta0', 0.3, first);
    actions.change('D0', 7e28, second);
    actions.cancelDrag(first);
    actions.endDrag(second);
    expect(past()).toEqual([paperExplorer]);
    expect(now()).toEqual({ ...paperExplorer, D0: 7e28 });
  });
});

describe('what comes in between', () => {
  it('an undo takes back the drag that goes on, and the hand moves nothing any more', () => {
    const { store, actions, now } = opened();
    actions.change('xi', 0.3);
    actions.beginDrag('delta0', first);
    actions.change('delta0', 0.3, first);
    actions.undo();
    actions.change('delta0', 0.4, first);
    expect(now()).toEqual({ ...paperExplorer, xi: 0.3 });
    expect(store.getState().drag).toBeNull();
    actions.redo();
    expect(now().delta0).toBe(0.3);
  });

  it('a preset during a drag is a step after it', () => {
    const { actions, past, now } = opened();
    actions.beginDrag('delta0', first);
    actions.change('delta0', 0.3, first);
    actions.apply({ ...paperExplorer, xi: 0.5 });
    actions.endDrag(first);
    expect(past()).toHaveLength(2);
    actions.undo();
    expect(now()).toEqual({ ...paperExplorer, delta0: 0.3 });
  });

  it('an undo after Back always changes something', () => {
    const { store, actions, now } = opened();
    actions.change('xi', 0.2);
    actions.change('xi', 0.3);
    actions.restore({ ...paperExplorer, xi: 0.2 }, store.getState().view);
    actions.undo();
    expect(now()).toEqual(paperExplorer);
  });

  it('to apply what is there already is no step', () => {
    const { actions, past } = opened();
    actions.apply({ ...paperExplorer });
    expect(past()).toHaveLength(0);
  });
});

/** A gesture as a hand makes it; and what else can happen at any moment. */
type Act =
  | { readonly kind: 'take' | 'release' | 'takeBack'; readonly hand: Hand; readonly id: Ids }
  | { readonly kind: 'move'; readonly hand: Hand; readonly id: Ids; readonly value: number }
  | { readonly kind: 'type'; readonly id: Ids; readonly value: number }
  | { readonly kind: 'apply'; readonly value: number }
  | { readonly kind: 'undo' | 'redo' };
const ids = ['delta0', 'xi', 'Delta'] as const satisfies readonly ExplorerParameterId[];
type Ids = (typeof ids)[number];

const hand = fc.constantFrom<Hand>('keys', first, second);
const id = fc.constantFrom(...ids);
const value = fc.integer({ min: 1, max: 5 }).map((tenths) => tenths / 10);
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('take' as const), hand, id }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('move' as const), hand, id, value }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constantFrom('release', 'takeBack'), hand, id }) },
  fc.record({ kind: fc.constant('type' as const), id, value }),
  fc.record({ kind: fc.constant('apply' as const), value }),
  fc.record({ kind: fc.constantFrom('undo', 'redo') }),
);

function perform(store: ExplorerStore, one: Act): void {
  const { actions } = store.getState();
  if (one.kind === 'take') actions.beginDrag(one.id, one.hand);
  else if (one.kind === 'move') actions.change(one.id, one.value, one.hand);
  else if (one.kind === 'release') actions.endDrag(one.hand);
  else if (one.kind === 'takeBack') actions.cancelDrag(one.hand);
  else if (one.kind === 'type') actions.change(one.id, one.value);
  else if (one.kind === 'apply') actions.apply({ ...paperExplorer, xi: one.value });
  else actions[one.kind]();
}

describe('any sequence of acts by several hands', () => {
  it('can be undone to where it began, and redone to where it ended', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const store = createExplorerStore();
        const { actions } = store.getState();
        for (const one of acts) perform(store, one);
        for (const each of ['keys', first, second] as const) actions.endDrag(each);
        expect(store.getState().drag).toBeNull();
        const steps = store.getState().history.past;
        for (const [index, step] of steps.entries())
          expect(steps[index + 1] ?? store.getState().parameters).not.toEqual(step);
        const end = store.getState().parameters;
        for (const _ of steps) actions.undo();
        expect(store.getState().parameters).toEqual(paperExplorer);
        expect(store.getState().history.past).toHaveLength(0);
        for (const _ of steps) actions.redo();
        expect(store.getState().parameters).toEqual(end);
      }),
      { numRuns: 500 },
    );
  });

  it('has as many steps as gestures that moved something and were not taken back', () => {
    const moves = fc.array(fc.record({ hand, id, value }), { maxLength: 8 });
    const gesture = fc.record({ hand, id, moves, isTakenBack: fc.boolean() });
    fc.assert(
      fc.property(fc.array(gesture, { maxLength: 12 }), (gestures) => {
        const store = createExplorerStore();
        const { actions } = store.getState();
        let steps = 0;
        for (const one of gestures) {
          const before = store.getState().parameters;
          actions.beginDrag(one.id, one.hand);
          for (const move of one.moves) actions.change(one.id, move.value, one.hand);
          const moved = store.getState().parameters[one.id] !== before[one.id];
          if (one.isTakenBack) actions.cancelDrag(one.hand);
          else actions.endDrag(one.hand);
          if (moved && !one.isTakenBack) steps += 1;
          if (one.isTakenBack) expect(store.getState().parameters).toEqual(before);
        }
        expect(store.getState().history.past).toHaveLength(steps);
      }),
      { numRuns: 300 },
    );
  });
});
