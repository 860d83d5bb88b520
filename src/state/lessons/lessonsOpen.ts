/** Whether the lessons are on the page: all that the start of the page needs of them. The rest comes on demand. */
import { createStore } from 'zustand/vanilla';

/** Whether the query of an address asks for a lesson (address.ts has the rest). */
export function hasLesson(search: string): boolean {
  return /[?&]lesson(?:[=&]|$)/.test(search);
}

export const lessonsOpen = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function openLessons(): void {
  lessonsOpen.setState({ isOpen: true });
}

export function toggleLessons(): void {
  lessonsOpen.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

export function closeLessons(): void {
  lessonsOpen.setState({ isOpen: false });
}
