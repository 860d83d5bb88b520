// @vitest-environment happy-dom
/**
 * Every parameter of the table: its slider by every key, its box, its reset and its help. What only a browser can do with them
 * (pointers, popovers, focus) is tried on one row of each kind: tests/browser/everyParameter.spec.ts.
 */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { NumberParameter, ParameterDefinition } from '../../src/model/parameters/definition';
import { parameterHelp } from '../../src/model/parameters/parameterHelp';
import {
  allowedValues,
  type ExplorerParameterId,
  explorerTable,
  formatNumber,
  isChoiceParameter,
  isNumberParameter,
  isSwitchParameter,
} from '../../src/model/parameters/values';
import { paperExplorer } from '../../src/model/presets';
import { spokenValue, stepped } from '../../src/state/parameterSteps';
import { createExplorerStore, type ExplorerStore } from '../../src/state/store';
import { ExplorerProvider } from '../../src/state/useExplorer';
import { ChoiceRow } from '../../src/ui/parameters/ChoiceRow';
import { NumberRow } from '../../src/ui/parameters/NumberRow';
import { ParameterHelp } from '../../src/ui/parameters/ParameterHelp';
import { SwitchRow } from '../../src/ui/parameters/SwitchRow';

/** With both second breaks, arms and a nearby source no parameter is idle. */
const allActive = {
  ...paperExplorer,
  'p.secondBreak': 'on',
  'e.secondBreak': 'on',
  sources: 'arms',
  'near.vela': 'on',
} as const;

let store: ExplorerStore;

beforeEach(() => {
  store = createExplorerStore();
  store.getState().actions.apply(allActive);
});
afterEach(cleanup);

/** The casts: ids of the table are the keys of its parameter type and of the help. */
const idOf = (entry: ParameterDefinition) => entry.id as ExplorerParameterId;
const startOf = (entry: ParameterDefinition): number | string => allActive[idOf(entry)];
const currentOf = (entry: ParameterDefinition) => store.getState().parameters[idOf(entry)];

function draw(entry: ParameterDefinition): HTMLElement {
  const { container } = render(
    <ExplorerProvider value={store}>
      {isNumberParameter(entry) && <NumberRow entry={entry} />}
      {isChoiceParameter(entry) && <ChoiceRow entry={entry} />}
      {isSwitchParameter(entry) && <SwitchRow entry={entry} />}
    </ExplorerProvider>,
  );
  const row = container.querySelector<HTMLElement>(`[data-parameter="${entry.id}"]`);
  if (row === null) throw new Error(`${entry.id} has no row.`);
  return row;
}

const withId = <Entry extends ParameterDefinition>(entry: Entry): [string, Entry] => [entry.id, entry];
const numbers = explorerTable.filter(isNumberParameter);

/** A row that is not at the paper's value says so, and one click takes it back there; undo brings it again. */
function expectReset(row: HTMLElement, entry: ParameterDefinition): void {
  const before = currentOf(entry);
  expect(before).not.toBe(paperExplorer[idOf(entry)]);
  expect(row.getAttribute('data-modified')).toBe('true');
  fireEvent.click(screen.getByRole('button', { name: new RegExp(`^Reset ${escaped(entry.label)} to `) }));
  expect(currentOf(entry)).toBe(paperExplorer[idOf(entry)]);
  expect(row.getAttribute('data-modified')).toBe('false');
  expect(screen.queryByRole('button', { name: /^Reset / })).toBeNull();
  act(() => store.getState().actions.undo());
  expect(currentOf(entry)).toBe(before);
}

function escaped(text: string): string {
  return text.replace(/[^\w\s]/g, '\\$&');
}

describe.each(numbers.map(withId))('%s', (_, entry) => {
  const slider = () => screen.getByRole('slider');
  const expectSpoken = (value: number) =>
    expect(slider().getAttribute('aria-valuetext')).toBe(spokenValue(entry, value));

  test('its slider goes by every key as far as the key says, and to both ends', () => {
    draw(entry);
    let value = Number(startOf(entry));
    const keys = [
      [{ key: 'ArrowRight' }, 1, 'normal'],
      [{ key: 'ArrowUp' }, 1, 'normal'],
      [{ key: 'ArrowRight', shiftKey: true }, 1, 'fine'],
      [{ key: 'ArrowDown', shiftKey: true }, -1, 'fine'],
      [{ key: 'ArrowDown' }, -1, 'normal'],
      [{ key: 'ArrowLeft' }, -1, 'normal'],
      [{ key: 'PageUp' }, 1, 'coarse'],
      [{ key: 'PageDown' }, -1, 'coarse'],
    ] as const;
    for (const [key, direction, size] of keys) {
      fireEvent.keyDown(slider(), key);
      fireEvent.keyUp(slider(), key);
      value = stepped(entry, value, direction, size);
      expectSpoken(value);
      expect(currentOf(entry)).toBe(value);
    }
    fireEvent.keyDown(slider(), { key: 'Home' });
    expectSpoken(entry.minimum);
    fireEvent.keyDown(slider(), { key: 'End' });
    expectSpoken(entry.maximum);
  });

  test('its unit is said once, with the value', () => {
    draw(entry);
    if (entry.unit === '') return;
    const spoken = slider().getAttribute('aria-valuetext') ?? '';
    expect(spoken.split(entry.unit).length - 1).toBe(1);
    // In the name as well it would be said twice. A word of its own: "Energy" is no erg.
    const asWord = new RegExp(`(?<!\\w)${escaped(entry.unit)}(?!\\w)`);
    expect(screen.queryByRole('slider', { name: asWord })).toBeNull();
  });

  test('its box keeps what is not allowed and says what is, and takes a decimal comma; its reset takes it back', () => {
    const row = draw(entry);
    const box = screen.getByRole('textbox');
    const type = (text: string) => {
      fireEvent.change(box, { target: { value: text } });
      fireEvent.keyDown(box, { key: 'Enter' });
    };
    const outside = String(entry.maximum * 2 + 1);
    type(outside);
    expect(within(row).getByRole('alert').textContent).toContain(allowedValues(entry));
    expect(box).toHaveProperty('value', outside);
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(currentOf(entry)).toBe(startOf(entry));
    const next = awayFromPreset(entry);
    type(withDecimalComma(next));
    expect(within(row).queryByRole('alert')).toBeNull();
    expectSpoken(next);
    expect(box).toHaveProperty('value', formatNumber(next));
    expectReset(row, entry);
  });
});

/** A step from where it starts that does not end at the paper's value. */
function awayFromPreset(entry: NumberParameter): number {
  const start = Number(startOf(entry));
  return stepped(entry, start, start === entry.maximum ? -1 : 1, 'normal');
}

/** With a comma, and not three digits behind it: those could be thousands. */
function withDecimalComma(value: number): string {
  return formatNumber(value)
    .replace('.', ',')
    .replace(/(,\d{3})(?!\d)/, '$10');
}

test.each(explorerTable.filter(isChoiceParameter).map(withId))('%s takes each of its options', (_, entry) => {
  const row = draw(entry);
  const select = screen.getByRole('combobox');
  expect(select).toHaveProperty('value', startOf(entry));
  for (const { value } of entry.options) {
    fireEvent.change(select, { target: { value } });
    expect(currentOf(entry)).toBe(value);
    expect(select).toHaveProperty('value', value);
    if (value !== paperExplorer[idOf(entry)]) expectReset(row, entry);
  }
});

test.each(explorerTable.filter(isSwitchParameter).map(withId))('%s goes on and off', (_, entry) => {
  const row = draw(entry);
  const control = screen.getByRole('switch');
  for (let click = 0; click < 2; click++) {
    const before = currentOf(entry);
    fireEvent.click(control);
    expect(currentOf(entry)).toBe(before === 'on' ? 'off' : 'on');
    expect(control.getAttribute('aria-checked')).toBe(String(currentOf(entry) === 'on'));
    if (currentOf(entry) !== paperExplorer[idOf(entry)]) expectReset(row, entry);
  }
});

test.each(explorerTable.map(withId))(
  '%s has help: what it is, what it may be, where it comes from',
  (_, entry) => {
    draw(entry);
    expect(screen.getByRole('button', { name: `About ${entry.label}` })).toBeDefined();
    cleanup();
    const { container } = render(<ParameterHelp entry={entry} id={idOf(entry)} standard="" moves={null} />);
    const { definition, source } = parameterHelp[idOf(entry)];
    expect(container.textContent).toContain(entry.label);
    expect(container.textContent).toContain(definition);
    expect(container.textContent).toContain(source);
    if (entry.symbol.tex !== '') expect(container.querySelector('.symbol math')).not.toBeNull();
  },
);
