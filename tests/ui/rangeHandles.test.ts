// @vitest-environment happy-dom
/** The grips of the χ² range under pointers: a finger that scrolls moves none, one that is interrupted leaves all as it was. */
import { fireEvent } from '@testing-library/dom';
import { beforeEach, describe, expect, it } from 'vitest';
import { createRangeHandles } from '../../src/ui/figure/rangeHandles';

let grip: HTMLElement;
let ends: readonly [number, number];

beforeEach(() => {
  const host = document.createElement('div');
  document.body.replaceChildren(host);
  host.getBoundingClientRect = () => new DOMRect(0, 0, 600, 300);
  ends = [1, 5];
  const place = () => handles.place({ area: { left: 0, top: 0, width: 600, height: 300 }, x: [0, 6], ends });
  const handles = createRangeHandles(host, (next) => {
    ends = next;
    place();
  });
  place();
  const found = host.querySelector<HTMLElement>('.range-grip-from');
  if (found === null) throw new Error('There is no grip.');
  grip = found;
  // The DOM of the tests captures no pointer.
  const captured = new Set<number>();
  grip.setPointerCapture = (pointer) => void captured.add(pointer);
  grip.hasPointerCapture = (pointer) => captured.has(pointer);
});

const finger = { pointerId: 7, pointerType: 'touch', button: 0, buttons: 1 };
const mouse = { pointerId: 1, pointerType: 'mouse', button: 0, buttons: 1 };
const move = (pointer: typeof finger, clientX: number, clientY: number) =>
  fireEvent.pointerMove(grip, { ...pointer, clientX, clientY });

describe('a grip', () => {
  it('follows a mouse, but not its other buttons', () => {
    fireEvent.pointerDown(grip, { ...mouse, button: 2, clientX: 100, clientY: 10 });
    move(mouse, 200, 10);
    expect(ends).toEqual([1, 5]);
    fireEvent.pointerDown(grip, { ...mouse, clientX: 100, clientY: 10 });
    move(mouse, 200, 10);
    fireEvent.pointerUp(grip, mouse);
    expect(ends).toEqual([2, 5]);
  });

  it('stays when a finger scrolls the page, and comes back when the browser takes the touch', () => {
    fireEvent.pointerDown(grip, { ...finger, clientX: 100, clientY: 10 });
    move(finger, 103, 40);
    fireEvent.pointerCancel(grip, finger);
    expect(ends).toEqual([1, 5]);
    fireEvent.pointerDown(grip, { ...finger, clientX: 100, clientY: 10 });
    move(finger, 120, 12);
    move(finger, 300, 12);
    expect(ends).toEqual([3, 5]);
    fireEvent.pointerCancel(grip, finger);
    expect(ends).toEqual([1, 5]);
  });
});
