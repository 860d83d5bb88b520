/**
 * On a small screen the card is held at the lower edge of the window (Lessons.css) and may lie over the figure as long as the
 * bar above the figure is in view. When a card comes, the page is scrolled by just as much as frees the figure.
 */
import { type RefObject, useLayoutEffect } from 'react';

function clearFigure(card: HTMLElement): void {
  const figure = document.querySelector('.stage-figures')?.getBoundingClientRect();
  if (figure === undefined || getComputedStyle(card).position !== 'sticky') return;
  const { left, right, top } = card.getBoundingClientRect();
  const isBeside = left >= figure.right || right <= figure.left;
  if (isBeside || top === figure.bottom) return;
  // Scrolled past, the card lies under the figure: the way begins at the top of the page.
  if (top < figure.top) window.scrollTo({ top: 0, behavior: 'instant' });
  const now = document.querySelector('.stage-figures')?.getBoundingClientRect();
  const overlap = (now?.bottom ?? 0) - card.getBoundingClientRect().top;
  if (overlap > 0) window.scrollBy({ top: overlap, behavior: 'instant' });
}

/** `key` changes when another card is shown. */
export function useClearFigure(card: RefObject<HTMLElement | null>, key: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card may be of another height
  useLayoutEffect(() => {
    if (card.current) clearFigure(card.current);
  }, [card, key]);
}
