/**
 * The place in a lesson as part of the address: `?lesson=power-law&step=2&teacher=1`. It stands in the query, beside how the
 * page is shown; the hash keeps the parameters. Text from outside: what is not known is named, with what there is.
 */
import { queryEntries, queryWithout } from '../../text/linkText';
import { readNumber } from '../../text/number';
import { plainText } from '../../text/plain';
import { printable } from '../../text/printable';
import { firstValue } from '../texts/presentation';
import { lessonWords } from '../texts/queryWords';
import type { Lesson } from './lesson';

export interface LessonPlace {
  /** Null: the list of lessons. */
  readonly lesson: string | null;
  /** 1 for the first step; one more than there are steps is the question at the end. */
  readonly step: number;
  /** For projecting: large type, no hints, no answers. */
  readonly teacher: boolean;
}

export interface ParsedPlace {
  readonly place: LessonPlace;
  /** One sentence for each part that could not be used. */
  readonly refused: readonly string[];
}

export function parsePlace(search: string, lessons: readonly Pick<Lesson, 'id' | 'steps'>[]): ParsedPlace {
  const entries = queryEntries(search);
  const refused: string[] = [];
  const teacherText = plainText(firstValue(entries, 'teacher', refused) ?? '0');
  if (teacherText !== '0' && teacherText !== '1')
    refused.push(`teacher can be 1 or 0; the address says "${printable(teacherText, 40)}".`);
  const teacher = teacherText === '1';
  const id = plainText(firstValue(entries, 'lesson', refused) ?? '');
  const lesson = lessons.find((one) => one.id === id);
  if (lesson === undefined) {
    const known = lessons.map((one) => one.id).join(', ');
    if (id !== '') refused.push(`There is no lesson "${printable(id, 40)}"; there are ${known}.`);
    return { place: { lesson: null, step: 1, teacher }, refused };
  }
  const text = firstValue(entries, 'step', refused) ?? '1';
  const last = lesson.steps.length + 1;
  const read = readNumber(text);
  const step = read.ok && Number.isInteger(read.value) ? read.value : 0;
  if (step >= 1 && step <= last) return { place: { lesson: id, step, teacher }, refused };
  refused.push(
    `The lesson "${id}" has steps 1 to ${lesson.steps.length}, and ${last} for its question; the address says "${printable(text, 40)}".`,
  );
  return { place: { lesson: id, step: 1, teacher }, refused };
}

/** A query with a place in it, or without any; what else it holds stays. Empty, or with its "?". */
export function formatPlace(search: string, place: LessonPlace | null): string {
  const words = [queryWithout(search, lessonWords)];
  if (place !== null) {
    words.push(`lesson=${place.lesson ?? ''}`);
    if (place.lesson !== null) words.push(`step=${place.step}`);
    if (place.teacher) words.push('teacher=1');
  }
  const text = words.filter((word) => word !== '').join('&');
  return text === '' ? '' : `?${text}`;
}
