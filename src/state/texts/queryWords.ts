/** The words that this page reads in the query of its address (presentation.ts, lessons/address.ts). Others belong to others. */
export const lessonWords = ['lesson', 'step', 'teacher'] as const;
export const queryWords = ['embed', 'hide', ...lessonWords] as const;
export type QueryWord = (typeof queryWords)[number];

export function isQueryWord(name: string): name is QueryWord {
  return queryWords.some((word) => word === name);
}
