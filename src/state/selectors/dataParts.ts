/**
 * What is of use only where there are data. It comes with what reads them (services/readCatalogue), which gives it here: before that
 * there is no table to ask about.
 */
import type { residualMarks as marksOf } from '../../plot/residualPanel';
import type { shownTargetText as textOf } from './normalisationText';

interface DataParts {
  readonly residualMarks: typeof marksOf;
  readonly shownTargetText: typeof textOf;
}

let parts: DataParts | null = null;

export function giveDataParts(given: DataParts): void {
  parts = given;
}

/** plot/residualPanel's. */
export function residualMarks(...asked: Parameters<typeof marksOf>): ReturnType<typeof marksOf> {
  return parts?.residualMarks(...asked) ?? [];
}

/** normalisationText's. */
export function shownTargetText(...asked: Parameters<typeof textOf>): string {
  return parts?.shownTargetText(...asked) ?? '';
}
