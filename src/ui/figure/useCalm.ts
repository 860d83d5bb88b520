/** A text that changes a few times a second at most: faster is not read, and each change lays out the page anew. */
import { useEffect, useRef, useState } from 'react';

const calmMilliseconds = 300;

export function useCalm(text: string): string {
  const [shown, setShown] = useState(text);
  const changedAt = useRef(0);
  useEffect(() => {
    const show = () => {
      changedAt.current = performance.now();
      setShown(text);
    };
    const wait = changedAt.current + calmMilliseconds - performance.now();
    if (wait <= 0) return show();
    const timer = setTimeout(show, wait);
    return () => clearTimeout(timer);
  }, [text]);
  return shown;
}
