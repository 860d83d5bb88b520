/** A worker's side: answers one request at a time and hands its arrays over instead of copying them. */
import type { PartProgress } from '../model/volume';
import { holdLifeLine, type WorkerSide } from './lifeLine';

/** What a worker says, beside that it runs (lifeLine.ts): how far it is, and its answer. */
export type Said<Reply> = { readonly progress: PartProgress } | { readonly reply: Reply };

export interface Answer<Reply> {
  readonly reply: Reply;
  /** The reply's own: they are gone here afterwards. */
  readonly arrays: readonly { readonly buffer: ArrayBuffer }[];
}

/** @param answer must not throw. */
export function serve<Reply>(
  answer: (message: unknown, tell: (progress: PartProgress) => void) => Answer<Reply>,
  side: WorkerSide = self,
): void {
  const say = (said: Said<Reply>, transfer: ArrayBuffer[] = []) => side.postMessage(said, { transfer });
  side.addEventListener('message', ({ data }) => {
    const { reply, arrays } = answer(data, (progress) => say({ progress }));
    say(
      { reply },
      arrays.map(({ buffer }) => buffer),
    );
  });
  holdLifeLine(side);
}
