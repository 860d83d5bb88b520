/** How a request ends when the solver itself has not ended it, in words. */
import type { SolveOutcome } from './protocol';
import { unavailableMessage } from './spawn';

export const superseded: SolveOutcome = {
  ok: false,
  kind: 'superseded',
  message: 'A newer request took the place of this one.',
};
export const cancelled: SolveOutcome = { ok: false, kind: 'cancelled', message: 'The solve was stopped.' };
export const closed: SolveOutcome = {
  ok: false,
  kind: 'superseded',
  message: 'The solver has been shut down.',
};

export function crashed(reason: string): SolveOutcome {
  const message = `The solver stopped unexpectedly (${reason}). Retry: it starts afresh. If it stops again, undo the last change or reload the page.`;
  return { ok: false, kind: 'crashed', message };
}

export function unavailable(reason: string): SolveOutcome {
  return { ok: false, kind: 'unavailable', message: unavailableMessage(reason) };
}
