// @vitest-environment happy-dom
/** The boxes in which numbers are typed: alike in what they take, and in saying why they do not. */
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isNumberParameter, parameterDefinition } from '../../src/model/parameters/values';
import { lessons } from '../../src/state/lessons/lessons';
import { createExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { EnergyBox } from '../../src/ui/figure/EnergyBox';
import { EnergyControl } from '../../src/ui/galaxy/EnergyControl';
import { LessonStepCard } from '../../src/ui/lessons/LessonStepCard';
import { NumberRow } from '../../src/ui/parameters/NumberRow';

afterEach(cleanup);

function typed(box: HTMLElement, text: string) {
  fireEvent.change(box, { target: { value: text } });
  fireEvent.keyDown(box, { key: 'Enter' });
}

function row(id: string) {
  const entry = parameterDefinition(id);
  if (entry === undefined || !isNumberParameter(entry)) throw new Error(`${id} is no number.`);
  const store = createExplorerStore();
  render(
    <ExplorerProvider value={store}>
      <NumberRow entry={entry} />
    </ExplorerProvider>,
  );
  const box = () => screen.getByRole('textbox');
  return { store, type: (text: string) => typed(box(), text), box };
}

describe('the number box of a parameter', () => {
  test.each([
    ['D0', '6.5×10²⁸ cm²/s', 6.5e28],
    ['D0', '6.5D28', 6.5e28],
    ['eta', '−0.5', -0.5],
    ['phi.p', '１ ０００ MV', 1000],
    ['phi.p', '\u200b1\u202f000', 1000],
  ] as const)('%s takes %j', (id, text, value) => {
    const { store, type } = row(id);
    type(text);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(store.getState().parameters[id]).toBe(value);
  });

  test('keeps a number of two readings, changes nothing, and says both', () => {
    const { store, type, box } = row('phi.p');
    type('1,000');
    expect(screen.getByRole('alert').textContent).toContain('It could be 1.000 or 1000');
    expect(box()).toHaveProperty('value', '1,000');
    expect(store.getState().parameters['phi.p']).toBe(550);
  });

  test('shows what it cannot use so that it can be seen', () => {
    row('phi.p').type('5\u00ad5');
    expect(screen.getByRole('alert').textContent).toContain('"5<U+00AD>5"');
  });
});

test('a second break below the first says that it is none', () => {
  const { store } = row('p.rhoBr2');
  expect(screen.queryByText(/not above the first/)).toBeNull();
  const { actions } = store.getState();
  actions.change('p.secondBreak', 'on');
  actions.change('p.rhoBr', 100);
  actions.change('p.rhoBr2', 20);
  return screen.findByText(/second break \(20 GV\) is not above the first \(100 GV\)/);
});

test.each([
  ['0,5', 0.5],
  ['1 000 GeV', 1000],
  ['10³', 1000],
] as const)('the boxes of a range take %j', (text, value) => {
  const onEnter = vi.fn(() => true);
  render(<EnergyBox label="from" value={10} allowed="An energy in GeV" onEnter={onEnter} />);
  typed(screen.getByRole('textbox'), text);
  expect(onEnter).toHaveBeenCalledWith(value);
  expect(screen.queryByRole('alert')).toBeNull();
});

test.each([
  ['1,000', 'not "1,000". It could be 1.000 or 1000'],
  ['0x10', 'An energy in GeV, not "0x10".'],
  ['', 'not "".'],
  ['1 TeV', 'not "1 TeV".'],
])('the boxes of a range refuse %j and say why', (text, reason) => {
  const onEnter = vi.fn(() => true);
  render(<EnergyBox label="from" value={10} allowed="An energy in GeV" onEnter={onEnter} />);
  typed(screen.getByRole('textbox'), text === '' ? ' ' : text);
  expect(onEnter).not.toHaveBeenCalled();
  expect(screen.getByRole('alert').textContent).toContain(reason);
});

test('what was refused gives way when the value is moved by other means, or with Escape', () => {
  const box = (value: number) => (
    <EnergyBox label="from" value={value} allowed="An energy in GeV" onEnter={() => false} />
  );
  const { rerender } = render(box(10));
  typed(screen.getByRole('textbox'), '1e99');
  expect(screen.getByRole('textbox')).toHaveProperty('value', '1e99');
  rerender(box(20));
  expect(screen.queryByRole('alert')).toBeNull();
  expect(screen.getByRole('textbox')).toHaveProperty('value', '20');
  typed(screen.getByRole('textbox'), '1e99');
  fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
  expect(screen.getByRole('textbox')).toHaveProperty('value', '20');
});

test('the energy of the maps is read in the same way', () => {
  const onEnergy = vi.fn();
  render(<EnergyControl energyGeV={100} range={[0.1, 1e7]} onEnergy={onEnergy} />);
  typed(screen.getByRole('textbox'), '5×10^3 GeV');
  expect(onEnergy).toHaveBeenCalledWith(5000);
  typed(screen.getByRole('textbox'), '1,000');
  expect(screen.getByRole('alert').textContent).toContain('1.000 or 1000');
});

describe('the number that a lesson asks for', () => {
  const lesson = lessons.find(({ id }) => id === 'break-rigidity')!;
  const index = lesson.steps.findIndex(({ check }) => check.kind === 'number');
  const ask = (onDone = vi.fn()) => {
    render(
      <ExplorerProvider value={createExplorerStore()}>
        <LessonStepCard
          {...{ lesson, index, onDone, step: lesson.steps[index]!, isDone: false, isTeacher: false }}
          onGo={() => undefined}
        />
      </ExplorerProvider>,
    );
    const answer = (text: string) => {
      fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
      fireEvent.click(screen.getByRole('button', { name: 'Check' }));
    };
    return { onDone, answer };
  };

  test.each(['281', '2.81×10²', '281 GV', '２８１'])('may be written %j', (text) => {
    const { onDone, answer } = ask();
    answer(text);
    expect(onDone).toHaveBeenCalled();
  });

  test('is refused with a reason where it is none, or two', () => {
    const { onDone, answer } = ask();
    answer('many');
    expect(screen.getByRole('alert').textContent).toBe('Type a number in GV, not "many".');
    answer('1,000');
    expect(screen.getByRole('alert').textContent).toContain('1.000 or 1000');
    expect(onDone).not.toHaveBeenCalled();
  });
});
