/** A worker's side: answers one request at a time and hands its arrays over instead of copying them. */
import { type Endpoint, expose, transfer } from 'comlink';
import type { PartProgress } from '../model/volume';
import { holdLifeLine, type WorkerSide } from './lifeLine';

/** What the page calls. The request comes from outside: it is parsed before it is believed. */
export interface WorkerEndpoint<Reply> {
  solve(message: unknown, tell?: (progress: PartProgress) => void): Reply | Promise<Reply>;
}

export interface Answer<Reply> {
  readonly reply: Reply;
  /** The reply's own: they are gone here afterwards. */
  readonly arrays: readonly { readonly buffer: ArrayBuffer }[];
}

/** @param answer must not throw. */
export function serve<Reply extends object>(
  answer: (
    message: unknown,
    tell: (progress: PartProgress) => void,
  ) => Answer<Reply> | Promise<Answer<Reply>>,
  side: Endpoint & WorkerSide = self,
): void {
  const endpoint: WorkerEndpoint<Reply> = {
    async solve(message, tell) {
      const { reply, arrays } = await answer(message, (progress) => tell?.(progress));
      return transfer(
        reply,
        arrays.map(({ buffer }) => buffer),
      );
    },
  };
  expose(endpoint, side);
  holdLifeLine(side);
}
