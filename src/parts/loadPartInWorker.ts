/** `loadPart` where there is no page: no style sheets, and nobody who asks the server why. */
import { PartMissing } from './partMissing';

/** Rejects with a `PartMissing` only. */
export async function loadPart<Module extends object>(load: () => Promise<Module>): Promise<Module> {
  try {
    const part = await load();
    // For the browser an empty answer is a program as well.
    if (Object.keys(part).length === 0) throw new SyntaxError('An empty program.');
    return part;
  } catch (error) {
    // What fails on its way is a TypeError; what came and is no program of ours, browsers keep.
    throw new PartMissing(!(error instanceof TypeError), error);
  }
}
