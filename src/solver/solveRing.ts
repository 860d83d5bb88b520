/** Assembles and solves an axisymmetric problem: compiled (kernel/compiledRing.ts), or where that is not to be had, readably. */
import type { TransportGrid } from './haloGrid';
import { CompiledRing, type Start } from './kernel/compiledRing';
import { resample } from './observe';
import {
  converged,
  geometricShifts,
  type SolveOptions,
  type SteadyState,
  solveSteadyState,
} from './steadyState';
import { assembleTransport } from './transportOperator';
import type { RingCoefficients } from './transportTypes';

/**
 * Unknowns up to which a solve that does not come to an end is tried again by the readable iteration: its cycle is in double precision,
 * and where reacceleration outruns escape it may still point the right way, at ten times the cost.
 */
const mostTriedAgain = 60_000;

/**
 * @param start what g is close to.
 * @throws SolverError `notConverged` if the residual stays above the tolerance, or the answer is not finite.
 */
export function solveRing(
  grid: TransportGrid,
  coefficients: RingCoefficients,
  options: SolveOptions,
  start?: Start,
): SteadyState {
  const ring = options.isReadable
    ? undefined
    : CompiledRing.assemble(grid, coefficients, geometricShifts(grid), start);
  if (ring !== undefined) {
    const g = new Float64Array(ring.size);
    const report = ring.solve(g, { tolerance: options.tolerance, maximum: options.maximumIterations });
    if (report !== undefined && (report.converged || ring.size > mostTriedAgain))
      return { g, ...converged(report, options, true) };
  }
  const first =
    start === 'shape' ? coefficients.shape.everywhere : start && resample(start.grid, start.g, grid);
  const operator = assembleTransport(grid, coefficients);
  if (ring === undefined) return solveSteadyState(operator, options, first);
  return { ...solveSteadyState(operator, { ...options, isReadable: true }, first), isCompiled: true };
}
