/** A worker's side: answers one request at a time and hands its arrays over instead of copying them. */
import type { PartProgress } from '../model/volume';
import { holdLifeLine, type WorkerSide } from './lifeLine';

/** What a worker says of the one request that it has: how far it is, then how it ended. `spawn` reads it on the page. */
export type WorkerWord<Reply> =
  | { readonly progress: PartProgress }
  | { readonly reply: Reply }
  /** The answer could not be made or sent. */
  | { readonly failure: string };

export interface Answer<Reply> {
  readonly reply: Reply;
  /** The reply's own: they are gone here afterwards. */
  readonly arrays: readonly { readonly buffer: ArrayBuffer }[];
}

/** What is used of a worker's own side, so that tests can stand in for it. */
export interface ServingSide extends WorkerSide {
  postMessage(message: unknown, options?: { readonly transfer?: Transferable[] }): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
}

/** Every message is a request. It comes from outside: `answer` parses it before it believes it. */
export function serve<Reply extends object>(
  answer: (
    message: unknown,
    tell: (progress: PartProgress) => void,
  ) => Answer<Reply> | Promise<Answer<Reply>>,
  side: ServingSide = self,
): void {
  const say = (word: WorkerWord<Reply>, transfer: Transferable[] = []) =>
    side.postMessage(word, { transfer });
  side.addEventListener('message', async ({ data }) => {
    try {
      const { reply, arrays } = await answer(data, (progress) => say({ progress }));
      say(
        { reply },
        arrays.map(({ buffer }) => buffer),
      );
    } catch (error) {
      say({ failure: String(error) });
    }
  });
  holdLifeLine(side);
}
