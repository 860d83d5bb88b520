/**
 * What a pointer that is put down on a slider means. A mouse takes the slider at once. A finger or a pen may only be about
 * to scroll the page: it takes the slider when it has moved along it, or when it is lifted where it was put down; what the
 * browser would have set until then is held back. A touch that the browser takes over (`pointercancel`) never was.
 * Framework-free; the ends of the χ² range are moved by it too.
 */
import type { Hand } from '../../state/drag';

/** What becomes of a slider. Positions are in the slider's own measure. */
export interface SlideTarget {
  /** A hand has taken the slider: what it sets until it lets go belongs together. */
  take(hand: Hand): void;
  /** Without a hand: set at one blow, by assistive technology or a key of the browser's own. */
  move(position: number, hand?: Hand): void;
  release(hand: Hand): void;
  /** All that the hand has done is to be taken back. */
  takeBack(hand: Hand): void;
}

/** Of a pointer event, what is used here. */
export interface PointerLike {
  readonly pointerId: number;
  readonly pointerType: string;
  readonly button: number;
  readonly buttons: number;
  readonly clientX: number;
  readonly clientY: number;
  readonly ctrlKey: boolean;
}

export interface Slide {
  /** False: this press does not begin a drag, and the browser must not begin one either. */
  press(event: PointerLike): boolean;
  /** The browser, or whoever knows where the slider lies, has a position to set. */
  offer(position: number): void;
  /** The touch has ended, also after the browser took it for scrolling. */
  lift(): void;
  /** The slider goes away, or can no longer be moved. */
  drop(): void;
}

/** A finger moves this far without meaning to (CSS pixels). */
const slopPixels = 6;
/** A tap so soon after the page scrolled stops it, and means nothing else (milliseconds). */
const scrollRestMilliseconds = 120;

interface Press {
  readonly pointerId: number;
  readonly hand: Hand;
  readonly isMouse: boolean;
  readonly x: number;
  readonly y: number;
  /** `deaf`: still down, but the slider is no longer, or never was, in its hand. */
  phase: 'waiting' | 'sliding' | 'deaf';
  heldBack: number | null;
  /** When (milliseconds). */
  readonly at: number;
}

/** When anything on the page last scrolled. */
let scrolledAt = Number.NEGATIVE_INFINITY;
if (typeof document !== 'undefined')
  document.addEventListener(
    'scroll',
    () => {
      scrolledAt = performance.now();
    },
    { capture: true, passive: true },
  );

/** The other buttons open menus; on a Mac so does the first one with Control. */
function isPrimary({ button, ctrlKey }: PointerLike): boolean {
  return button === 0 && !(ctrlKey && navigator.platform.startsWith('Mac'));
}

export function createSlide(target: SlideTarget): Slide {
  let press: Press | null = null;

  const forget = () => {
    press = null;
    window.removeEventListener('pointermove', onMove, true);
    window.removeEventListener('pointerup', onUp, true);
    window.removeEventListener('pointercancel', onCancel, true);
    window.removeEventListener('blur', onBlur);
  };

  const take = (mine: Press) => {
    mine.phase = 'sliding';
    target.take(mine.hand);
    if (mine.heldBack !== null) target.move(mine.heldBack, mine.hand);
  };

  const letGo = () => {
    if (press?.phase === 'sliding') target.release(press.hand);
    if (press !== null) press.phase = 'deaf';
  };

  /** The window, because the pointer may leave the slider, and the slider the page. */
  const mine = (event: PointerEvent) => (press?.pointerId === event.pointerId ? press : null);

  const onMove = (event: PointerEvent) => {
    const own = mine(event);
    if (own === null) return;
    // The button was released where no page hears of it.
    if (own.isMouse && event.buttons === 0) return onUp(event);
    if (own.phase !== 'waiting') return;
    const [along, across] = [Math.abs(event.clientX - own.x), Math.abs(event.clientY - own.y)];
    if (Math.max(along, across) <= slopPixels) return;
    if (along > across) take(own);
    else own.phase = 'deaf';
  };

  const onUp = (event: PointerEvent) => {
    const own = mine(event);
    if (own === null) return;
    const isTap =
      own.phase === 'waiting' && own.heldBack !== null && own.at - scrolledAt > scrollRestMilliseconds;
    if (isTap) take(own);
    letGo();
    forget();
  };

  const onCancel = (event: PointerEvent) => {
    const own = mine(event);
    if (own === null) return;
    if (own.phase === 'sliding') target.takeBack(own.hand);
    own.phase = 'deaf';
    // The touch goes on, as scrolling: until it is lifted the browser may still set the slider.
    if (own.isMouse || event.pointerType !== 'touch') forget();
  };

  const onBlur = () => letGo();

  return {
    press: (event) => {
      const isMouse = event.pointerType === 'mouse';
      // A second finger on the same slider.
      if (press !== null && press.pointerId !== event.pointerId && press.phase !== 'deaf') return true;
      letGo();
      forget();
      if (!isPrimary(event)) return false;
      press = {
        pointerId: event.pointerId,
        hand: `pointer ${event.pointerId}`,
        isMouse,
        x: event.clientX,
        y: event.clientY,
        phase: 'waiting',
        heldBack: null,
        at: performance.now(),
      };
      if (isMouse) take(press);
      window.addEventListener('pointermove', onMove, true);
      window.addEventListener('pointerup', onUp, true);
      window.addEventListener('pointercancel', onCancel, true);
      window.addEventListener('blur', onBlur);
      return true;
    },
    offer: (position) => {
      if (press === null) target.move(position);
      else if (press.phase === 'sliding') target.move(position, press.hand);
      else press.heldBack = position;
    },
    lift: () => {
      if (press?.phase === 'deaf') forget();
    },
    drop: () => {
      letGo();
      forget();
    },
  };
}
