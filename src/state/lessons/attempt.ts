/**
 * A step is done by the person who is at it. The values that stand when it is opened (a preset, a link, what another step left)
 * may meet it already: that does not count. What counts is a state that meets it after one that did not, or after the
 * step's own beginning, which never does (the tests hold every lesson to that).
 */
import type { ExplorerState } from '../explorerState';
import { areSame } from '../history';
import { viewField } from '../texts/viewText';
import { allChecks, type Check } from './check';
import type { LessonState } from './lesson';

type Source = Pick<ExplorerState, 'parameters' | 'view'>;

export interface Attempt {
  readonly opened: Source;
  /** Whether what stood when the step was opened met it; null while that is not known. */
  readonly metAtOpening: boolean | null;
  /** Whether the step, when it is met, is met by what was done. */
  readonly isBegun: boolean;
}

export function opening({ parameters, view }: Source): Attempt {
  return { opened: { parameters, view }, metAtOpening: null, isBegun: false };
}

/** Whether two states are the same to a check: in every parameter, and in the settings of the view that it asks for. */
function areSameTo(check: Check, one: Source, other: Source): boolean {
  const names = allChecks(check).flatMap((part) => (part.kind === 'view' ? [part.name] : []));
  const texts = ({ view }: Source) => names.map((name) => viewField(name)?.write(view)).join();
  return areSame(one.parameters, other.parameters) && texts(one) === texts(other);
}

/** The attempt after a look at the present state. `verdict`: whether it meets the step, or null. */
export function looked(
  attempt: Attempt,
  check: Check,
  start: Pick<LessonState, 'parameters' | 'view'>,
  state: Source,
  verdict: boolean | null,
): Attempt {
  if (attempt.isBegun) return attempt;
  if (verdict === false || areSameTo(check, state, start)) return { ...attempt, isBegun: true };
  if (areSameTo(check, state, attempt.opened)) return { ...attempt, metAtOpening: verdict };
  return attempt.metAtOpening === true ? attempt : { ...attempt, isBegun: true };
}
