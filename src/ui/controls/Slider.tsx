/**
 * Every slider of the page: the browser's own range input, so that pointer, key and screen reader do as on the platform's
 * sliders, under a rule of our own for what a touch means (slide.ts). A drag, or a key held down, is one whole:
 * it begins with `take` and ends with `release` or `takeBack`, whatever happens to pointer, focus or page.
 */
import { type CSSProperties, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Hand } from '../../state/drag';
import { createSlide, type SlideTarget } from './slide';
import './Slider.css';

/** What becomes of the slider's value. */
export interface SliderHands {
  take(hand: Hand): void;
  /** Without a hand: at one blow. */
  set(value: number, hand?: Hand): void;
  release(hand: Hand): void;
  takeBack(hand: Hand): void;
}

export interface SliderProps {
  readonly id: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly step?: number;
  /** Where the thumb is, from `minimum` to `maximum`. */
  readonly position: number;
  /** The value that belongs to a position. */
  readonly valueAt: (position: number) => number;
  /** The value to which a key leads, or null if it is none of the slider's. Left out: the browser's own keys. */
  readonly keyed?: (event: KeyboardEvent) => number | null;
  /** Where a mark stands, as a share of the way. */
  readonly mark?: number;
  /** The value as it is spoken. */
  readonly text: string;
  readonly disabled?: boolean;
  readonly hands: SliderHands;
}

export function Slider(props: SliderProps) {
  const { id, minimum = 0, maximum = 1, step = 'any', position, keyed, mark, text, disabled = false } = props;
  const now = useRef(props);
  now.current = props;
  /** The key that is held down. */
  const heldKey = useRef<string | null>(null);
  const [slide] = useState(() => {
    const target: SlideTarget = {
      take: (hand) => now.current.hands.take(hand),
      move: (place, hand) => now.current.hands.set(now.current.valueAt(place), hand),
      release: (hand) => now.current.hands.release(hand),
      takeBack: (hand) => now.current.hands.takeBack(hand),
    };
    return createSlide(target);
  });
  const letGoOfKeys = () => {
    if (heldKey.current === null) return;
    heldKey.current = null;
    now.current.hands.release('keys');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    slide.lift();
    const next = keyed?.(event) ?? null;
    if (next === null) return;
    event.preventDefault();
    if (heldKey.current === null) props.hands.take('keys');
    heldKey.current = event.code;
    props.hands.set(next, 'keys');
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: both work on refs; only being disabled, and going away, end a drag.
  useEffect(() => {
    const letGo = () => {
      slide.drop();
      letGoOfKeys();
    };
    if (disabled) letGo();
    return letGo;
  }, [disabled]);
  const travel = (position - minimum) / (maximum - minimum);
  return (
    <span className="slider" style={{ '--travel': travel, '--preset': mark } as CSSProperties}>
      <input
        id={id}
        type="range"
        min={minimum}
        max={maximum}
        step={step}
        value={position}
        disabled={disabled}
        aria-valuetext={text}
        onChange={(event) => slide.offer(Number(event.currentTarget.value))}
        onPointerDown={(event) => {
          if (!slide.press(event)) event.preventDefault();
        }}
        onTouchEnd={slide.lift}
        onTouchCancel={slide.lift}
        onKeyDown={onKeyDown}
        // While Command is down a Mac tells of no other key's release.
        onKeyUp={(event) => {
          if (event.code === heldKey.current || event.key === 'Meta') letGoOfKeys();
        }}
        onBlur={letGoOfKeys}
      />
    </span>
  );
}
