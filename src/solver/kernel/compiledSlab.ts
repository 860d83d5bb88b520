/** The compiled slab (slab.c). */
import type { Slab, SlabTerms } from '../slab';
import type { CellAxis } from '../spatialGrid';
import type { DiffusionPowers } from '../transportTypes';
import { kernelExports, putArrays } from './kernel';
import { powerTerms } from './powerTerms';

/** As solveSlab; undefined where the module cannot be had, or its memory does not suffice. */
export function solveSlabCompiled(
  fine: Float64Array,
  z: CellAxis,
  terms: SlabTerms & { readonly powers: DiffusionPowers },
): Slab | undefined {
  const kernel = kernelExports();
  if (kernel === null) return undefined;
  kernel.clear();
  const { counts, parts } = powerTerms(z, fine, terms);
  if (!putArrays(kernel, kernel.describe(...counts), parts)) return undefined;
  const { firstInjecting, lateralDecay, planeLoss = 0 } = terms;
  const address = kernel.slab(firstInjecting, lateralDecay, planeLoss);
  if (address === 0) return undefined;
  const solved = new Float64Array(kernel.memory.buffer, address, fine.length * (z.count + 1));
  const nodes = fine.length * z.count;
  return { density: solved.slice(0, nodes), rate: solved.slice(nodes) };
}
