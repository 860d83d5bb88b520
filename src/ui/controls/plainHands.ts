/** Hands on a value that is no parameter: it has no undo, but a touch that turns out to scroll the page is taken back. */
import { useRef } from 'react';
import type { SliderHands } from './Slider';

export function usePlainHands(value: number, onValue: (value: number) => void): SliderHands {
  const before = useRef(value);
  return {
    take: () => {
      before.current = value;
    },
    set: onValue,
    release: () => undefined,
    takeBack: () => onValue(before.current),
  };
}
