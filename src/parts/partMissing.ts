/** The one kind of error of a part that does not come. */

const notReached = 'This part could not be loaded. Check the connection and try again.';
const noLongerThere =
  'This part belongs to an older version of the page. Reload: your parameters and view are kept.';

/** A part that did not come. The message is for people. */
export class PartMissing extends Error {
  override readonly name = 'PartMissing';
  /** Set where a component keeps what it asked for: the next time it asks anew. */
  renew: () => void = () => undefined;

  constructor(
    /** The server answers, but no longer with this file: only a reload helps. */
    readonly isGone: boolean,
    cause: unknown,
  ) {
    super(isGone ? noLongerThere : notReached, { cause });
  }
}
