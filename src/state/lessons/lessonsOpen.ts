/** Whether the lessons are on the page: all that the start of the page needs of them. The rest comes on demand. */
import { createStore } from 'zustand/vanilla';
import { mendedLink, queryEntries } from '../../text/linkText';

/** Whether an address asks for a lesson (address.ts has the rest). */
export function hasLesson(search: string): boolean {
  return queryEntries(search).some(({ name }) => name === 'lesson');
}

// Node, where tests run, has no location.
const search = typeof location === 'undefined' ? '' : mendedLink(location.search, location.hash).search;

export const lessonsOpen = createStore<{ readonly isOpen: boolean }>(() => ({ isOpen: hasLesson(search) }));

export function toggleLessons(): void {
  lessonsOpen.setState(({ isOpen }) => ({ isOpen: !isOpen }));
}

export function closeLessons(): void {
  lessonsOpen.setState({ isOpen: false });
}
