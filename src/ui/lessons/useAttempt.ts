/** Follows a step: whether it is met, and by whom. */
import { useEffect, useRef, useState } from 'react';
import { looked, opening } from '../../state/lessons/attempt';
import { type Check, verdict } from '../../state/lessons/check';
import { contextOf } from '../../state/lessons/context';
import type { LessonState } from '../../state/lessons/lesson';
import { useExplorerStore } from '../../state/useExplorer';

/** Whether the step is met now, and whether that is the work of whoever is at it (attempt.ts). */
export function useAttempt(check: Check, start: LessonState, number: number | null) {
  const store = useExplorerStore();
  const attempt = useRef(opening(store.getState()));
  const [look, setLook] = useState({ isMet: false, isBegun: false });
  useEffect(() => {
    const watch = () => {
      const state = store.getState();
      // What a slider passes on its way does not count.
      if (state.drag !== null) return;
      const met = verdict(check, contextOf(state, start.parameters, number));
      attempt.current = looked(attempt.current, check, start, state, met);
      const next = { isMet: met === true, isBegun: attempt.current.isBegun };
      setLook((now) => (now.isMet === next.isMet && now.isBegun === next.isBegun ? now : next));
    };
    watch();
    return store.subscribe(watch);
  }, [store, check, start, number]);
  return look;
}
