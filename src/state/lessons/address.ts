/**
 * The place in a lesson as part of the address: `?lesson=power-law&step=2&teacher=1`. It stands in the query, beside how the
 * page is shown; the hash keeps the parameters. Text from outside: what is not known is named, with what there is.
 */
import { readNumber } from '../../text/number';
import { plainText } from '../../text/plain';
import { printable } from '../../text/printable';
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
  const query = new URLSearchParams(search);
  const refused: string[] = [];
  const teacherText = plainText(query.get('teacher') ?? '0');
  if (teacherText !== '0' && teacherText !== '1')
    refused.push(`teacher can be 1 or 0; the address says "${printable(teacherText, 40)}".`);
  const teacher = teacherText === '1';
  const id = plainText(query.get('lesson') ?? '');
  const lesson = lessons.find((one) => one.id === id);
  if (lesson === undefined) {
    const known = lessons.map((one) => one.id).join(', ');
    if (id !== '') refused.push(`There is no lesson "${printable(id, 40)}"; there are ${known}.`);
    return { place: { lesson: null, step: 1, teacher }, refused };
  }
  const text = query.get('step') ?? '1';
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
  const query = new URLSearchParams(search);
  for (const name of ['lesson', 'step', 'teacher']) query.delete(name);
  if (place !== null) {
    query.set('lesson', place.lesson ?? '');
    if (place.lesson !== null) query.set('step', String(place.step));
    if (place.teacher) query.set('teacher', '1');
  }
  // A comma is allowed in a query, and ?hide= reads better with it.
  const text = query.toString().replaceAll('%2C', ',');
  return text === '' ? '' : `?${text}`;
}
