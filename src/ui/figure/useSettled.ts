/** A text that follows its source only after a moment of quiet, so that a drag is not read out value by value. */
import { useEffect, useState } from 'react';

const quietMilliseconds = 700;

export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
