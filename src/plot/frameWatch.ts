/** Watches for curves that leave the frame. What it watches by comes after the first curves. */
import { loadPart } from '../parts/loadPart';
import type { FigureInput } from './figure';
import type { CurveOutside } from './outOfFrame';
import type { PanelArea } from './panels';
import type { AxisRanges } from './vocabulary';

export interface FrameWatch {
  /** Looks at the curves as they are drawn now. */
  look(area: PanelArea, curves: FigureInput['curves'], ranges: AxisRanges): void;
  /** Axes that hold curves and data over the same energies; null if that cannot be said. */
  rangesThatHold(
    figure: Pick<FigureInput, 'curves' | 'tables' | 'choice'>,
    ranges: AxisRanges,
  ): AxisRanges | null;
}

/**
 * @param host lies over the plot area, for words about what is not in it.
 * @param onOutside called when other curves than before run outside.
 * @param onReady called when looking has become possible.
 */
export function createFrameWatch(
  host: HTMLElement,
  onOutside: (outside: readonly CurveOutside[]) => void,
  onReady: () => void,
): FrameWatch {
  let by: typeof import('./outOfFrame') | null = null;
  let told = '[]';
  let placed = '';
  loadPart(() => import('./outOfFrame')).then(
    (loaded) => {
      by = loaded;
      onReady();
    },
    // Curves that leave the frame then do so without a word.
    () => undefined,
  );
  const place = (area: PanelArea) => {
    const text = JSON.stringify(area);
    if (text === placed) return;
    placed = text;
    for (const side of ['left', 'top', 'width', 'height'] as const) host.style[side] = `${area[side]}px`;
  };
  return {
    look: (area, curves, ranges) => {
      if (by === null) return;
      place(area);
      const outside = by.curvesOutside(curves, ranges);
      const text = JSON.stringify(outside);
      if (text !== told) onOutside(outside);
      told = text;
    },
    rangesThatHold: ({ curves, tables, choice }, ranges) =>
      by === null ? null : by.rangesThatHold(curves, tables, choice, ranges.x),
  };
}
