// @vitest-environment happy-dom
/** Undo and redo by keyboard, whatever the layout writes on its keys. */
import { describe, expect, it } from 'vitest';
import { historyKey } from '../../src/ui/useHistoryKeys';

function pressed(init: KeyboardEventInit, target: Element = document.body): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, ...init });
  target.dispatchEvent(event);
  return event;
}

const ctrl = { ctrlKey: true };

describe('the keys of undo', () => {
  it.each([
    ['Latin', 'z', 'KeyZ', 'undo'],
    ['with capitals locked', 'Z', 'KeyZ', 'undo'],
    ['German, whose Z is where others have Y', 'z', 'KeyY', 'undo'],
    ['German, whose Y is where others have Z', 'y', 'KeyZ', 'redo'],
    ['French', 'z', 'KeyW', 'undo'],
    ['French W, where others have Z', 'w', 'KeyZ', null],
    ['Dvorak', ';', 'KeyZ', null],
    ['Russian', 'я', 'KeyZ', 'undo'],
    ['Russian', 'н', 'KeyY', 'redo'],
    ['Greek', 'ζ', 'KeyZ', 'undo'],
    ['Hebrew', 'ז', 'KeyZ', 'undo'],
    ['Arabic', 'ئ', 'KeyZ', 'undo'],
    ['Thai, a mark', 'ั', 'KeyY', 'redo'],
    ['another Russian letter', 'ч', 'KeyX', null],
  ])('%s: %s at %s is %s', (_, key, code, way) => {
    expect(historyKey(pressed({ key, code, ...ctrl }))).toBe(way);
    expect(historyKey(pressed({ key, code, metaKey: true }))).toBe(way);
    expect(historyKey(pressed({ key, code }))).toBeNull();
  });

  it('redo is Shift with undo, on any layout', () => {
    expect(historyKey(pressed({ key: 'Z', code: 'KeyZ', shiftKey: true, ...ctrl }))).toBe('redo');
    expect(historyKey(pressed({ key: 'Я', code: 'KeyZ', shiftKey: true, ...ctrl }))).toBe('redo');
  });

  it('with Alt, or AltGr, they write letters', () => {
    expect(historyKey(pressed({ key: 'z', code: 'KeyZ', altKey: true, ...ctrl }))).toBeNull();
    const event = pressed({ key: 'z', code: 'KeyZ', ...ctrl });
    // The DOM of the tests knows no AltGr.
    event.getModifierState = (modifier) => modifier === 'AltGraph';
    expect(historyKey(event)).toBeNull();
  });

  it('belong to a text box while it has the focus, and to the page on a slider', () => {
    const box = (type: string) => Object.assign(document.createElement('input'), { type });
    const key = { key: 'z', code: 'KeyZ', ...ctrl };
    for (const type of ['text', 'search', 'number'])
      expect(historyKey(pressed(key, box(type))), type).toBeNull();
    expect(historyKey(pressed(key, document.createElement('textarea')))).toBeNull();
    for (const type of ['range', 'checkbox', 'radio'])
      expect(historyKey(pressed(key, box(type))), type).toBe('undo');
  });
});
