/**
 * Which steps of which lessons are done, and how it is stored: a record by lesson. Each entry is read for itself, so that a bad
 * one loses nothing but itself; what is changed is one lesson, so that those of a newer version, or of another window, stay.
 * Pure functions; progressMemory.ts keeps it.
 */
import { isRecord, parsedText } from '../services/storedText';

/** Steps count from 1; `answered`: the question at the end was answered rightly. */
export interface LessonProgress {
  readonly steps: readonly number[];
  readonly answered: boolean;
}
export type Progress = Readonly<Record<string, LessonProgress>>;

export const noProgress: LessonProgress = { steps: [], answered: false };

/** More steps than any lesson has. */
const mostSteps = 99;

export function progressOf(progress: Progress, lesson: string): LessonProgress {
  return Object.hasOwn(progress, lesson) ? (progress[lesson] ?? noProgress) : noProgress;
}

/** What is done in one or in the other. */
export function bothDone(one: LessonProgress, other: LessonProgress): LessonProgress {
  const steps = [...new Set([...one.steps, ...other.steps])].sort((a, b) => a - b);
  return { steps, answered: one.answered || other.answered };
}

function readSteps(stored: unknown): readonly number[] {
  const isStep = (step: unknown): step is number =>
    typeof step === 'number' && Number.isInteger(step) && step >= 1 && step <= mostSteps;
  return Array.isArray(stored) ? stored.filter(isStep) : [];
}

/** What can be understood of one lesson's entry; null if that is nothing. */
function readLesson(stored: unknown): LessonProgress | null {
  if (!isRecord(stored)) return null;
  const { steps, answered } = stored;
  const known = bothDone(noProgress, { steps: readSteps(steps), answered: answered === true });
  return known.steps.length > 0 || known.answered ? known : null;
}

function storedLessons(text: string | null): readonly (readonly [lesson: string, stored: unknown])[] {
  const stored = parsedText(text);
  return isRecord(stored) ? Object.entries(stored) : [];
}

export function readProgress(text: string | null): Progress {
  const read = storedLessons(text).map(([lesson, stored]) => [lesson, readLesson(stored)] as const);
  return Object.fromEntries(read.filter((entry): entry is [string, LessonProgress] => entry[1] !== null));
}

/** The stored text with one lesson's progress, or without that lesson; all else as it was, understood or not. */
export function withLesson(text: string | null, lesson: string, progress: LessonProgress | null): string {
  const stored = storedLessons(text);
  const others = stored.filter(([name]) => name !== lesson);
  const old = stored.find(([name]) => name === lesson)?.[1];
  const entry = progress === null ? [] : [[lesson, { ...(isRecord(old) ? old : {}), ...progress }] as const];
  return JSON.stringify(Object.fromEntries([...others, ...entry]));
}
