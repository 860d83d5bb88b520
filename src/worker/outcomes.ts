/** How a wish ends when the solver itself has not ended it, in words. */
import type { Cancelled, Refusal } from './protocol';
import { unavailableMessage } from './spawn';

export const cancelled: Cancelled = { ok: false, kind: 'cancelled', message: 'The solve was stopped.' };

export function crashed(reason: string): Refusal {
  const message = `The solver stopped unexpectedly (${reason}). Retry: it starts afresh. If it stops again, undo the last change or reload the page.`;
  return { ok: false, kind: 'crashed', message };
}

export function unavailable(reason: string): Refusal {
  return { ok: false, kind: 'unavailable', message: unavailableMessage(reason) };
}
