/**
 * On a small screen the card is held at the lower edge of the window (Lessons.css) and may lie over the figure as long as the
 * bar above the figure is in view. When a card comes or grows, the page is scrolled by just as much as frees the figure.
 */
import { type RefObject, useLayoutEffect } from 'react';

interface Places {
  readonly card: DOMRect;
  readonly figure: DOMRect;
  /** On a phone that lies the card has a column of its own. */
  readonly isBeside: boolean;
}

/** Null where the page does not scroll under the card. */
function placesOf(element: HTMLElement): Places | null {
  const figure = document.querySelector('.stage-figures')?.getBoundingClientRect();
  if (figure === undefined || getComputedStyle(element).position !== 'sticky') return null;
  const card = element.getBoundingClientRect();
  return { card, figure, isBeside: card.left >= figure.right || card.right <= figure.left };
}

function clearFigure(element: HTMLElement): void {
  const places = placesOf(element);
  if (places === null || places.isBeside) return;
  const { card, figure } = places;
  if (card.top > figure.top && card.top < figure.bottom)
    window.scrollBy({ top: figure.bottom - card.top, behavior: 'instant' });
}

/** Scrolled past, a card is out of view or under the figure: the way back to it begins at the top of the page. */
function comeBackTo(element: HTMLElement): void {
  const places = placesOf(element);
  if (places === null) return;
  const { card, figure, isBeside } = places;
  if (card.top < (isBeside ? 0 : figure.top)) window.scrollTo({ top: 0, behavior: 'instant' });
}

/** A phone that is turned keeps the page where its text was, which may be past the card. */
function whenTurned(element: HTMLElement): () => void {
  let width = window.innerWidth;
  const onResize = () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    if (getComputedStyle(element).position !== 'sticky') return;
    window.scrollTo({ top: 0, behavior: 'instant' });
    clearFigure(element);
  };
  window.addEventListener('resize', onResize);
  return () => window.removeEventListener('resize', onResize);
}

/** `key` changes when another card is shown. */
export function useClearFigure(card: RefObject<HTMLElement | null>, key: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another card may be of another height
  useLayoutEffect(() => {
    const element = card.current;
    if (element === null) return;
    comeBackTo(element);
    clearFigure(element);
    let width = window.innerWidth;
    const grown = new ResizeObserver(() => {
      // The phone was turned.
      if (window.innerWidth !== width) comeBackTo(element);
      width = window.innerWidth;
      clearFigure(element);
    });
    grown.observe(element);
    const stopWatching = whenTurned(element);
    return () => {
      grown.disconnect();
      stopWatching();
    };
  }, [card, key]);
}
