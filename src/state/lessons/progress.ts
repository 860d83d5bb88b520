/**
 * Which steps of which lessons are done: kept on this machine, and sent nowhere. Storage may be switched off (private windows,
 * frames): then it lasts as long as the page.
 */
import * as v from 'valibot';

const storageKey = 'two-halo-lessons';

const schema = v.record(v.string(), v.object({ steps: v.array(v.number()), answered: v.boolean() }));

/** Steps count from 1; `answered`: the question at the end was answered rightly. */
export interface LessonProgress {
  readonly steps: readonly number[];
  readonly answered: boolean;
}
export type Progress = Readonly<Record<string, LessonProgress>>;

export const noProgress: LessonProgress = { steps: [], answered: false };

export function progressOf(progress: Progress, lesson: string): LessonProgress {
  return Object.hasOwn(progress, lesson) ? (progress[lesson] ?? noProgress) : noProgress;
}

export function withStep(progress: Progress, lesson: string, step: number): Progress {
  const known = progressOf(progress, lesson);
  if (known.steps.includes(step)) return progress;
  return { ...progress, [lesson]: { ...known, steps: [...known.steps, step].sort((a, b) => a - b) } };
}

export function withAnswer(progress: Progress, lesson: string): Progress {
  return { ...progress, [lesson]: { ...progressOf(progress, lesson), answered: true } };
}

/** A lesson as if it had never been begun. */
export function withoutLesson(progress: Progress, lesson: string): Progress {
  const { [lesson]: _, ...others } = progress;
  return others;
}

export function rememberedProgress(): Progress {
  try {
    const parsed = v.safeParse(schema, JSON.parse(localStorage.getItem(storageKey) ?? '{}'));
    return parsed.success ? parsed.output : {};
  } catch {
    return {};
  }
}

export function rememberProgress(progress: Progress): void {
  try {
    localStorage.setItem(storageKey, JSON.stringify(progress));
  } catch {
    // Nothing to do: it then lasts as long as the page.
  }
}
