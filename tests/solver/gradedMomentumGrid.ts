import { kinkedMomentumGrid, type MomentumGrid } from '../../src/solver/momentumGrid';

/**
 * Cells from `lower` to `upper` (both ln p, both exact), their width following `width(x)` as closely as a whole number of cells
 * allows; interpolated across throughout.
 */
export function gradedMomentumGrid(lower: number, upper: number, width: (x: number) => number): MomentumGrid {
  return { ...kinkedMomentumGrid(lower, [lower, upper], upper, width), kinks: [] };
}
