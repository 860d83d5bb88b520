/** Whether the lessons are on the page: all that the start of the page needs of them. The rest comes on demand. */
import { createStore } from 'zustand/vanilla';

/** Whether an address asks for a lesson (address.ts has the rest). */
export function hasLesson(search: string): boolean {
  return new URLSearchParams(search).has('lesson');
}

// Node, where tests run, has no location.
const search = typeof location === 'undefined' ? '' : location.search;

export const lessonsOpen = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: hasLesson(search) }));

export function toggleLessons(): void {
  lessonsOpen.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

export function closeLessons(): void {
  lessonsOpen.setState({ isOpen: false });
}
