/** Which parts of a density are solved, each by itself. */
import type { Part } from './boxSettings';
import type { Parameters } from './parameters/values';

/** Parts that make up a model: without arms nothing is odd. */
export function partsOf({ sources, armContrast }: Parameters): readonly Part[] {
  return sources === 'arms' && armContrast > 0 ? ['even', 'odd'] : ['even'];
}
