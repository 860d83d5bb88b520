// @vitest-environment happy-dom
/**
 * Every lesson played to its end in its panel, with real curves, as two of them are in a browser (tests/browser/lessons.spec.ts);
 * what an address asks for, in vain or not; and the view for a lecture hall.
 */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { laneKey } from '../../src/state/laneKeys';
import { formatPlace } from '../../src/state/lessons/address';
import type { Check } from '../../src/state/lessons/check';
import { type Lesson, type LessonState, stepStart, withChange } from '../../src/state/lessons/lesson';
import { lessons } from '../../src/state/lessons/lessons';
import { lessonProgress } from '../../src/state/lessons/progressMemory';
import { startAddress } from '../../src/state/services/address';
import { addressWriter } from '../../src/state/services/addressWriter';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { LessonPanel } from '../../src/ui/lessons/LessonPanel';
import { lanesOf, solution } from '../state/lessons/playing';

let store: ExplorerStore;

/** The page under this address, as far as lessons go. */
function open(search: string, hash = '') {
  window.history.replaceState(null, '', `/${search}${hash}`);
  addressWriter(window).mend({ search, hash });
  store = createExplorerStore();
  startAddress(store, window, null);
  render(
    <ExplorerProvider value={store}>
      <LessonPanel />
    </ExplorerProvider>,
  );
}

/** The solver's answers to what is set: all curves that a check reads, the frozen ones too. */
function answer(check: Check) {
  act(() => {
    const { actions, parameters, ghosts } = store.getState();
    for (const lane of lanesOf(check)) {
      const key = laneKey(lane, parameters);
      actions.updateLane(lane, { curve: { propagated: solution(lane, parameters), key, order: 1 } });
      for (const { id, parameters: frozen } of ghosts)
        actions.setGhostCurve(id, lane, solution(lane, frozen));
    }
  });
}

const set = ({ parameters, view }: LessonState) =>
  act(() => store.getState().actions.restore(parameters, view));
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const told = () => screen.getByRole('status').textContent ?? '';
const heading = () => screen.getByRole('heading', { level: 2 });
const address = () => window.location.search + window.location.hash;

beforeEach(() => {
  localStorage.clear();
  lessonProgress.refresh();
});
afterEach(cleanup);

function playStep(lesson: Lesson, index: number) {
  const step = lesson.steps[index];
  if (step === undefined) throw new Error(`${lesson.id} has no step ${index + 1}.`);
  expect(heading().textContent).toContain(`Step ${index + 1} of ${lesson.steps.length}`);
  if (index > 0) expect(document.activeElement).toBe(heading());
  press('Set it up');
  answer(step.check);
  expect(told()).not.toContain('Done');
  set(withChange(stepStart(lesson, index), step.solution));
  answer(step.check);
  if (step.solution.number !== undefined) {
    expect(told()).not.toContain('Done');
    fireEvent.change(screen.getByRole('textbox'), { target: { value: String(step.solution.number) } });
    press('Check');
  }
  expect(told()).toContain('Done');
  expect(told()).toContain(step.seen);
}

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('lesson %s', (id, lesson) => {
  test('can be done to its end', () => {
    open(`?lesson=${id}&step=1`);
    for (const index of lesson.steps.keys()) {
      playStep(lesson, index);
      press(index + 1 < lesson.steps.length ? 'Next' : 'Question');
      expect(address()).toMatch(new RegExp(`^[?]lesson=${id}&step=${index + 2}(#|$)`));
    }
    const { choices, explanation } = lesson.question;
    for (const { text, right } of [...choices].sort(
      (a, b) => Number(a.right === true) - Number(b.right === true),
    )) {
      fireEvent.click(screen.getByRole('radio', { name: text }));
      press('Answer');
      expect(told()).toContain(right ? 'Lesson finished' : 'Not quite');
    }
    expect(told()).toContain(explanation);
    press('All lessons');
    const { textContent } = screen.getByRole('button', {
      name: new RegExp(lesson.title.replace(/\W/g, '.')),
    });
    expect(textContent).toContain('Finished');
  });
});

test('without parameters in the address the lesson sets itself up; with them it waits', () => {
  open('?lesson=break-rigidity&step=1');
  expect(address()).toBe('?lesson=break-rigidity&step=1#v1&profile=step');
  cleanup();
  open('?lesson=break-rigidity&step=1', '#v1&L=7');
  expect(address()).toBe('?lesson=break-rigidity&step=1#v1&L=7');
  press('Set it up');
  expect(address()).toBe('?lesson=break-rigidity&step=1#v1&profile=step');
});

test('an unknown lesson or step is told with what there is, and nothing is lost', () => {
  const notices = () => JSON.stringify(store.getState().notices);
  open('?lesson=nonsense', '#v1&L=7');
  expect(notices()).toContain('power-law');
  expect(heading().textContent).toBe('Lessons');
  expect(window.location.hash).toBe('#v1&L=7');
  cleanup();
  open('?lesson=power-law&step=9', '#v1&L=7');
  expect(notices()).toContain('steps 1 to 3');
  expect(address()).toBe('?lesson=power-law&step=1#v1&L=7');
});

test('teacher mode hides hints and answers, asks for large type, and can be left', () => {
  const isLarge = () => document.documentElement.hasAttribute('data-teacher');
  open('?lesson=break-rigidity&step=1');
  expect(screen.getByText('Hint')).toBeDefined();
  expect(isLarge()).toBe(false);
  press('Teacher mode');
  expect(address()).toContain('&teacher=1');
  expect(screen.queryByText('Hint')).toBeNull();
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(isLarge()).toBe(true);
  cleanup();
  open(formatPlace('', { lesson: 'break-rigidity', step: 5, teacher: true }));
  expect(within(screen.getByRole('region', { name: 'Lessons' })).getByRole('group')).toBeDefined();
  expect(screen.queryByRole('radio')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Answer' })).toBeNull();
  press('Leave teacher mode');
  expect(screen.getAllByRole('radio').length).toBeGreaterThan(1);
  expect(address()).not.toContain('teacher');
  expect(isLarge()).toBe(false);
});
