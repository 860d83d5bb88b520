/**
 * Progress kept on this machine, and sent nowhere. Several windows of this page share one storage: what is done here is added
 * to what is stored at that moment, and what another window stores is shown here.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type KeptText, keptText } from '../services/keptText';
import { onStored } from '../services/storedText';
import {
  bothDone,
  type LessonProgress,
  type Progress,
  progressOf,
  readProgress,
  withLesson,
} from './progress';

export interface ProgressMemory {
  readonly store: StoreApi<Progress>;
  finishStep(lesson: string, step: number): void;
  finishQuestion(lesson: string): void;
  /** A lesson as if it had never been begun, in every window. */
  startOver(lesson: string): void;
  /** Takes over what another window has stored. */
  refresh(): void;
}

export function createProgressMemory(kept: KeptText): ProgressMemory {
  const store = createStore<Progress>(() => readProgress(kept.read()));
  /** Lessons that could not be stored, where storage is full or switched off: only this window knows of them. */
  const unstored = new Set<string>();
  const refresh = () => {
    const own = Object.entries(store.getState()).filter(([lesson]) => unstored.has(lesson));
    const stored = readProgress(kept.read());
    const both = own.map(([lesson, known]) => [lesson, bothDone(known, progressOf(stored, lesson))] as const);
    store.setState({ ...stored, ...Object.fromEntries(both) }, true);
  };
  const put = (lesson: string, progress: LessonProgress | null) => {
    if (kept.write(withLesson(kept.read(), lesson, progress))) unstored.delete(lesson);
    else unstored.add(lesson);
    const others = Object.entries(store.getState()).filter(([name]) => name !== lesson);
    const entry = progress === null ? [] : [[lesson, progress] as const];
    store.setState(Object.fromEntries([...others, ...entry]), true);
    refresh();
  };
  const add = (lesson: string, done: LessonProgress) => {
    const stored = progressOf(readProgress(kept.read()), lesson);
    const own = unstored.has(lesson) ? progressOf(store.getState(), lesson) : stored;
    put(lesson, bothDone(bothDone(stored, own), done));
  };
  return {
    store,
    finishStep: (lesson, step) => add(lesson, { steps: [step], answered: false }),
    finishQuestion: (lesson) => add(lesson, { steps: [], answered: true }),
    startOver: (lesson) => put(lesson, null),
    refresh,
  };
}

const storageKey = 'two-halo-lessons';
export const lessonProgress = createProgressMemory(keptText('local', storageKey));
onStored(storageKey, lessonProgress.refresh);
