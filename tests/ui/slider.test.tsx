// @vitest-environment happy-dom
/** What pointers, fingers and keys do to the sliders on the page, as the browser tells of them. */
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { StrictMode, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { explorerTable, isNumberParameter } from '../../src/model/parameters/values';
import { paperExplorer } from '../../src/model/presets';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { NumberRow } from '../../src/ui/parameters/NumberRow';
import { TopicSlider } from '../../src/ui/understand/TopicSlider';

let store: ExplorerStore;
/** Later than any scrolling. */
let clock = 1e6;

function rows(ids: readonly string[]) {
  const entries = explorerTable.filter(isNumberParameter).filter(({ id }) => ids.includes(id));
  return (
    <StrictMode>
      <ExplorerProvider value={store}>
        {entries.map((entry) => (
          <NumberRow key={entry.id} entry={entry} />
        ))}
      </ExplorerProvider>
    </StrictMode>
  );
}

function slider(index: number): HTMLInputElement {
  // The cast: sliders are input elements.
  return screen.getAllByRole('slider')[index] as HTMLInputElement;
}

const finger = { pointerId: 7, pointerType: 'touch', button: 0, buttons: 1 };
const other = { ...finger, pointerId: 8 };
const mouse = { pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1 };
const steps = () => store.getState().history.past.length;
const now = () => store.getState().parameters;

/** The browser sets the slider, as it does at once when a finger is put down. */
function browserSets(element: HTMLInputElement, travel: number) {
  fireEvent.input(element, { target: { value: String(travel) } });
}

beforeEach(() => {
  store = createExplorerStore();
  clock += 1e6;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('a mouse', () => {
  it('that drags one slider after another makes one step each: the blur of the first ends no drag', () => {
    render(rows(['delta0', 'xi']));
    for (const index of [0, 1]) {
      const element = slider(index);
      fireEvent.pointerDown(element, mouse);
      if (index === 1) fireEvent.blur(slider(0));
      for (const travel of [0.3, 0.4, 0.5]) browserSets(element, travel);
      expect(store.getState().drag).not.toBeNull();
      fireEvent.pointerUp(element, mouse);
    }
    expect(steps()).toBe(2);
    expect(store.getState().drag).toBeNull();
  });

  it('begins a drag with its first button only', () => {
    render(rows(['delta0']));
    for (const button of [1, 2]) {
      const isOurs = fireEvent.pointerDown(slider(0), { ...mouse, button });
      expect(isOurs).toBe(false);
      expect(store.getState().drag).toBeNull();
    }
  });

  it('may be released beyond the page, or the window lose the focus: the drag ends, and what follows is not a step each', () => {
    render(rows(['delta0']));
    fireEvent.pointerDown(slider(0), mouse);
    browserSets(slider(0), 0.3);
    fireEvent.blur(window);
    expect(store.getState().drag).toBeNull();
    for (const travel of [0.4, 0.5, 0.6]) browserSets(slider(0), travel);
    expect(steps()).toBe(1);
    fireEvent.pointerMove(document.body, { ...mouse, buttons: 0 });
    fireEvent.pointerDown(slider(0), mouse);
    browserSets(slider(0), 0.7);
    fireEvent.pointerMove(document.body, { ...mouse, buttons: 0 });
    expect(steps()).toBe(2);
    expect(store.getState().drag).toBeNull();
  });

  it('holds nothing any more once the slider is gone or switched off', () => {
    const { rerender } = render(rows(['delta0', 'Delta']));
    fireEvent.pointerDown(slider(0), mouse);
    browserSets(slider(0), 0.3);
    rerender(rows(['Delta']));
    expect(store.getState().drag).toBeNull();
    fireEvent.pointerDown(slider(0), mouse);
    browserSets(slider(0), 0.3);
    // Undone in mid-drag, the hand still down: its further moves are nobody's.
    store.getState().actions.undo();
    browserSets(slider(0), 0.8);
    expect(now().Delta).toBe(paperExplorer.Delta);
    expect(steps()).toBe(1);
    fireEvent.pointerUp(document.body, mouse);
    fireEvent.pointerDown(slider(0), mouse);
    browserSets(slider(0), 0.4);
    act(() => store.getState().actions.change('profile', 'uniform'));
    expect(slider(0).disabled).toBe(true);
    expect(store.getState().drag).toBeNull();
  });
});

describe('a finger', () => {
  it('that scrolls the page moves nothing, not even for a moment, and leaves no step', () => {
    render(rows(['delta0']));
    const seen = vi.fn();
    const unsubscribe = store.subscribe(seen);
    const element = slider(0);
    fireEvent.pointerDown(element, { ...finger, clientX: 100, clientY: 100 });
    browserSets(element, 0.9);
    fireEvent.pointerMove(element, { ...finger, clientX: 101, clientY: 104 });
    fireEvent.pointerMove(element, { ...finger, clientX: 103, clientY: 115 });
    fireEvent.pointerCancel(element, finger);
    browserSets(element, 0.95);
    fireEvent.touchEnd(element);
    expect(seen).not.toHaveBeenCalled();
    unsubscribe();
    expect(now()).toBe(paperExplorer);
  });

  it('that slides along takes the slider; if the browser takes the touch after all, all is as before', () => {
    render(rows(['delta0']));
    const element = slider(0);
    const slide = () => {
      fireEvent.pointerDown(element, { ...finger, clientX: 100, clientY: 100 });
      browserSets(element, 0.3);
      fireEvent.pointerMove(element, { ...finger, clientX: 112, clientY: 103 });
      browserSets(element, 0.4);
      expect(now().delta0).not.toBe(paperExplorer.delta0);
      expect(store.getState().drag).not.toBeNull();
    };
    slide();
    fireEvent.pointerCancel(element, finger);
    fireEvent.touchEnd(element);
    expect(now()).toEqual(paperExplorer);
    expect(steps()).toBe(0);
    expect(store.getState().drag).toBeNull();
    slide();
    fireEvent.pointerUp(element, finger);
    expect(steps()).toBe(1);
  });

  it('that taps sets the slider when it is lifted, unless the page was just scrolling', () => {
    render(rows(['delta0']));
    const tap = () => {
      fireEvent.pointerDown(slider(0), { ...finger, clientX: 100, clientY: 100 });
      browserSets(slider(0), 0.5);
      expect(steps()).toBe(0);
      fireEvent.pointerUp(slider(0), finger);
    };
    fireEvent.scroll(document);
    clock += 50;
    tap();
    expect(steps()).toBe(0);
    clock += 1000;
    tap();
    expect(steps()).toBe(1);
  });

  it('and a second one on another slider have a step each', () => {
    render(rows(['delta0', 'xi']));
    const [one, two] = [slider(0), slider(1)];
    for (const [element, pointer] of [
      [one, finger],
      [two, other],
    ] as const) {
      fireEvent.pointerDown(element, { ...pointer, clientX: 100, clientY: 100 });
      fireEvent.pointerMove(element, { ...pointer, clientX: 120, clientY: 100 });
    }
    for (const travel of [0.3, 0.4]) {
      browserSets(one, travel);
      browserSets(two, travel);
    }
    fireEvent.pointerUp(one, finger);
    browserSets(two, 0.6);
    fireEvent.pointerUp(two, other);
    expect(steps()).toBe(2);
    store.getState().actions.undo();
    expect(now()).toEqual({ ...paperExplorer, delta0: now().delta0 });
    expect(now().delta0).not.toBe(paperExplorer.delta0);
  });

  it('takes back what a slider of no parameter was set to, too', () => {
    function Topic() {
      const [value, setValue] = useState(2);
      return (
        <TopicSlider
          label="Cells"
          minimum={0}
          maximum={4}
          step={1}
          value={value}
          text={String(value)}
          onValue={setValue}
        />
      );
    }
    render(<Topic />);
    fireEvent.pointerDown(slider(0), { ...finger, clientX: 100, clientY: 100 });
    browserSets(slider(0), 4);
    expect(screen.getByRole('status').textContent).toBe('2');
    fireEvent.pointerMove(slider(0), { ...finger, clientX: 130, clientY: 100 });
    expect(screen.getByRole('status').textContent).toBe('4');
    fireEvent.pointerCancel(slider(0), finger);
    expect(screen.getByRole('status').textContent).toBe('2');
  });
});

describe('keys', () => {
  it('held down make one step, which the release of another key does not end', () => {
    render(rows(['delta0']));
    const element = slider(0);
    const arrow = { key: 'ArrowRight', code: 'ArrowRight' };
    fireEvent.keyDown(element, { ...arrow, shiftKey: true });
    fireEvent.keyUp(element, { key: 'Shift', code: 'ShiftLeft' });
    expect(store.getState().drag).not.toBeNull();
    fireEvent.keyDown(element, arrow);
    fireEvent.keyUp(element, arrow);
    expect(steps()).toBe(1);
    expect(store.getState().drag).toBeNull();
  });

  it('are let go when the focus goes, and none is held by a key that moves nothing', () => {
    render(rows(['delta0']));
    const element = slider(0);
    fireEvent.keyDown(element, { key: 'Tab', code: 'Tab' });
    expect(store.getState().drag).toBeNull();
    fireEvent.keyDown(element, { key: 'ArrowUp', code: 'ArrowUp' });
    fireEvent.blur(element);
    expect(store.getState().drag).toBeNull();
    expect(steps()).toBe(1);
  });

  it('of assistive technology, which has no pointer, set a value as a step', () => {
    render(rows(['delta0']));
    browserSets(slider(0), 0.5);
    expect(steps()).toBe(1);
    expect(store.getState().drag).toBeNull();
  });
});
