/**
 * The ends of the chi2 range on the figure: a line and a grip each, and a light shade over what does not count. For
 * the pointer only; the number fields beside the figure do the same by keyboard.
 */

import { isDrawable, type PanelArea } from '../../plot/panels';
import { createSlide } from '../controls/slide';

export interface RangeFrame {
  readonly area: PanelArea;
  /** log10 of the abscissae in view. */
  readonly x: readonly [number, number];
  /** The ends, in log10 of the abscissa. */
  readonly ends: readonly [number, number];
}

export interface RangeHandles {
  place(frame: RangeFrame): void;
}

/** Ends are kept this far apart (decades). */
const closest = 0.1;

export function createRangeHandles(
  host: HTMLDivElement,
  onMove: (ends: readonly [number, number]) => void,
): RangeHandles {
  let frame: RangeFrame | null = null;
  const add = (className: string) => {
    const element = document.createElement('div');
    element.className = className;
    host.append(element);
    return element;
  };
  host.replaceChildren();
  const shades = [add('range-shade'), add('range-shade')] as const;
  const lines = [add('range-line'), add('range-line')] as const;
  const grips = [add('range-grip range-grip-from'), add('range-grip range-grip-to')] as const;

  const place = (next: RangeFrame) => {
    const { area, x, ends } = next;
    const isThere = isDrawable(area, x) && ends.every(Number.isFinite);
    host.hidden = !isThere;
    frame = isThere ? next : null;
    if (!isThere) return;
    host.style.left = `${area.left}px`;
    host.style.top = `${area.top}px`;
    host.style.width = `${area.width}px`;
    host.style.height = `${area.height}px`;
    for (const side of [0, 1] as const) {
      const share = (ends[side] - x[0]) / (x[1] - x[0]);
      const at = Math.max(0, Math.min(1, share)) * area.width;
      shades[side].style.left = side === 0 ? '0' : `${at}px`;
      shades[side].style.width = `${side === 0 ? at : area.width - at}px`;
      lines[side].style.transform = grips[side].style.transform = `translateX(${at}px)`;
      lines[side].hidden = share < 0 || share > 1;
    }
  };

  /** The end of a side, moved to a place (log10 of the abscissa). */
  const moveEnd = (side: 0 | 1, at: number) => {
    if (frame === null) return;
    const { ends } = frame;
    onMove(
      side === 0 ? [Math.min(at, ends[1] - closest), ends[1]] : [ends[0], Math.max(at, ends[0] + closest)],
    );
  };

  for (const side of [0, 1] as const) {
    const grip = grips[side];
    grip.title = 'Drag: range of the χ²';
    let before: RangeFrame['ends'] | null = null;
    const slide = createSlide({
      take: () => {
        before = frame?.ends ?? null;
      },
      move: (at) => moveEnd(side, at),
      release: () => undefined,
      takeBack: () => {
        if (before !== null) onMove(before);
      },
    });
    grip.addEventListener('pointerdown', (event) => {
      if (!slide.press(event)) return;
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
    });
    grip.addEventListener('pointermove', (event) => {
      if (frame === null || !grip.hasPointerCapture(event.pointerId)) return;
      const { left, width } = host.getBoundingClientRect();
      if (width === 0) return;
      const share = Math.max(0, Math.min(1, (event.clientX - left) / width));
      slide.offer(frame.x[0] + share * (frame.x[1] - frame.x[0]));
    });
  }
  return { place };
}
