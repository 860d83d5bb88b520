/** When an answer is solved again on a finer grid. Apart from the grids themselves (tiers.ts), because the page starts with it. */
import type { SolveReport } from './propagated';

/** Estimated relative error up to which a settled answer is taken as it is. */
export const acceptedError = 0.01;
/** The finest grid that is tried. */
export const finestRefinement = 3;

/** Whether an answer is to be solved again, on the next finer grid. What is no number is not accepted either. */
export function needsRefinement({
  tier,
  errorEstimate,
  refinement,
}: Pick<SolveReport, 'tier' | 'errorEstimate' | 'refinement'>): boolean {
  return tier === 'settled' && !(errorEstimate <= acceptedError) && refinement < finestRefinement;
}
